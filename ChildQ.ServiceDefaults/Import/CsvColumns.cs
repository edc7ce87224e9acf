using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace ChildQ.ServiceDefaults.Import;

/// <summary>One column of a file and the property of a row that holds it.</summary>
internal sealed record CsvColumn(
    string Name,
    PropertyInfo Property,
    Type Type,
    bool IsList,
    bool IsRequired,
    bool IsKey,
    bool MayBeMissing,
    int MaxLength
);

/// <summary>The columns of a row type, worked out once: a record by its constructor, its other settable properties after.</summary>
internal static class CsvColumns<TRow>
{
    private static readonly ConstructorInfo? Constructor = typeof(TRow)
        .GetConstructors()
        .OrderByDescending(constructor => constructor.GetParameters().Length)
        .FirstOrDefault();

    private static readonly Dictionary<string, ParameterInfo> Parameters =
        Constructor?.GetParameters().ToDictionary(parameter => parameter.Name!, StringComparer.OrdinalIgnoreCase) ?? [];

    public static readonly IReadOnlyList<CsvColumn> All =
    [
        .. typeof(TRow)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(Describe),
    ];

    public static CsvColumn? Key =>
        All.FirstOrDefault(column => column.IsKey)
        ?? All.FirstOrDefault(column => string.Equals(column.Name, "reference", StringComparison.Ordinal));

    /// <summary>The columns that a file may bring: those whose value can be set.</summary>
    public static IReadOnlyList<CsvColumn> Settable { get; } =
    [.. All.Where(column => column.Property.CanWrite || Parameters.ContainsKey(column.Property.Name)).Select(RequireReadable)];

    public static TRow Create(IReadOnlyDictionary<CsvColumn, object?> values)
    {
        var byName = values.ToDictionary(value => value.Key.Property.Name, value => value.Value, StringComparer.OrdinalIgnoreCase);
        var row = Constructor is null
            ? Activator.CreateInstance<TRow>()!
            : Constructor.Invoke([.. Parameters.Values.Select(p => byName.GetValueOrDefault(p.Name!))]);
        foreach (var (column, value) in values)
            if (!Parameters.ContainsKey(column.Property.Name))
                column.Property.SetValue(row, value);
        return (TRow)row;
    }

    private static CsvColumn Describe(PropertyInfo property)
    {
        var said = Attribute<CsvColumnAttribute>(property);
        var isList = property.PropertyType.IsArray;
        var type = isList ? property.PropertyType.GetElementType()! : property.PropertyType;
        var isNullable = property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : new NullabilityInfoContext().Create(property).ReadState is not NullabilityState.NotNull;
        return new(
            said?.Name ?? CsvWords.Split(property.Name, '_'),
            property,
            Nullable.GetUnderlyingType(type) ?? type,
            isList,
            IsRequired: Attribute<RequiredAttribute>(property) is not null || (!isNullable && !isList),
            IsKey: said?.IsKey ?? false,
            MayBeMissing: said?.MayBeMissing ?? false,
            Attribute<MaxLengthAttribute>(property)?.Length ?? int.MaxValue
        );
    }

    private static CsvColumn RequireReadable(CsvColumn column) =>
        CsvCell.CanBe(column.Type)
            ? column
            : throw new NotSupportedException($"{typeof(TRow).Name}.{column.Property.Name} is of a type that a cell cannot hold.");

    private static TAttribute? Attribute<TAttribute>(PropertyInfo property)
        where TAttribute : Attribute =>
        property.GetCustomAttribute<TAttribute>() ?? Parameters.GetValueOrDefault(property.Name)?.GetCustomAttribute<TAttribute>();
}
