namespace ChildQ.ServiceDefaults.Screening;

/// <summary>
/// Looks for likely personal data in free text (DOMAIN.md, rule 4), so that the writer can take it out or say that it belongs there before it is
/// kept. A net with known holes, not a proof: what it does not look for is in this folder's README. Time grows with the length of
/// the text and with nothing else.
/// </summary>
public static class PersonalDataScreen
{
    // The surest first: where two overlap, the later is the same thing seen less well.
    private static readonly (PersonalDataKind Kind, Func<string, IEnumerable<Stretch>> In)[] Screens =
    [
        (PersonalDataKind.Email, Contacts.Emails),
        (PersonalDataKind.UniquePupilNumber, Identifiers.UniquePupilNumbers),
        (PersonalDataKind.NationalInsuranceNumber, Identifiers.NationalInsuranceNumbers),
        (PersonalDataKind.NhsNumber, Identifiers.NhsNumbers),
        (PersonalDataKind.Phone, Contacts.Phones),
        (PersonalDataKind.DateOfBirth, BirthDates.Find),
        (PersonalDataKind.Postcode, Contacts.Postcodes),
        (PersonalDataKind.Name, Names.Find),
    ];

    /// <summary>What looks like personal data, in the order in which it stands in the text.</summary>
    public static IReadOnlyList<PersonalDataFind> Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var folded = FoldedText.Of(text);
        var taken = new bool[folded.Text.Length];
        var finds = new List<PersonalDataFind>();
        foreach (var (kind, screen) in Screens)
        foreach (var stretch in screen(folded.Text))
        {
            var place = taken.AsSpan(stretch.Start, stretch.Length);
            if (place.Contains(true))
                continue;
            place.Fill(true);
            var (start, length) = folded.AsWritten(stretch.Start, stretch.Length);
            finds.Add(new(kind, start, length));
        }
        return [.. finds.OrderBy(find => find.Start)];
    }

    /// <summary>
    /// Looks at what somebody wrote in one field. With <paramref name="confirmed"/>, they have seen what was found and say
    /// that it belongs there; what is never kept (<see cref="ScreenedText.NeverKeptType"/>) is not kept for that.
    /// </summary>
    public static ScreenedText Check(string? text, bool confirmed, string field = "text") => new(Find(text), confirmed, field);
}
