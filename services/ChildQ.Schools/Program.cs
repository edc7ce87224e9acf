using ChildQ.Schools;
using ChildQ.Schools.Guidance;
using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Steps;
using ChildQ.ServiceDefaults.Suppression;

var builder = WebApplication.CreateBuilder(args);
var service = builder.AddServiceDefaults("schools", "Schools");
builder.AddServiceDatabase<SchoolsDb>("schools-db");
builder.AddSuppression();
builder.Services.AddHostedService<ConcernClock>();
builder.AddMessaging<SchoolsDb>(service, bus => bus.AddConsumer<ProtocolPublishedConsumer>());

var app = builder.Build();
var root = app.MapServiceDefaults();
root.MapSchools();
root.MapGuidance();
root.MapPoliceVisits();
root.MapSteps(Can.KeepSteps, Can.Import);
return await app.RunServiceAsync(args);
