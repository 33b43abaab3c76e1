using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Planning.Document;

namespace PrismaLint.Planning;

/// <summary>A plan, or why there is none.</summary>
/// <param name="Document">The plan; <see langword="null"/> where Prisma refuses the schema.</param>
/// <param name="Errors">What Prisma refuses.</param>
public sealed record PlanResult(PlanDocument? Document, IReadOnlyList<Diagnostic> Errors)
{
    /// <summary>What is wrong with the settings that the plan was made with (PL0012, PL0014).</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];
}
