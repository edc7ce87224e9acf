using System.Text.Json;
using ChildQ.ServiceDefaults.Suppression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ChildQ.ServiceDefaults.Tests.Suppression;

public sealed class SmallNumbersTests
{
    private static readonly SmallNumbers Numbers = SmallNumbers.Default;

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "[c]")]
    [InlineData(4, "[c]")]
    [InlineData(5, "5")]
    [InlineData(9088, "9088")]
    public void A_count_of_one_to_four_is_suppressed_and_zero_is_shown(int count, string shown) =>
        Assert.Equal(shown, Numbers.Of(count).ToString());

    [Fact]
    public void A_higher_threshold_suppresses_more()
    {
        var numbers = new SmallNumbers(new() { Threshold = 10 });

        Assert.True(numbers.Of(9).IsSuppressed);
        Assert.False(numbers.Of(10).IsSuppressed);
    }

    [Fact]
    public void A_threshold_below_five_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmallNumbers(new() { Threshold = 4 }));

    [Fact]
    public async Task A_service_with_a_threshold_below_five_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["Suppression:Threshold"] = "4";
        builder.AddSuppression();
        using var host = builder.Build();

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_threshold_of_a_service_is_its_setting()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["Suppression:Threshold"] = "7";
        builder.AddSuppression();
        using var host = builder.Build();

        Assert.Equal(7, host.Services.GetRequiredService<SmallNumbers>().Threshold);
    }

    [Fact]
    public void Json_says_that_a_number_is_suppressed_and_reads_it_back()
    {
        var json = JsonSerializer.Serialize(new[] { Numbers.Of(3), Numbers.Of(12) }, Json.Options);

        Assert.Equal("""[{"value":null,"suppressed":true},{"value":12,"suppressed":false}]""", json);
        Assert.Equal([Numbers.Of(3), Numbers.Of(12)], JsonSerializer.Deserialize<SuppressedCount[]>(json, Json.Options)!);
    }

    [Fact]
    public void A_number_never_set_is_suppressed() => Assert.True(default(SuppressedCount).IsSuppressed);

    [Theory]
    [InlineData("2,20,40", "[c],[c],40", "62")]
    [InlineData("3,4,40", "[c],[c],40", "47")]
    [InlineData("0,2,20", "0,[c],[c]", "22")]
    [InlineData("6,7,8", "6,7,8", "21")]
    [InlineData("0,0,0", "0,0,0", "0")]
    [InlineData("12,0,0", "12,0,0", "12")]
    // One and one would be known to be one each.
    [InlineData("1,1,20", "[c],[c],[c]", "22")]
    // Each would be known to be four at most.
    [InlineData("1,4", "[c],[c]", "[c]")]
    [InlineData("1,1,1,1,1", "[c],[c],[c],[c],[c]", "[c]")]
    [InlineData("3,0,0", "[c],[c],[c]", "[c]")]
    // All of a small group in one category.
    [InlineData("9,0,0", "[c],[c],[c]", "9")]
    [InlineData("3", "[c]", "[c]")]
    [InlineData("8", "8", "8")]
    public void One_way(string counts, string shown, string total)
    {
        var categories = counts.Split(',').Select((count, index) => KeyValuePair.Create($"c{index}", int.Parse(count)));

        var table = Numbers.Suppress(CountTable.OneWay(categories));

        Assert.Equal(shown, string.Join(',', table.Rows.Select(row => row.Total)));
        Assert.Equal(total, table.Totals.Total.ToString());
        Assert.All(table.Rows, row => Assert.Equal([row.Total], row.Cells));
    }

    [Fact]
    public void Two_way_hides_the_corners_of_a_rectangle_and_shows_every_total()
    {
        var table = Numbers.Suppress(
            CountTable.TwoWay(
                ["Year 7", "Year 8", "Year 9"],
                ["Girls", "Boys"],
                new[,]
                {
                    { 2, 30 },
                    { 14, 12 },
                    { 40, 50 },
                }
            )
        );

        Assert.Equal(
            ["Year 7 [c] [c] 32", "Year 8 [c] [c] 26", "Year 9 40 50 90", "Total 56 92 148"],
            Written(table).Split(Environment.NewLine)
        );
    }

    [Fact]
    public void A_small_group_all_in_one_category_is_hidden_with_its_zero()
    {
        var table = Numbers.Suppress(
            CountTable.TwoWay(
                ["a", "b"],
                ["x", "y"],
                new[,]
                {
                    { 7, 0 },
                    { 6, 700 },
                }
            )
        );

        Assert.Equal(["a [c] [c] 7", "b [c] [c] 706", "Total 13 700 713"], Written(table).Split(Environment.NewLine));
    }

    [Fact]
    public void A_table_without_small_numbers_is_shown_whole()
    {
        var table = Numbers.Suppress(
            CountTable.TwoWay(
                ["a", "b"],
                ["x", "y"],
                new[,]
                {
                    { 50, 0 },
                    { 6, 700 },
                }
            )
        );

        Assert.Equal(["a 50 0 50", "b 6 700 706", "Total 56 700 756"], Written(table).Split(Environment.NewLine));
    }

    [Fact]
    public void Percentages_are_withheld_with_the_numbers()
    {
        var table = Numbers.Suppress(
            CountTable.TwoWay(
                ["Year 7", "Year 8", "Year 9"],
                ["Girls", "Boys"],
                new[,]
                {
                    { 2, 30 },
                    { 14, 12 },
                    { 40, 50 },
                }
            )
        );

        Assert.Null(table.PercentageOfRow("Year 7", "Girls"));
        Assert.Null(table.PercentageOfColumn("Year 8", "Boys"));
        Assert.Equal(44.4m, table.PercentageOfRow("Year 9", "Girls"));
        Assert.Equal(71.4m, table.PercentageOfColumn("Year 9", "Girls"));
        Assert.Null(Numbers.Of(0).PercentageOf(Numbers.Of(0)));
        Assert.Null(Numbers.Of(0).PercentageOf(Numbers.Of(3)));
    }

    [Fact]
    public void People_are_counted_into_every_category_named_beforehand()
    {
        var visits = Enumerable.Range(0, 20).Select(n => (Year: n % 2 == 0 ? "7" : "8", Group: "Black"));

        var table = Numbers.Suppress(CountTable.Count(visits, ["7", "8"], ["Black", "White"], visit => visit.Year, visit => visit.Group));

        Assert.Equal(10, table["7", "Black"].Value);
        Assert.Equal(0, table["8", "White"].Value);
    }

    [Fact]
    public void Negative_counts_and_repeated_categories_are_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            CountTable.TwoWay(
                ["a"],
                ["x"],
                new[,]
                {
                    { -1 },
                }
            )
        );
        Assert.Throws<ArgumentException>(() =>
            CountTable.TwoWay(
                ["a", "a"],
                ["x"],
                new[,]
                {
                    { 1 },
                    { 2 },
                }
            )
        );
        Assert.Throws<ArgumentException>(() =>
            CountTable.TwoWay(
                ["a"],
                ["x", "y"],
                new[,]
                {
                    { 1 },
                }
            )
        );
    }

    private static string Written(SuppressedTable table) =>
        string.Join(
            Environment.NewLine,
            table.Rows.Append(table.Totals).Select(row => $"{row.Label} {string.Join(' ', row.Cells)} {row.Total}")
        );
}
