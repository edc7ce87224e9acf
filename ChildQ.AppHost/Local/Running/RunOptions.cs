using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Local.Running;

/// <summary>How a run differs from the usual one.</summary>
internal sealed record RunOptions
{
    public const string Usage = """
        dotnet run --project ChildQ.AppHost -- [switches]

          --fresh        wipe the data of earlier runs first
          --no-install   do not install PostgreSQL or RabbitMQ where they are missing
          --verbose      also print what PostgreSQL and RabbitMQ say (the dashboard always shows it)
          --Parameters:NAME=VALUE   the value of a parameter of AppHost.cs
          --help         this text

        CHILDQ_HOME=/path    where data and generated secrets are kept; a second stack needs one of its own
        """;

    public bool Fresh { get; init; }

    public bool MayInstall { get; init; } = true;

    public bool Verbose { get; init; }

    public bool Help { get; init; }

    /// <summary>In a test: no fixed port, a folder of its own that is deleted afterwards, nothing printed.</summary>
    public bool IsTest { get; init; }

    /// <summary>The folder of data and secrets; null is the usual one.</summary>
    public string? Home { get; init; } = NullWhenEmpty(Environment.GetEnvironmentVariable("CHILDQ_HOME"));

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public static RunOptions Parse(IReadOnlyList<string> args, bool isTest)
    {
        var options = new RunOptions { IsTest = isTest };
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var arg in args)
        {
            if (TryReadParameter(arg, out var name, out var value))
                parameters[name] = value;
            else
                options = options.With(arg);
        }
        return options with { Parameters = parameters };
    }

    private RunOptions With(string arg) =>
        arg switch
        {
            "--fresh" => this with { Fresh = true },
            "--no-install" => this with { MayInstall = false },
            "--verbose" => this with { Verbose = true },
            "--help" or "-h" => this with { Help = true },
            "--operation" or "publish" or "deploy" => throw new CannotStartException(
                "Publishing is Aspire's: dotnet run --project ChildQ.AppHost -p:Orchestrator=Aspire -- publish"
            ),
            _ => throw new CannotStartException($"There is no switch {arg}. The switches are:\n\n{Usage}"),
        };

    private static bool TryReadParameter(string arg, out string name, out string value)
    {
        const string Prefix = "--Parameters:";
        var equals = arg.IndexOf('=', StringComparison.Ordinal);
        var found = equals > 0 && arg.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
        name = found ? arg[Prefix.Length..equals] : "";
        value = found ? arg[(equals + 1)..] : "";
        return found;
    }

    private static string? NullWhenEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
