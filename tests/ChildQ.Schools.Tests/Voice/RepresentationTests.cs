using ChildQ.Schools.Pupils;
using ChildQ.Schools.Voice;

namespace ChildQ.Schools.Tests.Voice;

public sealed class RepresentationTests
{
    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 0, 0 }, 0)]
    [InlineData(new[] { 3 }, 3)]
    [InlineData(new[] { 3, 3 }, 6)]
    [InlineData(new[] { 7, 3 }, 7)]
    [InlineData(new[] { 7, 3, 4 }, 14)]
    public void No_two_counts_differ_by_fewer_people_than_may_be_shown(int[] inOrder, int shown) =>
        Assert.Equal(shown, Representation.InPortions(inOrder, threshold: 5));

    [Fact]
    public void Every_group_of_every_dimension_is_there_whether_heard_or_not()
    {
        var shown = Representation.Of([], [], ChildQ.ServiceDefaults.Suppression.SmallNumbers.Default);

        Assert.Equal(Enum.GetValues<Dimension>(), shown.Select(d => d.Dimension));
        Assert.All(shown, d => Assert.Equal(Groups.Of(d.Dimension), d.Groups.Select(g => g.Group)));
        Assert.All(shown.SelectMany(d => d.Groups), g => Assert.Equal((0, Standing.NoneOnRoll), (g.Heard.Value, g.Standing)));
    }
}
