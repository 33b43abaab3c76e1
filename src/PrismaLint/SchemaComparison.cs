using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations.Diff;
using PrismaLint.Semantics;
using PrismaLint.Validation;

namespace PrismaLint;

/// <summary>Two schemas, and what changes from one to the other.</summary>
/// <param name="OldPath">How the user calls the old one.</param>
/// <param name="NewPath">How the user calls the new one.</param>
/// <param name="Provider">The database of the new one.</param>
/// <param name="Errors">What Prisma refuses in either; with errors nothing is compared.</param>
/// <param name="Changes">The changes, the worst first.</param>
public sealed record SchemaComparison(
    string OldPath, string NewPath, Provider Provider, IReadOnlyList<Diagnostic> Errors, IReadOnlyList<SchemaChange> Changes)
{
    /// <summary>Both are Prisma schemas, or both Prisma 8 contracts; else nothing is compared.</summary>
    public bool AreOfOneLanguage { get; private init; } = true;

    public int Count(ChangeClass changeClass) => Changes.Count(change => change.Class == changeClass);

    /// <param name="old">The schema as it was.</param>
    /// <param name="next">The schema as it is to be.</param>
    /// <param name="version">The line of Prisma to follow; unknown: what was found near the schemas.</param>
    public static SchemaComparison Compare(SchemaSource old, SchemaSource next, PrismaVersion version = PrismaVersion.Unknown)
    {
        var (before, after) = (Bind(old, version), Bind(next, version));
        Diagnostic[] errors =
        [
            .. new[] { before, after }.SelectMany(SchemaValidator.Validate)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.IsConsequence),
        ];
        var isComparable = before.IsContract == after.IsContract;
        return new SchemaComparison(old.Path, next.Path, after.Provider, errors, errors.Length > 0 || !isComparable ? [] : SchemaDiff.Compare(before, after))
        {
            AreOfOneLanguage = isComparable,
        };
    }

    private static SemanticModel Bind(SchemaSource schema, PrismaVersion version) => Linter.Bind(schema, LintOptions.Default with { PrismaVersion = version });
}
