using ChildQ.Testing;

namespace ChildQ.Schools.Tests;

public sealed class FreeTextTests(SchoolsHost host) : IClassFixture<SchoolsHost>
{
    /// <summary>References, the words of lists, heads and chairs whom the DfE publishes, and the public directory of advocacy services.</summary>
    private static readonly string[] _notFree =
    [
        "AdvocacyText.Cost",
        "AdvocacyText.Email",
        "AdvocacyText.ForWhom",
        "AdvocacyText.HelpsWith",
        "AdvocacyText.Name",
        "AdvocacyText.Organisation",
        "AdvocacyText.Phone",
        "AdvocacyText.Reference",
        "AdvocacyText.Source",
        "AdvocacyText.Website",
        "GroupText.Group",
        "ListeningText.Themes",
        "SchoolText.ChairOfGovernors",
        "SchoolText.HeadFirstName",
        "SchoolText.HeadLastName",
        "SchoolText.HeadTitle",
        "SchoolText.Name",
        "SchoolText.Phase",
        "SchoolText.Postcode",
        "SchoolText.Trust",
        "SchoolText.Type",
        "StepText.Reference",
        "StepText.Workstream",
        "TrainingText.Reference",
    ];

    [Fact]
    public void Whatever_is_written_as_one_likes_is_screened() =>
        Assert.Equal(string.Join(Environment.NewLine, _notFree), string.Join(Environment.NewLine, UnscreenedText.In(host.Services)));
}
