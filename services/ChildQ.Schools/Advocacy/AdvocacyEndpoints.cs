using ChildQ.ServiceDefaults.Registers;

namespace ChildQ.Schools.Advocacy;

/// <summary>An advocacy service as shown, to everyone.</summary>
public sealed record AdvocacyView(
    Guid Id,
    string Reference,
    string Name,
    string Organisation,
    string HelpsWith,
    string? ForWhom,
    string? Phone,
    string? Email,
    string? Website,
    string? Cost,
    DateOnly? EndedOn,
    DateOnly KnownOn,
    string? Source
)
{
    internal static AdvocacyView Of(AdvocacyService s) =>
        new(
            s.Id,
            s.Reference,
            s.Name,
            s.Organisation,
            s.HelpsWith,
            s.ForWhom,
            s.Phone,
            s.Email,
            s.Website,
            s.Cost,
            s.EndedOn,
            s.KnownOn,
            s.Source
        );
}

/// <summary>An advocacy service as one row of CSV, in and out.</summary>
public sealed record AdvocacyRow(
    string Reference,
    string Name,
    string Organisation,
    string HelpsWith,
    string? ForWhom,
    string? Phone,
    string? Email,
    string? Website,
    string? Cost,
    DateOnly? EndedOn,
    DateOnly? KnownOn,
    string? SourceSection
)
{
    internal static AdvocacyRow Of(AdvocacyService s) =>
        new(
            s.Reference,
            s.Name,
            s.Organisation,
            s.HelpsWith,
            s.ForWhom,
            s.Phone,
            s.Email,
            s.Website,
            s.Cost,
            s.EndedOn,
            s.KnownOn,
            s.Source
        );

    internal AdvocacyText ToText() =>
        new(Reference, Name, Organisation, HelpsWith, ForWhom, Phone, Email, Website, Cost, EndedOn, KnownOn, SourceSection);
}

/// <summary>The public directory of advocacy services for parents, carers and children: kept by the schools lead.</summary>
public static class AdvocacyEndpoints
{
    public static void MapAdvocacy(this RouteGroupBuilder root) =>
        root.MapRegister(
            new Register<AdvocacyService, AdvocacyText, AdvocacyRow, AdvocacyView>
            {
                Name = "advocacy",
                What = "advocacy service",
                Make = AdvocacyService.List,
                Correct = (service, text, _) => service.Correct(text),
                View = AdvocacyView.Of,
                Row = AdvocacyRow.Of,
                Text = row => row.ToText(),
                RowReference = row => row.Reference,
                Searched = service => service.Name + " " + service.Organisation + " " + service.HelpsWith,
                Keep = Can.KeepAdvocacy,
                Import = Can.Import,
            }
        );
}
