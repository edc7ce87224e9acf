using Google.Protobuf;

namespace ChildQ.AppHost.Local.Dashboard.Otlp;

/// <summary>
/// Walks one protobuf message field by field, by number. OTLP's messages are few and frozen, so they are read directly
/// instead of through generated classes.
/// </summary>
internal sealed class Message(CodedInputStream input)
{
    private uint _tag;

    public Message(byte[] bytes)
        : this(new CodedInputStream(bytes)) { }

    /// <summary>The number of the field that <see cref="Next"/> moved to.</summary>
    public int Field => WireFormat.GetTagFieldNumber(_tag);

    public bool Next()
    {
        _tag = input.ReadTag();
        return _tag != 0;
    }

    public void Skip() => input.SkipLastField();

    public string Text() => Is(WireFormat.WireType.LengthDelimited).ReadString();

    public byte[] Bytes() => Is(WireFormat.WireType.LengthDelimited).ReadBytes().ToByteArray();

    public Message Nested() => new(Is(WireFormat.WireType.LengthDelimited).ReadBytes().CreateCodedInput());

    public ulong Fixed64() => Is(WireFormat.WireType.Fixed64).ReadFixed64();

    public long SignedFixed64() => Is(WireFormat.WireType.Fixed64).ReadSFixed64();

    public double Double() => Is(WireFormat.WireType.Fixed64).ReadDouble();

    public long Integer() => Is(WireFormat.WireType.Varint).ReadInt64();

    public bool Flag() => Is(WireFormat.WireType.Varint).ReadBool();

    /// <summary>Adds one value, or a packed run of them: senders may write a repeated number either way.</summary>
    public void Fixed64s(List<ulong> values) => Repeated(values, static i => i.ReadFixed64());

    /// <inheritdoc cref="Fixed64s"/>
    public void Doubles(List<double> values) => Repeated(values, static i => i.ReadDouble());

    private void Repeated<T>(List<T> values, Func<CodedInputStream, T> read)
    {
        if (WireFormat.GetTagWireType(_tag) != WireFormat.WireType.LengthDelimited)
        {
            values.Add(read(Is(WireFormat.WireType.Fixed64)));
            return;
        }
        var packed = input.ReadBytes().CreateCodedInput();
        while (!packed.IsAtEnd)
        {
            values.Add(read(packed));
        }
    }

    private CodedInputStream Is(WireFormat.WireType expected) =>
        WireFormat.GetTagWireType(_tag) == expected
            ? input
            : throw new MalformedTelemetryException($"Field {Field} has wire type {WireFormat.GetTagWireType(_tag)}, expected {expected}.");
}
