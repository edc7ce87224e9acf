using ChildQ.PoliceActionPlan;
using ChildQ.PoliceActionPlan.Actions;
using ChildQ.PoliceActionPlan.Alignment;
using ChildQ.PoliceActionPlan.Bodies;
using ChildQ.PoliceActionPlan.Correspondence;
using ChildQ.PoliceActionPlan.Lateness;
using ChildQ.PoliceActionPlan.Meetings;
using ChildQ.PoliceActionPlan.Packs;
using ChildQ.PoliceActionPlan.Plan;
using ChildQ.PoliceActionPlan.Priorities;
using ChildQ.PoliceActionPlan.Protocols;
using ChildQ.PoliceActionPlan.Tracker;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Suppression;

var builder = WebApplication.CreateBuilder(args);
var service = builder.AddServiceDefaults("police-action-plan", "Police action planning");
builder.AddServiceDatabase<PoliceActionPlanDb>("police-action-plan-db");
builder.AddMessaging<PoliceActionPlanDb>(
    service,
    bus =>
    {
        bus.AddConsumer<ThemeRecordedConsumer>();
        bus.AddConsumer<ActivityRecordedConsumer>();
        bus.AddConsumer<RecommendationRecordedConsumer>();
    }
);
builder.AddSuppression();
builder.Services.AddScoped<LatenessCheck>().AddHostedService<LatenessClock>();

var app = builder.Build();
var root = app.MapServiceDefaults();
root.MapPriorities();
root.MapActions();
root.MapEvidence();
root.MapMeasures();
root.MapLinkables();
root.MapLinks();
root.MapGaps();
root.MapBodies();
root.MapPacks();
root.MapRhythm();
root.MapMeetings();
root.MapMeetingActs();
root.MapCalendars();
root.MapDecisions();
root.MapBodyActions();
root.MapLetters();
root.MapChasers();
root.MapAsks();
root.MapCommitments();
root.MapProtocols();
root.MapPlan();
root.MapTracker();
root.MapRatifiedTracker();
return await app.RunServiceAsync(args);
