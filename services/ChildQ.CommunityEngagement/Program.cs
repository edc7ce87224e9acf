using ChildQ.CommunityEngagement;
using ChildQ.CommunityEngagement.Activities;
using ChildQ.CommunityEngagement.Insights;
using ChildQ.CommunityEngagement.Themes;
using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Steps;
using ChildQ.ServiceDefaults.Suppression;

var builder = WebApplication.CreateBuilder(args);
var service = builder.AddServiceDefaults("community-engagement", "Community engagement");
builder.AddServiceDatabase<CommunityEngagementDb>("community-engagement-db");
builder.AddMessaging<CommunityEngagementDb>(service);
builder.AddSuppression();

var app = builder.Build();
var root = app.MapServiceDefaults();
root.MapActivities();
root.MapThemes();
root.MapInsights();
root.MapSteps(Can.KeepSteps, Can.Import);
return await app.RunServiceAsync(args);
