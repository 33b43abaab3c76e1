using System;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Seeds;
using PrismaLint.Rules.Database;

namespace PrismaLint.Planning.Sections.Testing;

/// <summary>Rows for tests: how many of each model, in which order, and the statements that make them.</summary>
internal static class SeedPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Seed volumes");
        if (!context.Schema.Connector.IsSql)
        {
            writer.Text($"Rows for tests are worked out for SQL databases; for {context.Schema.Connector.DisplayName} none are given.");
            return;
        }
        var plan = SeedPlan.Create(context);
        writer.Text(Intro(context, plan));
        if (plan.Stuck.Count > 0)
            writer.Text($"Required foreign keys form a circle among {PlanText.CodeList(plan.Stuck.Select(model => model.Name))}, or lead to one: no row can be the first, neither in a test nor in use, without a deferred constraint. They get no rows.");
        foreach (var (model, reason) in plan.Left)
            writer.Text($"{PlanText.Code(model.Name)} gets no rows: {reason}.");
        writer.Details(FormattableString.Invariant($"Rows of {Figures.Count(plan.Tables.Count, "model")}, {plan.Tables.Sum(table => table.Rows):N0} in all, parents first"), table => table.Table(
            [SectionWriter.Column("Model"), SectionWriter.Figure("Rows"), SectionWriter.Column("From"), SectionWriter.Column("Behind")],
            plan.Tables.Select(row => new[]
            {
                PlanText.Code(row.Model.Name),
                FormattableString.Invariant($"{row.Rows:N0}"),
                Origin(context, row),
                PlanText.CodeList(row.Keys.Keys.Select(key => key.Target.Name).Where(name => name != row.Model.Name).Distinct()),
            })));
        if (!context.IsPostgreSql)
        {
            writer.Text($"The statements are written for PostgreSQL; for {context.Schema.Connector.DisplayName} a script with `createMany` in the order of the table does the same.");
            return;
        }
        writer.Details("SQL that makes these rows in an empty database", sql =>
            sql.Sql(SqlRole.Seed, string.Join("\n", new SeedSql(context, plan).Statements()), "In this order, in one transaction. Columns that may be empty stay empty, but for keys and what a unique holds."));
    }

    // Each tenant gets the same number of rows.
    private static string Origin(PlanContext context, SeedTable row) => row.Origin is "told" or "database" && context.Volumes.Of(row.Model).Rows is { } rows && rows < row.Rows
        ? FormattableString.Invariant($"{row.Origin}: {rows:N0}, rounded up")
        : row.Origin;

    private static string Intro(PlanContext context, SeedPlan plan)
    {
        var told = plan.Tables.Count(table => context.Volumes.Of(table.Model).Source != VolumeSource.Unknown);
        var text = told == plan.Tables.Count && told > 0
            ? "The rows are those that are told or that the database has."
            : FormattableString.Invariant($"{(told > 0 ? $"For {told} models the rows are told or known; for the others the" : "No volumes are told, so that the")} ratio is an assumption: {SeedPlan.RootRows} rows of what refers to nothing, {SeedPlan.Ratio} rows for each row of the level above, at most {SeedPlan.MostRows:N0}. `models` of the inputs replaces it.");
        return plan.Tenants > 1 && context.Tenants.Tenants.FirstOrDefault() is { } tenant
            ? FormattableString.Invariant($"{text} Rows of the {plan.Tenants:N0} `{tenant.Name}` refer to rows of the same one.")
            : text;
    }
}
