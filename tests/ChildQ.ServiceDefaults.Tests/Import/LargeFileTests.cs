using System.Text;
using ChildQ.ServiceDefaults.Import;

namespace ChildQ.ServiceDefaults.Tests.Import;

/// <summary>A file about all England, of which one authority's rows are wanted. By itself, so that what is alive in memory is its own.</summary>
[Collection(nameof(LargeFileTests))]
[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
public sealed class LargeFileTests
{
    private const int Rows = 52_000;
    private const int Megabyte = 1024 * 1024;

    private static readonly CsvImportOptions Options = new()
    {
        MaxRows = 100_000,
        MaxBytes = 100 * Megabyte,
        AllowUnknownColumns = true,
        Only = ("LA (code)", "204"),
    };

    private sealed record Row(
        [property: CsvColumn("URN", IsKey = true)] int Urn,
        [property: CsvColumn("LA (code)")] int Authority,
        string Name
    );

    [Fact]
    public async Task Sixty_five_megabytes_are_read_in_bounded_memory_and_the_rows_that_are_wanted_kept()
    {
        await using var england = new Written(Rows, row => $"{100_000 + row},{(row % 500 == 0 ? 204 : 305)},École {row},{Padding}\r\n");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var read = await CsvImport.Read<Row>(england, Options, TestContext.Current.CancellationToken);

        Assert.True(england.Length > 64L * Megabyte, $"{england.Length} bytes");
        Assert.Empty(read.Problems);
        Assert.Equal((Rows, Rows - 104, 104), (read.RowCount, read.Skipped, read.Rows.Count));
        Assert.Equal((100_500, "École 500", 502), (read.Rows[1].Row.Urn, read.Rows[1].Row.Name, read.Rows[1].Line));
        Assert.InRange(england.LiveWhenNearlyRead - before, long.MinValue, 16L * Megabyte);
    }

    [Fact]
    public async Task Whatever_is_wrong_in_a_row_that_is_not_wanted_is_passed_over()
    {
        await using var file = new Written(3, row => row == 1 ? "what,305,,x\n" : $"{row},204,School,x\n");

        var read = await CsvImport.Read<Row>(file, Options, TestContext.Current.CancellationToken);

        Assert.Empty(read.Problems);
        Assert.Equal((3, 1, 2), (read.RowCount, read.Skipped, read.Rows.Count));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_a_problem_of_the_row_after_the_last_good_one()
    {
        await using var file = new Written(20_000, row => row == 2 ? $"2,204,\"School,{Padding}\n" : $"{row},204,School,{Padding}\n");

        var read = await CsvImport.Read<Row>(file, Options, TestContext.Current.CancellationToken);

        var problem = Assert.Single(read.Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains("quote mark may be missing", problem.Reason, StringComparison.Ordinal);
    }

    private static string Padding { get; } = new('x', 1_280);

    /// <summary>Writes itself row by row as it is read, so that it is never in memory as a whole.</summary>
    private sealed class Written(int rows, Func<int, string> row) : Stream
    {
        private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        private byte[] _part = Windows1252.GetBytes("URN,LA (code),name,Padding\n");
        private int _at;
        private int _next;
        private long _length;

        /// <summary>Bytes alive when all but the last hundred rows had been taken.</summary>
        public long LiveWhenNearlyRead { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => _length;
        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            if (_at == _part.Length)
            {
                if (_next == rows)
                {
                    return 0;
                }

                if (_next == rows - 100)
                {
                    LiveWhenNearlyRead = GC.GetTotalMemory(forceFullCollection: true);
                }

                (_part, _at) = (Windows1252.GetBytes(row(_next++)), 0);
            }

            var count = Math.Min(buffer.Length, _part.Length - _at);
            _part.AsSpan(_at, count).CopyTo(buffer);
            (_at, _length) = (_at + count, _length + count);
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer, offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
