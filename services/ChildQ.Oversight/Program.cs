using ChildQ.Oversight;
using ChildQ.Oversight.Findings;
using ChildQ.Oversight.Milestones;
using ChildQ.Oversight.PublicAffairs;
using ChildQ.Oversight.Recommendations;
using ChildQ.Oversight.Timeline;
using ChildQ.Oversight.Workstreams;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Steps;

var builder = WebApplication.CreateBuilder(args);
var service = builder.AddServiceDefaults("oversight", "Oversight");
builder.AddServiceDatabase<OversightDb>("oversight-db");
builder.AddMessaging<OversightDb>(service, bus => bus.AddConsumer<TimelineConsumer>());

var app = builder.Build();
var root = app.MapServiceDefaults();
root.MapWorkstreams();
root.MapRecommendations();
root.MapFindings();
root.MapMilestones();
root.MapPublicAffairs();
root.MapTimeline();
root.MapSteps(Can.KeepRegisters, Can.Import);
return await app.RunServiceAsync(args);
