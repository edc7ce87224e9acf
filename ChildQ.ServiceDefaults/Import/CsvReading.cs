namespace ChildQ.ServiceDefaults.Import;

/// <summary>One file being read, row by row.</summary>
internal sealed class CsvReading<TRow>(CsvImportOptions options)
{
    private readonly List<CsvRow<TRow>> _rows = [];
    private readonly List<ImportProblem> _problems = [];
    private readonly Dictionary<string, int> _lineOfKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<CsvColumn, int> _places = [];
    private string[]? _header;
    private int _line = 1;
    private int _count;
    private int _skipped;
    private int _onlyIn = -1;
    private long _quotesOutOfPlaceOn;

    /// <summary>The record that starts on this line, about to be taken, breaks the rules of quoting.</summary>
    public void QuotesOutOfPlace(long line) => _quotesOutOfPlaceOn = line;

    /// <summary>The record after the one that starts on this line is longer than any row may be.</summary>
    public void NeverEnds(int line)
    {
        _line = line;
        Refuse("", $"is followed by a row longer than {options.MaxRowLength} characters; a quote mark may be missing");
    }

    /// <summary>Takes the next record, which starts on this line; false when there is no use in reading on.</summary>
    public bool Take(int line, int width, Func<int, string> cell)
    {
        // Of a file of the whole country most rows are not wanted: their other cells are not even made into text.
        if (_header is not null && width == _header.Length && _quotesOutOfPlaceOn != line && IsNotWanted(cell))
        {
            _line = line;
            _skipped++;
            return ++_count <= options.MaxRows || TooManyRows();
        }
        var cells = new string[width];
        for (var place = 0; place < width; place++)
            cells[place] = cell(place);
        return Take(line, cells);
    }

    private bool Take(int line, string[] cells)
    {
        _line = line;
        if (cells.All(string.IsNullOrWhiteSpace))
            return true;
        if (_header is null)
            return TakeHeader(cells);
        if (++_count > options.MaxRows)
            return TooManyRows();
        if (cells.Sum(cell => (long)cell.Length) > options.MaxRowLength)
            Refuse("", $"is longer than {options.MaxRowLength} characters; a quote mark may be missing");
        else if (_quotesOutOfPlaceOn == line)
            Refuse("", "has a quote mark out of place: put the whole cell in quotes, double each quote mark in it, and close it");
        else if (cells.Length != _header.Length)
            Refuse("", $"has {cells.Length} cells where the header has {_header.Length}");
        else
            TakeRow(cells);
        return _problems.Count < options.MaxProblems || Stop($"Reading stopped after {options.MaxProblems} problems.");
    }

    public CsvRead<TRow> Done()
    {
        if (_header is null && _problems.Count == 0)
            Refuse("", "The file is empty.");
        return new(_rows, _count, _skipped, _problems);
    }

    private bool TakeHeader(string[] cells)
    {
        _header = [.. cells.Select(cell => cell.Trim())];
        foreach (var column in CsvColumns<TRow>.Settable)
        {
            var place = Array.FindIndex(_header, name => string.Equals(name, column.Name, StringComparison.OrdinalIgnoreCase));
            if (place >= 0)
                _places[column] = place;
            else if (!column.MayBeMissing)
                Refuse(column.Name, "This column is missing.");
        }
        if (options.Only is { } only)
            _onlyIn = Array.FindIndex(_header, name => string.Equals(name, only.Column, StringComparison.OrdinalIgnoreCase));
        for (var place = 0; place < _header.Length; place++)
        {
            if (_places.ContainsValue(place))
                continue;
            if (IsRepeated(place))
                Refuse(_header[place], "This column is there twice.");
            else if (!options.AllowUnknownColumns)
                // By its number: in a file without a header the first row is somebody's, and nothing of it is repeated.
                Refuse("", $"Column {place + 1} is not known.");
        }
        return _problems.Count == 0;
    }

    private bool IsNotWanted(Func<int, string> cell) => _onlyIn >= 0 && CsvCell.Undo(cell(_onlyIn)).Trim() != options.Only!.Value.Value;

    private bool TooManyRows() => Stop($"has more than {options.MaxRows} rows; import it in parts");

    private bool IsRepeated(int place) =>
        _places.Keys.Any(column => string.Equals(column.Name, _header![place], StringComparison.OrdinalIgnoreCase));

    private void TakeRow(string[] cells)
    {
        var before = _problems.Count;
        var values = CsvColumns<TRow>.Settable.ToDictionary(
            column => column,
            column => Value(column, _places.TryGetValue(column, out var place) ? cells[place] : "")
        );
        if (CsvColumns<TRow>.Key is { } key && values[key]?.ToString() is { Length: > 0 } value && !_lineOfKey.TryAdd(value, _line))
            Refuse(key.Name, $"is already on line {_lineOfKey[value]}");
        if (_problems.Count == before)
            _rows.Add(new(_line, CsvColumns<TRow>.Create(values)));
    }

    private object? Value(CsvColumn column, string cell)
    {
        var text = CsvCell.Undo(cell).Trim();
        if (text.Any(character => char.IsControl(character) && character is not ('\t' or '\r' or '\n')))
            return Refuse(column.Name, "holds a character that cannot be kept");
        if (text.Length > column.MaxLength)
            return Refuse(column.Name, $"must be {column.MaxLength} characters or fewer");
        if (text.Length == 0)
        {
            // A column that may be missing gives what an empty cell gives, required or not.
            if (column.IsRequired && _places.ContainsKey(column))
                Refuse(column.Name, "must not be empty");
            return column.IsList ? Array.CreateInstance(column.Type, 0) : null;
        }
        if (!column.IsList)
            return CsvCell.Parse(column.Type, text) ?? Refuse(column.Name, CsvCell.Expected(column.Type));

        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var list = Array.CreateInstance(column.Type, parts.Length);
        for (var at = 0; at < parts.Length; at++)
        {
            if (CsvCell.Parse(column.Type, parts[at]) is not { } part)
                return Refuse(column.Name, $"{CsvCell.Expected(column.Type)} (several are separated by ;)");
            list.SetValue(part, at);
        }
        return list;
    }

    private object? Refuse(string column, string reason)
    {
        _problems.Add(new(_line, column, reason));
        return null;
    }

    private bool Stop(string reason)
    {
        Refuse("", reason);
        return false;
    }
}
