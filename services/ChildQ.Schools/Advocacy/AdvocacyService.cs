using ChildQ.ServiceDefaults.Problems;
using ChildQ.ServiceDefaults.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChildQ.Schools.Advocacy;

/// <summary>A service that speaks up with and for parents, carers or children, as written.</summary>
/// <param name="Organisation">Who provides it.</param>
/// <param name="HelpsWith">What it is for, in plain words.</param>
/// <param name="Phone">The organisation's own number, never a person's. At least one way to reach it is given.</param>
/// <param name="Email">A shared mailbox of the organisation, never a person's address.</param>
/// <param name="Website">https://...</param>
/// <param name="EndedOn">London date from which it is no longer offered.</param>
public sealed record AdvocacyText(
    string? Reference,
    string? Name,
    string? Organisation,
    string? HelpsWith,
    string? ForWhom,
    string? Phone,
    string? Email,
    string? Website,
    string? Cost,
    DateOnly? EndedOn,
    DateOnly? KnownOn,
    string? Source
) : IRegisteredText;

/// <summary>An entry of the public directory of advocacy services, to which schools point parents and carers.</summary>
public sealed class AdvocacyService : Registered
{
    private AdvocacyService() { }

    public string Name { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public string HelpsWith { get; private set; } = "";

    public string? ForWhom { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    public string? Website { get; private set; }

    public string? Cost { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public static Result<AdvocacyService> List(AdvocacyText text, DateOnly today)
    {
        var service = new AdvocacyService();
        return service
            .Write(text, New(text, today))
            .With(() =>
            {
                service.Enter(text, today);
                return service;
            });
    }

    public Result Correct(AdvocacyText text)
    {
        var written = Write(text, Corrected(text));
        if (written.IsOk)
        {
            Reenter(text);
        }

        return written;
    }

    private Result Write(AdvocacyText text, Check check)
    {
        check
            .Text(text.Name, "name", 200)
            .Text(text.Organisation, "organisation", 200)
            .Text(text.HelpsWith, "helpsWith", 1000)
            .OptionalText(text.ForWhom, "forWhom", 300)
            .OptionalText(text.Phone, "phone", 40)
            .OptionalText(text.Email, "email", 200)
            .OptionalText(text.Website, "website", 300)
            .OptionalText(text.Cost, "cost", 200)
            .That(
                Given(text.Phone) || Given(text.Email) || Given(text.Website),
                "advocacy/no-way-to-reach",
                "Say how to reach it: a telephone number, an e-mail address or a website of the organisation.",
                "phone"
            )
            .That(
                !Given(text.Website) || IsWeb(text.Website!),
                "advocacy/website",
                "Enter the whole address, beginning with https://.",
                "website"
            )
            .That(
                !Given(text.Email) || text.Email!.Contains('@', StringComparison.Ordinal),
                "advocacy/email",
                "Enter an e-mail address.",
                "email"
            )
            .That(
                !Given(text.Phone) || text.Phone!.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '(' or ')'),
                "advocacy/phone",
                "A telephone number holds digits and spaces.",
                "phone"
            );
        if (check.Failed)
        {
            return check.Result;
        }

        (Name, Organisation, HelpsWith, ForWhom) = (text.Name!, text.Organisation!, text.HelpsWith!, text.ForWhom);
        (Phone, Email, Website, Cost, EndedOn) = (text.Phone, text.Email, text.Website, text.Cost, text.EndedOn);
        return Result.Ok;
    }

    private static bool Given(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}

internal sealed class AdvocacyMapping : IEntityTypeConfiguration<AdvocacyService>
{
    public void Configure(EntityTypeBuilder<AdvocacyService> builder) => builder.MapRegistered("advocacy_services");
}
