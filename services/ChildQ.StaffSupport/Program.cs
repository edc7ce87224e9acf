using ChildQ.ServiceDefaults;
using ChildQ.ServiceDefaults.Audit;
using ChildQ.ServiceDefaults.Data;
using ChildQ.ServiceDefaults.Messaging;
using ChildQ.ServiceDefaults.Steps;
using ChildQ.ServiceDefaults.Suppression;
using ChildQ.StaffSupport;
using ChildQ.StaffSupport.Bookings;
using ChildQ.StaffSupport.Sessions;

var builder = WebApplication.CreateBuilder(args);
var service = builder.AddServiceDefaults("staff-support", "Staff support");
builder.AddServiceDatabase<StaffSupportDb>("staff-support-db");
builder.AddMessaging<StaffSupportDb>(service);
builder.AddSuppression();

var app = builder.Build();
var root = app.MapServiceDefaults();
root.MapSessions();
root.MapBookings();
root.MapSteps(Can.KeepSteps, Can.Import);
return await app.RunServiceAsync(args);
