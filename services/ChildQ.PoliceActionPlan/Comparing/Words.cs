using DiffPlex;
using DiffPlex.Chunkers;

namespace ChildQ.PoliceActionPlan.Comparing;

public enum ChangeKind
{
    Same,
    Added,
    Removed,
    Changed,
}

/// <summary>A run of words that stand in both texts, were added, or were taken out.</summary>
public sealed record Words(ChangeKind Kind, string Text)
{
    private static readonly WordChunker ByWords = new();

    /// <summary>Two texts word by word, spaces kept, so that the same and the added words make the later text, the same and the removed the earlier.</summary>
    public static IReadOnlyList<Words> Compare(string? was, string? now)
    {
        var diff = Differ.Instance.CreateDiffs(was ?? "", now ?? "", ignoreWhiteSpace: false, ignoreCase: false, ByWords);
        var words = new List<Words>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(ChangeKind.Same, diff.PiecesNew, at, block.InsertStartB - at);
            Add(ChangeKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(ChangeKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(ChangeKind.Same, diff.PiecesNew, at, diff.PiecesNew.Count - at);
        return words;

        void Add(ChangeKind kind, IReadOnlyList<string> pieces, int from, int count)
        {
            if (count > 0)
            {
                words.Add(new(kind, string.Concat(pieces.Skip(from).Take(count))));
            }
        }
    }
}
