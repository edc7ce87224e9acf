using ChildQ.PoliceActionPlan.Comparing;
using ChildQ.PoliceActionPlan.Plan;

namespace ChildQ.PoliceActionPlan.Tests.Plan;

public sealed class ComparisonTests
{
    [Fact]
    public void Actions_are_added_removed_changed_or_the_same()
    {
        var was = APlan.Text(APlan.Action("ACT-1"), APlan.Action("ACT-2"), APlan.Action("ACT-3"));
        var now = APlan.Text(APlan.Action("ACT-2", "Hold four workshops."), APlan.Action("ACT-3"), APlan.Action("ACT-4"));

        var comparison = Comparison.Of(was, now);

        Assert.Equal(new(1, 1, 1, 1), comparison.Actions);
        Assert.Equal(
            [("ACT-1", ChangeKind.Removed), ("ACT-2", ChangeKind.Changed), ("ACT-4", ChangeKind.Added)],
            comparison.ActionChanges.Select(a => (a.Reference, a.Kind))
        );
        var changed = Assert.Single(comparison.ActionChanges[1].Fields);
        Assert.Equal(("commitment", "Hold three workshops.", "Hold four workshops."), (changed.Field, changed.Was, changed.Is));
        Assert.Empty(comparison.Priorities);
    }

    [Fact]
    public void A_text_is_compared_word_by_word()
    {
        var words = Words.Compare("Hold three workshops in April.", "Hold four workshops in late April.");

        Assert.Equal(
            [
                (ChangeKind.Same, "Hold "),
                (ChangeKind.Removed, "three"),
                (ChangeKind.Added, "four"),
                (ChangeKind.Same, " workshops in"),
                (ChangeKind.Added, " late"),
                (ChangeKind.Same, " April."),
            ],
            words.Select(w => (w.Kind, w.Text))
        );
    }

    [Theory]
    [InlineData(null, "All of it is new.")]
    [InlineData("All of it is gone.", null)]
    [InlineData("a  b\nc", "a b\nc d")]
    [InlineData("", "")]
    [InlineData("One thing.", "Quite another!")]
    public void The_words_make_up_both_texts_again(string? was, string? now)
    {
        var words = Words.Compare(was, now);

        Assert.Equal(was ?? "", string.Concat(words.Where(w => w.Kind != ChangeKind.Added).Select(w => w.Text)));
        Assert.Equal(now ?? "", string.Concat(words.Where(w => w.Kind != ChangeKind.Removed).Select(w => w.Text)));
    }

    [Fact]
    public void An_action_moved_to_another_priority_is_changed()
    {
        var was = PlanText.Of([new("PRI-1", "Trust", null, [APlan.Action()]), new("PRI-2", "Safety", null, [])]);
        var now = PlanText.Of([new("PRI-1", "Trust", null, []), new("PRI-2", "Safety in schools", null, [APlan.Action()])]);

        var comparison = Comparison.Of(was, now);

        Assert.Equal(("priority", "PRI-1", "PRI-2"), Single(comparison.ActionChanges));
        Assert.Equal(("title", "Safety", "Safety in schools"), Single(comparison.Priorities));

        static (string, string?, string?) Single(IReadOnlyList<ItemChange> changes)
        {
            var field = Assert.Single(Assert.Single(changes).Fields);
            return (field.Field, field.Was, field.Is);
        }
    }
}
