using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Integrity;
using PrismaLint.Rules.Database;

namespace PrismaLint.Planning.Sections.Testing;

/// <summary>Queries that must return no row.</summary>
internal static class IntegrityPart
{
    private const int Shown = 3;

    private static readonly (IntegrityGroup Group, string Title, string Text)[] s_groups =
    [
        (IntegrityGroup.Orphans, "Rows without their parent", "No foreign key of the database forbids these."),
        (IntegrityGroup.Values, "Values out of bounds", "The schema cannot declare a CHECK, so that nothing refuses these; that they are faults follows from the names of the columns."),
        (IntegrityGroup.Duplicates, "Duplicates", "Each stands for a unique that is missing, or that takes two spellings for two values."),
        (IntegrityGroup.SoftDeletes, "Living children of deleted parents", "Both sides mark rows as deleted, and the mark of the parent does not reach the child by itself."),
        (IntegrityGroup.Tenants, "Rows of two tenants", "Every column is checked by itself by its foreign key; that all of them lead to one tenant, no constraint says."),
        (IntegrityGroup.Paths, "Two ways to one parent", "A key of the row and a key of its parent lead to the same model. Where a row may refer across on purpose, its query goes."),
        (IntegrityGroup.Periods, "Overlapping periods", "Whether periods of one parent may overlap is for the team to say; where they may, the query goes. An exclusion constraint would refuse them."),
    ];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Data integrity checks");
        if (!context.IsPostgreSql)
        {
            writer.Text($"The checks are written for PostgreSQL; this schema is one for {context.Schema.Connector.DisplayName}, so that none is given.");
            return;
        }
        var checks = IntegrityChecks.Find(context);
        if (checks.Count == 0)
        {
            writer.Text($"Nothing that {(context.Models.Count == 1 ? "the model declares" : $"the {context.Models.Count} models declare")} leaves a question open that a query could answer: each reference has its foreign key, and no column is named for a bound.");
            return;
        }
        writer.Text(FormattableString.Invariant($"{Figures.Count(checks.Count)} {Figures.Verb(checks.Count, "query", "queries")}, made from the relations and names of this schema. Each returns no row as long as the rows are sound; a row of one is a fault or an exception that somebody can name. They run nightly, and before each step of section 7 that adds a constraint."));
        foreach (var (group, title, text) in s_groups)
            Write(writer, title, group == IntegrityGroup.Tenants ? text + Tenant(context) : text, [.. checks.Where(check => check.Group == group)]);
    }

    private static string Tenant(PlanContext context) => context.Tenants.Status == TenantStatus.Proposed && context.Tenants.ColumnName is { } column
        ? $" That {PlanText.Code(column)} tells tenants apart is a proposal (section 6); a row that several tenants share on purpose is no fault."
        : "";

    private static void Write(SectionWriter writer, string title, string text, IReadOnlyList<IntegrityCheck> checks)
    {
        if (checks.Count == 0)
            return;
        writer.Heading(FormattableString.Invariant($"{title} ({checks.Count})")).Text(text);
        foreach (var check in checks.Take(Shown))
            Write(writer, check);
        writer.Details(FormattableString.Invariant($"{checks.Count - Shown} more"), more =>
        {
            foreach (var check in checks.Skip(Shown))
                Write(more, check);
        });
    }

    private static void Write(SectionWriter writer, IntegrityCheck check) =>
        writer.Sql(SqlRole.Integrity, check.Sql, check.RuleId is null ? check.Caption : $"{check.Caption} ({check.RuleId})");
}
