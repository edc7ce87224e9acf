using Microsoft.AspNetCore.Http;

namespace ChildQ.ServiceDefaults.Screening;

/// <summary>Free text on its way in: looked at for personal data before it is kept.</summary>
public static class Screened
{
    /// <summary>
    /// 422 about the first field that its writer has yet to confirm or change (<c>screening/likely-personal-data</c>), or that is never kept, confirmed or
    /// not (<c>screening/never-kept</c>); null where all may be kept.
    /// </summary>
    public static IResult? Problem(bool confirmed, params IEnumerable<(string Field, string? Text)> fields) =>
        First(fields.Select(f => PersonalDataScreen.Check(f.Text, confirmed, f.Field)));

    /// <summary>The same of a record about a child, where nothing that may identify someone is kept, whatever its writer says.</summary>
    public static IResult? ProblemOfAnyKind(params IEnumerable<(string Field, string? Text)> fields) =>
        First(fields.Select(f => PersonalDataScreen.Check(f.Text, confirmed: false, f.Field) with { MayBeConfirmed = false }));

    private static IResult? First(IEnumerable<ScreenedText> texts) => texts.FirstOrDefault(s => !s.MayBeKept)?.ToProblem();
}
