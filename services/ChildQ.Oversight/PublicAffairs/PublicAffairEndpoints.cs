using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.Oversight.PublicAffairs;

/// <summary>An ask of government as shown.</summary>
public sealed record PublicAffairView(
    Guid Id,
    string Reference,
    PublicAffairKind Kind,
    DateOnly? On,
    string? MadeBy,
    string? AddressedTo,
    string? Ask,
    string? Answer,
    AskStatus? Status,
    DateOnly KnownOn,
    string? Source
);

/// <summary>An ask of government as one row of CSV.</summary>
public sealed record PublicAffairRow(
    string Reference,
    PublicAffairKind Kind,
    DateOnly? On,
    string? MadeBy,
    string? AddressedTo,
    string? Ask,
    string? Answer,
    AskStatus? Status,
    DateOnly? KnownOn,
    string? SourceSection
);

public static class PublicAffairEndpoints
{
    public static void MapPublicAffairs(this RouteGroupBuilder root) =>
        root.MapRegister(
            new Register<PublicAffair, PublicAffairText, PublicAffairRow, PublicAffairView>
            {
                Name = "public-affairs",
                What = "ask",
                Make = PublicAffair.Record,
                Correct = (affair, text, today) => affair.Correct(text, today),
                View = a => new(a.Id, a.Reference, a.Kind, a.On, a.MadeBy, a.AddressedTo, a.Ask, a.Answer, a.Status, a.KnownOn, a.Source),
                Row = a => new(a.Reference, a.Kind, a.On, a.MadeBy, a.AddressedTo, a.Ask, a.Answer, a.Status, a.KnownOn, a.Source),
                Text = r => new(r.Reference, r.Kind, r.On, r.MadeBy, r.AddressedTo, r.Ask, r.Answer, r.Status, r.KnownOn, r.SourceSection),
                RowReference = r => r.Reference,
                Searched = a => (a.Ask ?? "") + " " + (a.Answer ?? "") + " " + (a.AddressedTo ?? ""),
                Keep = Can.KeepRegisters,
                Import = Can.Import,
            }
        );
}
