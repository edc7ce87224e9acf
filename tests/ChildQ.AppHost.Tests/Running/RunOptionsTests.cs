using ChildQ.AppHost.Local.Running;
using ChildQ.AppHost.Local.Servers;

namespace ChildQ.AppHost.Tests.Running;

public sealed class RunOptionsTests
{
    [Fact]
    public void Switches_are_read()
    {
        var options = RunOptions.Parse(["--fresh", "--no-install", "--Parameters:secret=a=b"], isTest: false);

        Assert.True(options.Fresh);
        Assert.False(options.MayInstall);
        Assert.Equal("a=b", options.Parameters["secret"]);
    }

    [Fact]
    public void A_switch_that_does_not_exist_is_refused_with_those_that_do()
    {
        var refusal = Assert.Throws<CannotStartException>(() => RunOptions.Parse(["--frehs"], isTest: false));

        Assert.Contains("--frehs", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--fresh", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_missing_and_must_not_be_installed_is_named_with_the_command_that_installs_it()
    {
        var machine = new Machine(mayInstall: false, _ => { });

        var refusal = await Assert.ThrowsAsync<CannotStartException>(() =>
            machine.RequireAsync("RabbitMQ", "rabbitmq-server", () => null, TestContext.Current.CancellationToken)
        );

        Assert.Contains("apt-get install -y rabbitmq-server", refusal.Message, StringComparison.Ordinal);
    }
}
