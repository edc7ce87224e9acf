using ChildQ.Schools;
using ChildQ.Schools.Advocacy;
using ChildQ.Schools.Charter;
using ChildQ.Schools.Disproportionality;
using ChildQ.Schools.Governors;
using ChildQ.Schools.Guidance;
using ChildQ.Schools.Matrix;
using ChildQ.Schools.PoliceVisits;
using ChildQ.Schools.Register;
using ChildQ.Schools.Statement;
using ChildQ.Schools.SupportOffer;
using ChildQ.Schools.Training;
using ChildQ.Schools.Voice;
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
builder.AddMessaging<SchoolsDb>(
    service,
    bus =>
    {
        bus.AddConsumer<ProtocolPublishedConsumer>();
        bus.AddConsumer<InterimGuidanceIssuedConsumer>();
    }
);
builder.Services.AddHostedService<ReceiptChaser>();

var app = builder.Build();
var root = app.MapServiceDefaults();
root.MapSchools();
root.MapGuidance();
root.MapPoliceVisits();
root.MapVoice();
root.MapAdvocacy();
root.MapGovernors();
root.MapDisproportionality();
root.MapStatements();
root.MapCharters();
root.MapSupportOffers();
root.MapTraining();
root.MapMatrix();
root.MapSteps(Can.KeepSteps, Can.Import);
return await app.RunServiceAsync(args);
