using System.ComponentModel.DataAnnotations;
using ChildQ.Portal.Clients;
using ChildQ.Portal.Components;
using ChildQ.ServiceDefaults.Import;
using Microsoft.AspNetCore.Mvc;

namespace ChildQ.Portal.Registers;

/// <summary>A file to load, and whether only to look.</summary>
public sealed class ImportForm
{
    [Display(Name = "File", Description = "CSV, with the names of the columns in the first row.")]
    [Required(ErrorMessage = "Choose a file")]
    public IFormFile? File { get; set; }

    [Display(Name = "What to do with it")]
    public string DryRun { get; set; } = "true";

    public static IReadOnlyList<Choice> Ways { get; } =
    [
        new("true", "Check it only", "Says what loading it would do, and every problem by its line. Nothing is changed."),
        new("false", "Load it", "All rows or none."),
    ];
}

/// <summary>For the partial that shows what came of a file.</summary>
public interface IImport : IFormOf<ImportForm>
{
    ImportReport? Report { get; }
}

/// <summary>Loads a register from CSV, after a look at what that would do.</summary>
public abstract class ImportPage(ServiceClient client, string register) : FormPage<ImportForm>, IImport
{
    public ImportReport? Report { get; private set; }

    protected abstract string Address { get; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return Page();
        await using var csv = Form.File!.OpenReadStream();
        var only = Form.DryRun != "false";
        var saved = await client.PostCsv($"{register}/import?dryRun={(only ? "true" : "false")}", csv, cancel);
        if (saved.Refused is { } refused)
        {
            ModelState.AddModelError("Form.File", refused.Sentence);
            Report = new(only, refused.Member<int>("rows"), 0, 0, 0, refused.Member<ImportProblem[]>("problems") ?? []);
            return Page();
        }
        Report = saved.Read<ImportReport>();
        return only ? Page() : GoTo(Address, $"Loaded: {Report.Created} new, {Report.Updated} changed, {Report.Unchanged} as they were.");
    }
}
