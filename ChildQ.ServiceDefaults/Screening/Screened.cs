using Microsoft.AspNetCore.Http;

namespace ChildQ.ServiceDefaults.Screening;

/// <summary>Free text on its way in: looked at for personal data before it is kept.</summary>
public static class Screened
{
    /// <summary>422 about the first field that its writer has yet to confirm or change; null where all may be kept.</summary>
    public static IResult? Problem(bool confirmed, params IEnumerable<(string Field, string? Text)> fields) =>
        fields.Select(f => PersonalDataScreen.Check(f.Text, confirmed, f.Field)).FirstOrDefault(s => !s.MayBeKept)?.ToProblem();
}
