namespace ChildQ.HackneyData;

/// <summary>One register of one service, and the file that holds it.</summary>
/// <param name="Service">The service's API name, as in <c>/api/{service}</c>.</param>
/// <param name="Name">The register's name in that service.</param>
/// <param name="Path">The file, from the loader's own folder.</param>
/// <param name="Charset">How the file's characters are written.</param>
public sealed record Register(string Service, string Name, string Path, string Charset = "utf-8")
{
    public Uri ImportPath { get; } = new($"api/{Service}/{Name}/import?dryRun=false", UriKind.Relative);

    public string File => System.IO.Path.Combine(AppContext.BaseDirectory, Path);

    public override string ToString() => $"{Service}/{Name}";
}

/// <summary>Every register of the response of June 2022, in the order in which they must be loaded: what is referred to comes first, and so, in the
/// timeline of 14 March 2022, does the publication of the review that its recommendations come from.</summary>
public static class Registers
{
    public static IReadOnlyList<Register> June2022 { get; } =
    [
        Of("oversight", "workstreams"),
        Of("oversight", "milestones"),
        Of("oversight", "findings"),
        Of("oversight", "recommendations"),
        Of("police-action-plan", "bodies"),
        Of("police-action-plan", "priorities"),
        Of("police-action-plan", "frameworks"),
        Of("oversight", "public-affairs"),
        Of("oversight", "steps"),
        Of("police-action-plan", "meetings"),
        Of("police-action-plan", "letters"),
        Of("police-action-plan", "asks"),
        Of("police-action-plan", "commitments"),
        Of("police-action-plan", "actions"),
        Of("police-action-plan", "protocols"),
        Of("schools", "steps"),
        Of("schools", "training"),
        Of("staff-support", "sessions"),
        Of("staff-support", "steps"),
        Of("community-engagement", "activities"),
        Of("community-engagement", "themes"),
        Of("community-engagement", "insights"),
        Of("community-engagement", "steps"),
    ];

    /// <summary>Made-up schools in the layout of the DfE's extract, as the DfE serves it. Not part of the response.</summary>
    public static Register SampleSchools { get; } = new("schools", "schools", Path.Combine("Sample", "edubase-sample.csv"), "windows-1252");

    /// <summary>The sample schools come before everything else, so that guidance finds the schools it is for.</summary>
    public static IEnumerable<Register> ToLoad(bool sampleSchools) => sampleSchools ? June2022.Prepend(SampleSchools) : June2022;

    private static Register Of(string service, string name) => new(service, name, Path.Combine("June2022", service, $"{name}.csv"));
}
