using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Tests.Servers;

public sealed class ProgramsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("childq-programs-").FullName;

    [Fact]
    public void A_link_to_a_program_that_is_no_longer_there_is_not_a_program()
    {
        var program = Path.Combine(_folder, "initdb");
        var link = Path.Combine(_folder, "link");
        var linkToLink = Path.Combine(_folder, "link-to-link");
        File.WriteAllText(program, "");
        File.CreateSymbolicLink(link, program);
        File.CreateSymbolicLink(linkToLink, link);
        string[] all = [program, link, linkToLink];
        Assert.All(all, x => Assert.True(Programs.IsThere(x)));

        File.Delete(program);

        Assert.All(all, x => Assert.False(Programs.IsThere(x)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
