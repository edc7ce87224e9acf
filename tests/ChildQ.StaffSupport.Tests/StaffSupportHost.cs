using ChildQ.Testing;

namespace ChildQ.StaffSupport.Tests;

/// <summary>The staff support service as it really runs. It is found by the assembly of its database: the keeper of the test servers has a <c>Program</c> too.</summary>
public sealed class StaffSupportHost() : ServiceHost<StaffSupportDb, StaffSupportDb>("staff-support-db");
