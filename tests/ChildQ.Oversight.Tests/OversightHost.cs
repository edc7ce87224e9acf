using ChildQ.Testing;

namespace ChildQ.Oversight.Tests;

/// <summary>The oversight service on a database and a virtual host of its own.</summary>
public sealed class OversightHost() : ServiceHost<OversightDb, OversightDb>("oversight-db");
