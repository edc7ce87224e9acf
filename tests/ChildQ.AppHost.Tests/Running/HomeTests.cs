using ChildQ.AppHost.Local.Running;
using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Tests.Running;

public sealed class HomeTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"childq-home-{Guid.NewGuid():N}");

    [Fact]
    public void A_second_run_from_the_same_folder_is_told_who_has_it_and_what_to_do()
    {
        using var first = Home.Open(Options());

        var refusal = Assert.Throws<CannotStartException>(() => Home.Open(Options()));

        Assert.Contains($"process {Environment.ProcessId}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("CHILDQ_HOME=", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_kept_between_runs_and_are_the_owners_alone()
    {
        string first;
        using (var home = Home.Open(Options()))
            first = home.Secret("password");

        using var again = Home.Open(Options());

        Assert.Equal(first, again.Secret("password"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "secrets.json")));
        }
    }

    [Fact]
    public void Fresh_wipes_data_and_secrets()
    {
        string first;
        using (var home = Home.Open(Options()))
        {
            first = home.Secret("password");
            Directory.CreateDirectory(home.Folder("postgres"));
        }

        using var again = Home.Open(Options() with { Fresh = true });

        Assert.NotEqual(first, again.Secret("password"));
        Assert.False(Directory.Exists(again.Folder("postgres")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private RunOptions Options() => new() { Home = _folder };
}
