using ChildQ.Testing;

namespace ChildQ.Schools.Tests;

/// <summary>The schools service as it really runs. It is found by the assembly of its database: the keeper of the test servers has a <c>Program</c> too.</summary>
public class SchoolsHost() : ServiceHost<SchoolsDb, SchoolsDb>("schools-db");
