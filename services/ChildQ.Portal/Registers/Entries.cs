using System.ComponentModel.DataAnnotations;

namespace ChildQ.Portal.Registers;

/// <summary>What every entry of a register shows beside its own facts.</summary>
public interface IEntry
{
    DateOnly KnownOn { get; }
    string? Source { get; }
}

/// <summary>What every entry of a register asks for beside its own fields.</summary>
public abstract class RegisteredForm
{
    [Display(Name = "Reference", Description = "Short and unique, in the register's form. It cannot be changed later.")]
    public string? Reference { get; set; }

    [Display(Name = "Known from", Description = "The day from which this was known. Today if you leave it empty.")]
    public DateOnly? KnownOn { get; set; }

    [Display(Name = "Source", Description = "For example, the section of the report it comes from.")]
    public string? Source { get; set; }

    /// <summary>The writer has seen what looks like personal data, and says that it stays.</summary>
    public bool Confirmed { get; set; }
}

/// <summary>An entry that is not public in every case.</summary>
public abstract class EntryForm : RegisteredForm
{
    [Display(Name = "Who may read it", Description = "What has been public stays public.")]
    public string? Sharing { get; set; }
}
