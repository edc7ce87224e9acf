using ChildQ.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChildQ.ServiceDefaults.Import;

/// <summary>A reason why a file was refused.</summary>
/// <param name="Line">The line on which the row starts, from 1 (the header); 1 where the whole file is meant.</param>
/// <param name="Column">The column's name; empty where the whole row is meant.</param>
/// <param name="Reason">What to mend, in plain words; never what the cell holds.</param>
public sealed record ImportProblem(int Line, string Column, string Reason);

/// <summary>What an import did, or with <see cref="DryRun"/> would do. With any problem nothing was changed.</summary>
public sealed record ImportReport(bool DryRun, int Rows, int Created, int Updated, int Unchanged, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>The problem <c>type</c> of a file that was refused.</summary>
    public const string ProblemType = "import/rows-refused";

    /// <summary>Refused: nothing created, nothing changed.</summary>
    public static ImportReport Refused(bool dryRun, int rows, IReadOnlyList<ImportProblem> problems) =>
        new(dryRun, rows, 0, 0, 0, problems);

    /// <summary>200 with the report, or 422 with the problems.</summary>
    public Results<Ok<ImportReport>, ProblemHttpResult> ToHttpResult()
    {
        if (Problems.Count == 0)
            return TypedResults.Ok(this);
        var problem = Problem.Details(
            StatusCodes.Status422UnprocessableEntity,
            ProblemType,
            $"Nothing was changed. Problems found: {Problems.Count}."
        );
        problem.Extensions["dryRun"] = DryRun;
        problem.Extensions["rows"] = Rows;
        problem.Extensions["problems"] = Problems;
        return TypedResults.Problem(problem);
    }
}
