namespace ChildQ.ServiceDefaults.Screening;

/// <summary>What a part of a text looks like.</summary>
public enum PersonalDataKind
{
    Name,
    DateOfBirth,
    UniquePupilNumber,
    NhsNumber,
    NationalInsuranceNumber,
    Phone,
    Email,
    Postcode,
}

/// <summary>
/// A part of a text that looks like personal data: what and where, never the text itself, so that it may be logged and answered with.
/// </summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Start">Where it starts in the text as it was written, in UTF-16 code units from 0.</param>
/// <param name="Length">How long it is there, in UTF-16 code units.</param>
public sealed record PersonalDataFind(PersonalDataKind Kind, int Start, int Length);
