using ChildQ.ServiceDefaults.Access;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.Schools.Tests.Steps;

public sealed class StepsTests(SchoolsHost host) : IClassFixture<SchoolsHost>
{
    private static readonly byte[] June2022 = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "steps.csv"));

    [Fact]
    public async Task The_schools_steps_of_june_2022_are_loaded_whole_and_loading_them_again_changes_nothing()
    {
        await host.ResetAsync();
        using var loader = host.As(Roles.DataLoader);

        var first = await loader.ImportAsync("steps", June2022).ReadAsync<ImportReport>();
        var again = await loader.ImportAsync("steps", June2022).ReadAsync<ImportReport>();

        Assert.Equal(48, first.Rows);
        Assert.Equal((first.Rows, 0, 0), (first.Created, first.Updated, first.Unchanged));
        Assert.Equal((0, 0, first.Rows), (again.Created, again.Updated, again.Unchanged));
    }
}
