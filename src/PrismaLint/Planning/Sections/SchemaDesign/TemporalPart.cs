using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Seasons and other periods that rows belong to, effective dates, current rows, versions.</summary>
internal static class TemporalPart
{
    private static readonly string[] s_periods = ["season", "semester", "term", "quarter", "period", "cycle", "sprint", "year", "edition", "round"];
    private static readonly string[] s_versions = ["version", "revision", "versionnumber", "revisionnumber"];
    private static readonly string[] s_current = ["iscurrent", "current", "islatest", "latest"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        var seasons = SeasonModels(context);
        var lines = seasons.Select(season => Season(context, season)).Concat(Current(context)).Concat(Versions(context)).ToList();
        Period[] ranges = [.. context.Models.SelectMany(Periods.Of).Where(period => period.IsTime)];
        if (ranges.Length > 0)
            lines.Add($"Rows that hold for a time: {PlanFigures.Cut(ranges.Select(range => PlanText.Code(range.Start.DisplayName) + " to " + PlanText.Code(range.End.Name)))}. What holds now is {PlanText.Code(HoldsNow(ranges[0]))} for the first of them.");
        string[] records = [.. context.Growth.All.Where(sign => sign.IsAppendOnly && IsRecord(sign.Model.Name)).Select(sign => sign.Model.Name)];
        if (records.Length > 0)
            lines.Add($"Records of what happened: {PlanFigures.Names(records)}. They have a moment and no column of a later change.");
        writer.Part("Temporal data");
        if (lines.Count == 0)
            writer.Text("No model names a period, a version or a current row.");
        writer.List(lines);
        foreach (var season in seasons.Where(season => season.ReferencingKeys.Count > 0).Take(2))
            PeriodKeys.Write(context, season, writer);
    }

    private static bool IsRecord(string name)
    {
        var last = Inflection.Default.Singular(Words.Last(name));
        return last is "event" or "activity" || last.EndsWith("log", StringComparison.Ordinal) || last.EndsWith("history", StringComparison.Ordinal) || last.EndsWith("audit", StringComparison.Ordinal);
    }

    private static string HoldsNow(Period period) => period.End.IsOptional
        ? $"{period.Start.ColumnName} <= now() AND ({period.End.ColumnName} IS NULL OR {period.End.ColumnName} > now())"
        : $"{period.Start.ColumnName} <= now() AND {period.End.ColumnName} > now()";

    // Models of periods that others refer to: seasons, terms, rounds; the one that most rows hang on first.
    private static ModelSymbol[] SeasonModels(PlanContext context) =>
    [
        .. context.Models.Where(model => Array.IndexOf(s_periods, Inflection.Default.Singular(Words.Last(model.Name))) >= 0 && model.ReferencingKeys.Any(key => key.Model != model))
            .OrderByDescending(model => model.ReferencingKeys.Count),
    ];

    private static string Season(PlanContext context, ModelSymbol model)
    {
        string[] direct = [.. model.ReferencingKeys.Select(key => key.Model).Where(child => child != model).Distinct().Select(child => child.Name)];
        var below = Below(model) - direct.Length;
        var text = $"{PlanText.Code(model.Name)} parts rows by time: " + (below > 0
            ? $"{PlanFigures.Count(direct.Length, "model refers", "models refer")} to it, and {PlanFigures.Count(below, "more model lies", "more models lie")} below those over required keys. "
            : $"{PlanFigures.Names(direct, 16)} {(direct.Length == 1 ? "refers" : "refer")} to it. ");
        string[] bare = [.. model.ReferencingKeys.Where(key => !key.Model.HasIndexFor(key) && !key.HasOwnIndex).Select(key => key.Model.Name).Distinct(StringComparer.Ordinal)];
        text += Periods.Of(model).FirstOrDefault() is { } period ? $"Its bounds are {PlanText.Code(period.Start.Name)} and {PlanText.Code(period.End.Name)}." : Bounds(model);
        if (bare.Length > 0 && !context.Schema.Connector.IndexesForeignKeys)
            text += $" Reading one of them from {PlanFigures.Names(bare, 16)} reads the whole table, for want of an index." + (context.Report.Visible.Any(finding => finding.Id == "PL3001") ? " (PL3001)" : "");
        return text;
    }

