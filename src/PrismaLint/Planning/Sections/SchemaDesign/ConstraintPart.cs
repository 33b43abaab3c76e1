using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Referential actions, and rules that a schema of Prisma cannot declare.</summary>
internal static class ConstraintPart
{
    private static readonly NameList s_money = MoneyNames.Words.Default;

    private static readonly string[] s_exclusive =
    [
        "booking", "reservation", "shift", "slot", "availability", "schedule", "season", "term", "price", "rate", "tariff", "membership", "assignment", "rental", "lease", "vacation", "absence", "leave",
        "exclusion", "contract", "salary", "appointment", "hours", "closed", "blackout", "subscription", "version",
    ];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Constraint definitions");
        Actions(context, writer);
        writer.List(FindingLines.Grouped(
            context, "PL2003", "PL2004", "PL2005", "PL2006", "PL2008", "PL2010", "PL2011", "PL2015", "PL2017", "PL2018", "PL3009", "PL3010", "PL8006", "PL8011", "PL8032", "PL8034"));
        if (!context.Schema.Connector.IsSql)
            return;
        var checks = Checks(context).ToArray();
        if (checks.Length > 0)
        {
            writer.Heading("Checks that nothing makes yet");
            writer.Text(FormattableString.Invariant($"Prisma declares no checks. Names of {PlanFigures.Count(checks.Length, "column or pair", "columns and pairs")} speak of a rule; whether it holds is the team's to say.{(context.IsPostgreSql ? " A check is added as " + PlanText.Code("NOT VALID") + ", and validated after the rows that break it are mended." : "")}"));
            Table(context, writer, checks);
        }
        var periods = context.IsPostgreSql ? Exclusions(context).ToArray() : [];
        if (periods.Length > 0)
        {
            writer.Heading("Periods that may overlap");
            writer.Text("Nothing keeps two periods of one parent from overlapping. Where they must not, an exclusion constraint holds it; it needs the extension " + PlanText.Code("btree_gist") + ".");
            writer.Table([SectionWriter.Column("Period"), SectionWriter.Column("Constraint, if they must not overlap")], periods);
        }
    }

    private static void Table(PlanContext context, SectionWriter writer, string[][] rows)
    {
        // Names are quoted as PostgreSQL quotes them.
        TableColumn[] columns = [SectionWriter.Column("Column"), SectionWriter.Column("Rule, as a proposal"), .. context.IsPostgreSql ? [SectionWriter.Column("Check")] : System.Array.Empty<TableColumn>()];
        string[][] cells = [.. rows.Select(row => row.Take(columns.Length).ToArray())];
        writer.Table(columns, cells.Take(20));
        if (cells.Length > 20)
            writer.Details(FormattableString.Invariant($"{cells.Length - 20} more"), inner => inner.Table(columns, cells.Skip(20)));
    }

    private static void Actions(PlanContext context, SectionWriter writer)
    {
        ForeignKeySymbol[] keys = [.. context.Models.SelectMany(model => model.ForeignKeys)];
        if (keys.Length == 0)
        {
            writer.Text("The schema has no foreign key.");
            return;
        }
        if (context.Schema.RelationMode == RelationMode.Prisma || !context.Schema.Connector.IsSql)
            writer.Text(FormattableString.Invariant($"{PlanFigures.Count(keys.Length, "reference")} exist for the client alone; the database checks none of them."));
        writer.Table(
            [SectionWriter.Column("When the parent is deleted"), SectionWriter.Figure("Foreign keys"), SectionWriter.Figure("Written"), SectionWriter.Figure("By default"), SectionWriter.Column("Such as")],
            keys.GroupBy(key => key.OnDelete).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => new[]
            {
                ExpectedForeignKey.Words(group.Key), PlanFigures.Count(group.Count()), PlanFigures.Count(group.Count(key => key.ExplicitOnDelete is not null)), PlanFigures.Count(group.Count(key => key.ExplicitOnDelete is null)),
                PlanFigures.Names(group.Select(key => key.DisplayName).Take(3)),
            }));
        writer.List(keys.GroupBy(key => key.Target).Where(group => group.Select(key => key.OnDelete).Distinct().Count() > 2).OrderByDescending(group => group.Count()).Take(5).Select(group =>
            $"Deleting a row of {PlanText.Code(group.Key.Name)} does {PlanFigures.Count(group.Select(key => key.OnDelete).Distinct().Count())} different things: {PlanFigures.Join([.. group.GroupBy(key => key.OnDelete).OrderBy(actions => actions.Key).Select(actions => ExpectedForeignKey.Words(actions.Key) + " for " + PlanFigures.Names(actions.Select(key => key.Model.Name).Distinct(StringComparer.Ordinal), 4))])}."));
    }

    private static IEnumerable<string[]> Checks(PlanContext context)
    {
        foreach (var model in context.Models)
        {
            foreach (var column in model.Columns.Where(column => !column.IsList && !column.IsId && !column.ForeignKeysOver.Any() && !IsChecked(context, model, column)))
            {
                if (RuleOf(column) is { } rule)
                    yield return [PlanText.Code(column.DisplayName), rule.Text, PlanText.Code($"CHECK ({rule.Sql})")];
            }
            foreach (var period in Periods.Of(model).Where(period => !IsChecked(context, model, period.End)))
                yield return [PlanText.Code(period.Start.DisplayName) + ", " + PlanText.Code(period.End.Name), "the end is not before the beginning", PlanText.Code($"CHECK ({SqlPieces.Name(period.End.ColumnName)} >= {SqlPieces.Name(period.Start.ColumnName)})")];
        }
    }

    private static (string Text, string Sql)? RuleOf(FieldSymbol column)
    {
        if (column.Scalar is not (ScalarType.Int or ScalarType.BigInt or ScalarType.Float or ScalarType.Decimal))
            return null;
        var name = SqlPieces.Name(column.ColumnName);
        var last = Words.Last(column.Name);
        if (last is "percent" or "percentage" or "pct")
            return ("a share of a hundred", $"{name} BETWEEN 0 AND 100");
        if (last is "latitude" or "lat" && column.Scalar != ScalarType.Int)
            return ("degrees", $"{name} BETWEEN -90 AND 90");
        if (last is "longitude" or "lng" or "lon" && column.Scalar != ScalarType.Int)
            return ("degrees", $"{name} BETWEEN -180 AND 180");
        if (last is "quantity" or "qty" or "stock" or "duration" or "size" or "weight" or "capacity" or "seats" || Words.ContainsAny(column.Name, "count"))
            return ("not negative", $"{name} >= 0");
        return MoneyNames.IsMoney(column.Name, s_money) && last is not "balance" && (last is not "total" || column.Scalar == ScalarType.Decimal) ? ("an amount that is not negative", $"{name} >= 0") : null;
    }

    private static bool IsChecked(PlanContext context, ModelSymbol model, FieldSymbol column) => context.Rules.Evidence?.Map.TableOf(model) is { } table
        && table.Constraints.Any(constraint => constraint.Kind == DatabaseConstraintKind.Check && (constraint.Columns.Contains(column.ColumnName) || constraint.Definition?.Contains(column.ColumnName, StringComparison.Ordinal) == true));

    private static IEnumerable<string[]> Exclusions(PlanContext context)
    {
        foreach (var period in context.Models.SelectMany(Periods.Of).Where(period => period.IsTime && MustNotOverlap(period.Model) && RangeOf(context, period) is not null))
        {
            var owner = period.Model.ForeignKeys.Where(key => key.Fields.Count == 1 && key.Fields[0].IsRequired)
                .OrderByDescending(key => context.Growth.ChainOf(key.Target).Count).FirstOrDefault();
            if (owner is null || owner.Fields[0].IsUnique || HasExclusion(context, period.Model))
                continue;
            yield return
            [
                PlanText.Code(period.Start.DisplayName) + " to " + PlanText.Code(period.End.Name) + " of one " + PlanText.Code(owner.Target.Name),
                PlanText.Code($"EXCLUDE USING gist ({SqlPieces.Name(owner.Fields[0].ColumnName)} WITH =, {RangeOf(context, period)}({SqlPieces.Name(period.Start.ColumnName)}, {SqlPieces.Name(period.End.ColumnName)}) WITH &&)"),
            ];
        }
    }

    // Two of them at once would be a contradiction for most; of offers and campaigns any number run side by side.
    private static bool MustNotOverlap(ModelSymbol model) => Words.Squash(model.Name) is var name && Array.Exists(s_exclusive, word => name.Contains(word, StringComparison.Ordinal));

    private static bool HasExclusion(PlanContext context, ModelSymbol model) =>
        context.Rules.Evidence?.Map.TableOf(model)?.Constraints.Any(constraint => constraint.Kind == DatabaseConstraintKind.Exclusion) == true;

    private static string? RangeOf(PlanContext context, Period period)
    {
        var table = context.Database.TableOf(period.Model);
        var types = new[] { period.Start, period.End }.Select(column => table?.Columns.Find(found => found.Field == column)?.Type.Name).Distinct().ToArray();
        return types.Length != 1 ? null : types[0] switch
        {
            "TIMESTAMPTZ" => "tstzrange",
            "TIMESTAMP" => "tsrange",
            "DATE" => "daterange",
            _ => null,
        };
    }
}
