using ChildQ.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;

namespace ChildQ.ServiceDefaults.Screening;

/// <summary>What screening one field came to. Holds no part of the text, so it may be logged and answered with.</summary>
/// <param name="Finds">What looks like personal data, and where.</param>
/// <param name="Confirmed">The writer has said that it belongs there.</param>
/// <param name="Field">The field, camel case.</param>
/// <param name="MayBeConfirmed">Whether its writer may keep what does not identify a child by itself: a name, a phone number, an address.</param>
public sealed record ScreenedText(IReadOnlyList<PersonalDataFind> Finds, bool Confirmed, string Field, bool MayBeConfirmed = true)
{
    /// <summary>The problem <c>type</c> of a text that its writer has yet to confirm or change.</summary>
    public const string ProblemType = "screening/likely-personal-data";

    /// <summary>The problem <c>type</c> of a text that is not kept whatever its writer says: they can only change it.</summary>
    public const string NeverKeptType = "screening/never-kept";

    private static readonly PersonalDataKind[] Never =
    [
        PersonalDataKind.DateOfBirth,
        PersonalDataKind.UniquePupilNumber,
        PersonalDataKind.NhsNumber,
    ];

    public bool MayBeKept => Finds.Count == 0 || (Confirmed && Type == ProblemType);

    /// <summary>For a rule of an entity or a <see cref="Check"/>: Ok, or the field at fault.</summary>
    public Result Result => MayBeKept ? Result.Ok : Rule.Broken(Type, Message, Field);

    /// <summary>A date of birth, a pupil number and an NHS number are never kept, of anyone, anywhere (DOMAIN.md, rule 4).</summary>
    private string Type => !MayBeConfirmed || Finds.Any(find => Never.Contains(find.Kind)) ? NeverKeptType : ProblemType;

    /// <summary>422 with the kinds and places under <c>finds</c>, so that a page can show the writer what is meant.</summary>
    public IResult ToProblem()
    {
        var problem = Problem.Details(StatusCodes.Status422UnprocessableEntity, Type, Message, Field);
        problem.Extensions["finds"] = Finds;
        return TypedResults.Problem(problem);
    }

    private string Message =>
        $"This may identify someone: {string.Join(", ", Finds.Select(find => Words(find.Kind)).Distinct(StringComparer.Ordinal))}. "
        + (
            Type == ProblemType ? "Take it out, or confirm that it should stay."
            : Finds.Any(find => find.Kind is PersonalDataKind.DateOfBirth)
                ? "It is never kept: take it out. A date that is nobody's date of birth can be written as month and year."
            : "It is never kept: take it out."
        );

    private static string Words(PersonalDataKind kind) =>
        kind switch
        {
            PersonalDataKind.Name => "a name",
            PersonalDataKind.DateOfBirth => "a date of birth",
            PersonalDataKind.UniquePupilNumber => "a unique pupil number",
            PersonalDataKind.NhsNumber => "an NHS number",
            PersonalDataKind.NationalInsuranceNumber => "a National Insurance number",
            PersonalDataKind.Phone => "a phone number",
            PersonalDataKind.Email => "an e-mail address",
            PersonalDataKind.Postcode => "a postcode",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
