using ChildQ.Schools;
using ChildQ.Schools.Guidance;
using ChildQ.Schools.Register;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Steps;

var builder = WebApplication.CreateBuilder(args);
var service = builder.AddServiceDefaults("schools", "Schools");
builder.AddServiceDatabase<SchoolsDb>("schools-db");
builder.AddMessaging<SchoolsDb>(service, bus => bus.AddConsumer<ProtocolPublishedConsumer>());

var app = builder.Build();
var root = app.MapServiceDefaults();
root.MapSchools();
root.MapGuidance();
root.MapSteps(Can.KeepSteps, Can.Import);
return await app.RunServiceAsync(args);