    // A row beside it, one for each, may have them.
    private static string Bounds(ModelSymbol model)
    {
        var beside = model.ReferencingKeys.Where(key => key.IsOneToOne).Select(key => Periods.Of(key.Model).FirstOrDefault()).OfType<Period>().FirstOrDefault();
        return beside is null
            ? "It has no columns for its bounds: when it begins and ends is known to the application alone."
            : $"It has no columns for its bounds: {PlanText.Code(beside.Start.DisplayName)} and {PlanText.Code(beside.End.Name)} hold them, for those that have such a row.";
    }

    private static int Below(ModelSymbol start)
    {
        var seen = new HashSet<ModelSymbol> { start };
        var queue = new Queue<ModelSymbol>([start]);
        while (queue.Count > 0)
        {
            foreach (var key in queue.Dequeue().ReferencingKeys.Where(key => key.Fields.All(column => column.IsRequired)))
            {
                if (seen.Add(key.Model))
                    queue.Enqueue(key.Model);
            }
        }
        return seen.Count - 1;
    }

    private static IEnumerable<string> Current(PlanContext context)
    {
        foreach (var model in context.Models)
        {
            var name = Words.Squash(model.Name);
            if ((name.StartsWith("current", StringComparison.Ordinal) || name.StartsWith("active", StringComparison.Ordinal)) && context.Models.FirstOrDefault(other => Inflection.Default.Singular(name).EndsWith(Inflection.Default.Singular(Words.Squash(other.Name)), StringComparison.Ordinal) && other != model) is { } period)
                yield return CurrentTable(model, period);
            foreach (var column in model.Columns.Where(column => column.Scalar == ScalarType.Boolean && Array.IndexOf(s_current, Words.Squash(column.Name)) >= 0))
                yield return $"{PlanText.Code(column.DisplayName)} marks the current row." + (context.Observed("PL5019").Any(finding => finding.Object == column.DisplayName) ? " Nothing keeps two rows from being current. (PL5019)" : "");
            foreach (var key in model.ForeignKeys.Where(key => Words.Squash(key.RelationField.Name) is var field && (field.StartsWith("current", StringComparison.Ordinal) || field.StartsWith("latest", StringComparison.Ordinal))))
                yield return $"{PlanText.Code(key.DisplayName)} points to the current row of {PlanText.Code(key.Target.Name)}: there is one at most, and changing it is one update.";
        }
    }

    private static string CurrentTable(ModelSymbol model, ModelSymbol period)
    {
        var columns = PlanText.Code(string.Join(", ", model.PrimaryKey?.Columns.Select(column => column.Path) ?? []));
        var text = $"Which {PlanText.Code(period.Name)} is current stands in a table of its own, {PlanText.Code(model.Name)}, with one row for each {columns}.";
        var keysToPeriod = model.ForeignKeys.Where(key => key.Target == period).ToArray();
        if (keysToPeriod.Length > 0)
            return text;
        var reference = model.Columns.FirstOrDefault(column => Words.Squash(column.Name).StartsWith(Inflection.Default.Singular(Words.Squash(period.Name)), StringComparison.Ordinal));
        return reference is null ? text : text + $" {PlanText.Code(reference.DisplayName)} is no foreign key: it may name a row of {PlanText.Code(period.Name)} that is gone{Foreign(model, period)}.";
    }

    // Both rows belong to a row of a third model, and nothing says that it is the same one.
    private static string Foreign(ModelSymbol model, ModelSymbol period)
    {
        var owner = model.ForeignKeys.Select(key => key.Target).FirstOrDefault(target => period.ForeignKeys.Any(key => key.Target == target && key.Fields.Count == 1));
        return owner is null ? "" : $", or one of another row of {PlanText.Code(owner.Name)}";
    }

    private static IEnumerable<string> Versions(PlanContext context)
    {
        FieldSymbol[] columns = [.. context.Models.SelectMany(model => model.Columns).Where(column => column.Scalar is ScalarType.Int or ScalarType.BigInt && Array.IndexOf(s_versions, Words.Squash(column.Name)) >= 0)];
        if (columns.Length == 0)
            yield break;
        string[] loose = [.. context.Observed("PL5020").Select(finding => finding.Object).OfType<string>().Distinct(StringComparer.Ordinal)];
        yield return $"Version numbers: {PlanFigures.Names(columns.Select(column => column.DisplayName))}." + (loose.Length > 0 ? $" Not unique: {PlanFigures.Names(loose)}. (PL5020)" : "");
    }
}
