using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>How moments, days and times of day are stored, and where time zones stand.</summary>
internal static class TimeZonePart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        FieldSymbol[] moments = [.. context.Models.SelectMany(model => model.Columns).Where(column => column.Scalar == ScalarType.DateTime)];
        if (moments.Length == 0 || !context.Schema.Connector.IsSql)
            return;
        writer.Part("Time zones");
        var types = moments.GroupBy(column => TypeOf(context, column), StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
        writer.Table(
            [SectionWriter.Column("Type"), SectionWriter.Figure("Columns"), SectionWriter.Column("What it holds"), SectionWriter.Column("Of")],
            types.Select(group => new[] { PlanText.Code(group.Key), PlanFigures.Count(group.Count()), Meaning(context, group.Key), PlanFigures.Names(group.Select(column => column.DisplayName), group.Count() > 24 ? 6 : 12) }));
        writer.List(Lines(context, moments));
        foreach (var zone in context.Models.SelectMany(model => model.Columns).Where(IsZone).Take(2))
            LocalTime.Write(context, zone, zone.Model is { } owner ? Reaching(context, owner, moments) : [], writer);
    }

    private static string TypeOf(PlanContext context, FieldSymbol column) =>
        column.Model is { } model && context.Database.TableOf(model)?.Columns.Find(found => found.Field == column) is { } expected ? expected.Type.ToString().ToLowerInvariant() : "DateTime";

    private static string Meaning(PlanContext context, string type) => !context.IsPostgreSql ? "as the provider defines it"
        : type.StartsWith("timestamptz", StringComparison.Ordinal) ? "a moment, the same for every reader"
        : type.StartsWith("timestamp", StringComparison.Ordinal) ? "a date and a time of day without a zone; the client reads it as UTC"
        : type == "date" ? "a day"
        : type.StartsWith("timetz", StringComparison.Ordinal) ? "a time of day with an offset and no day"
        : type.StartsWith("time", StringComparison.Ordinal) ? "a time of day without a zone"
        : "";

    private static IEnumerable<string> Lines(PlanContext context, FieldSymbol[] moments)
    {
        FieldSymbol[] zones = [.. context.Models.SelectMany(model => model.Columns).Where(IsZone)];
        foreach (var group in zones.GroupBy(zone => zone.Model).Take(6))
        {
            if (group.Key is not { } owner)
                continue;
            var reached = Reaching(context, owner, moments);
            yield return $"{PlanFigures.Join([.. group.Select(zone => PlanText.Code(zone.DisplayName))])} {(group.Count() == 1 ? "names a time zone" : "name time zones")}{(group.Any(zone => zone.IsOptional) ? ", or none" : "")}"
                + (reached.Count > 0 ? $": the local time of {PlanFigures.Names(reached.Select(column => column.DisplayName), 20)} is to be computed with it, over required keys that lead from those rows to {PlanText.Code(owner.Name)}." : ".");
        }
        if (zones.Length == 0)
            yield return "No column names a time zone: local times of a place or a person are known to the application alone.";
        FieldSymbol[] local = [.. moments.Where(column => TypeOf(context, column) is var type && (type == "date" || (type.StartsWith("time", StringComparison.Ordinal) && !type.StartsWith("timestamp", StringComparison.Ordinal))) && !Words.Squash(column.Name).Contains("birth", StringComparison.Ordinal))];
        if (local.Length > 0 && zones.Length > 0)
            yield return $"{PlanFigures.Names(local.Select(column => column.DisplayName))} {(local.Length == 1 ? "holds" : "hold")} a day or a time of day of some place: to become a moment it takes a zone, and the one in force on that day, since clocks change.";
        foreach (var (day, time) in Halves(context, moments))
            yield return $"{PlanText.Code(day.DisplayName)} and {PlanText.Code(time.Name)} hold one moment in two columns: the day within {PlanText.Code(time.Name)} says nothing, or contradicts {PlanText.Code(day.Name)}.";
        FieldSymbol[] texts = [.. context.Models.SelectMany(model => model.Columns).Where(IsTimeOfDay)];
        if (texts.Length > 0)
        {
            yield return $"{PlanFigures.Names(texts.Select(column => column.DisplayName))} {(texts.Length == 1 ? "is a time of day as a text" : "are times of day as texts")}: the type lets {PlanText.Code("25:00")} in, and order is right only while each hour has two digits."
                + (context.IsPostgreSql ? $" {PlanText.Code("time")} refuses the first and needs no convention for the second; either is a time of the clock at the place, without a day and a zone." : "");
        }
        foreach (var group in context.Observed("PL4001").Concat(context.Observed("PL4002")).Concat(context.Observed("PL4003")).Concat(context.Observed("PL8035")).GroupBy(finding => finding.Id, StringComparer.Ordinal))
            yield return $"{group.First().Descriptor.Title}: {PlanFigures.Names(group.Select(finding => finding.Object).OfType<string>().Distinct(StringComparer.Ordinal), 14)}. ({group.Key})";
    }

    private static bool IsZone(FieldSymbol column) => column.Scalar == ScalarType.String && Words.Squash(column.Name) is var name
        && (name.StartsWith("timezone", StringComparison.Ordinal) || name.EndsWith("timezone", StringComparison.Ordinal) || name.EndsWith("timezoneid", StringComparison.Ordinal) || name is "tz" or "tzid" or "tzname");

    // gamedate as a day beside gametime as a moment.
    private static IEnumerable<(FieldSymbol Day, FieldSymbol Time)> Halves(PlanContext context, FieldSymbol[] moments) =>
        from day in moments
        where TypeOf(context, day) == "date" && Words.Squash(day.Name).EndsWith("date", StringComparison.Ordinal)
        let stem = Words.Squash(day.Name)
        from time in moments
        where time.Model == day.Model && TypeOf(context, time).StartsWith("timestamp", StringComparison.Ordinal) && Words.Squash(time.Name) == stem.Remove(stem.Length - 4) + "time"
        select (day, time);

    private static bool IsTimeOfDay(FieldSymbol column) => column.Scalar == ScalarType.String && !column.IsList && column.NativeType?.Number(0) is >= 4 and <= 8
        && Words.Squash(column.Name) is var name && name.Contains("time", StringComparison.Ordinal) && !name.Contains("zone", StringComparison.Ordinal);

    // Moments that say when something takes place, and not when a row came or changed.
    private static List<FieldSymbol> Reaching(PlanContext context, ModelSymbol owner, FieldSymbol[] moments) =>
    [
        .. moments.Where(column => TypeOf(context, column) is var type && (type.StartsWith("timestamp", StringComparison.Ordinal) || !context.IsPostgreSql) && !column.IsUpdatedAt && column.Default?.Function != "now" && !AuditNames.IsCreation(column.Name) && !AuditNames.IsChange(column.Name)
            && Words.ContainsAny(Spaced(column.Name), "date", "time", "start", "end", "scheduled", "opens", "closes", "starts", "ends")
            && column.Model is { } model && (model == owner || Leads(context, model, owner))),
    ];

    // Names in small letters alone end in their word: gamedate.
    private static string Spaced(string name)
    {
        foreach (var word in new[] { "date", "time" })
        {
            if (name.EndsWith(word, StringComparison.OrdinalIgnoreCase) && name.Length > word.Length)
                return name.Remove(name.Length - word.Length) + "_" + word;
        }
        return name;
    }

    private static bool Leads(PlanContext context, ModelSymbol from, ModelSymbol to)
    {
        var seen = new HashSet<ModelSymbol> { from };
        var queue = new Queue<ModelSymbol>([from]);
        while (queue.Count > 0)
        {
            context.Rules.CancellationToken.ThrowIfCancellationRequested();
            foreach (var key in queue.Dequeue().ForeignKeys.Where(key => key.Fields.All(column => column.IsRequired)))
            {
                if (key.Target == to)
                    return true;
                if (seen.Add(key.Target))
                    queue.Enqueue(key.Target);
            }
        }
        return false;
    }
}
