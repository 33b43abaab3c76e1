using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>Which rows are worth keeping outside of the database, and what makes them stale.</summary>
internal static class CachePart
{
    private const int Shown = 12;

    // So many reads for each write, of so many reads at least.
    private const double ReadMostly = 100;

    private const double TellingReads = 10_000;

    private const double SmallTable = 10_000;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Caching");
        var candidates = Candidates(context).ToArray();
        if (candidates.Length == 0)
        {
            writer.Text("No model has the shape of a look-up: few columns, no parent, referred to by others." + (context.Live is null ? " Which tables are read far more than written only a database in use can tell." : " No small table is read a hundred times for each row written."));
            return;
        }
        writer.Text($"{Figures.Count(candidates.Length, "candidate")}, for the application to read once and keep. " + (Staleness(context) + Place(context)).TrimEnd());
        writer.Table(
            [SectionWriter.Column("Model"), SectionWriter.Column("What makes it one"), SectionWriter.Figure("Rows"), SectionWriter.Column("Key of an entry"), SectionWriter.Column("What makes an entry stale"), SectionWriter.Column("Staleness allowed")],
            candidates.Take(Shown).Select(candidate => (IReadOnlyList<string>)
            [
                PlanText.Code(candidate.Model.Name), candidate.Reason, Numbers.Rows(context, candidate.Model), Key(context, candidate.Model), Invalidation(context, candidate.Model),
                context.Inputs.StalenessSeconds is { } seconds ? Figures.Count(seconds) + " s, as told for all" : "____",
            ]));
        if (candidates.Length > Shown)
            writer.Text($"and {Numbers.Names(candidates.Skip(Shown).Select(candidate => candidate.Model.Name))}.");
    }

    /// <summary>Look-ups, and small tables that are read far more than written.</summary>
    public static IEnumerable<(ModelSymbol Model, string Reason)> Candidates(PlanContext context)
    {
        foreach (var model in context.Models)
        {
            var read = ReadMostlyReason(context, model);
            if (context.Shapes.Of(model).Why(TableTrait.LookUp) is { } reason && !IsWrittenOften(context, model))
                yield return (model, reason + (read is null ? "" : "; " + read));
            else if (read is not null && context.Volumes.Of(model).Rows <= SmallTable)
                yield return (model, read);
        }
    }

    private static string? ReadMostlyReason(PlanContext context, ModelSymbol model) =>
        Counters(context, model) is var (reads, writes) && reads >= TellingReads && reads >= writes * ReadMostly
            ? $"{Figures.Count(reads, "scan")} and {Figures.Count(writes, "row")} written since the counters began"
            : null;

    private static bool IsWrittenOften(PlanContext context, ModelSymbol model) => Counters(context, model) is var (reads, writes) && reads + writes >= TellingReads && writes * 10 > reads;

    private static (double Reads, double Writes)? Counters(PlanContext context, ModelSymbol model) =>
        context.Live?.Map.TableOf(model) is { } table && TableFacts.Sum(table, counters => counters.SequentialScans + counters.IndexScans) is { } reads && TableFacts.Sum(table, counters => counters.Writes) is { } writes
            ? (reads, writes)
            : null;

    // Rows of one tenant are asked for together.
    private static string Key(PlanContext context, ModelSymbol model)
    {
        if (context.Tenants.ColumnOf(model) is { } tenant)
            return $"all rows of one {PlanText.Code(tenant.Name)}";
        var parent = model.ForeignKeys.FirstOrDefault(key => key.Fields.All(field => field.IsRequired));
        return parent is not null ? $"all rows of one {PlanText.Code(parent.FieldList)}" : "all rows";
    }

    private static string Invalidation(PlanContext context, ModelSymbol model)
    {
        var above = model.ForeignKeys.Where(key => key.OnDelete is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault).Select(key => key.Target.Name).Distinct().ToArray();
        var changed = context.Shapes.Of(model).Columns.Changed is { } moment ? $"; {PlanText.Code(moment.Name)} tells the version" : "";
        return $"writes to {PlanText.Code(model.Name)}{(above.Length == 0 ? "" : $" and deletes of {PlanText.CodeList(above)}")}{changed}";
    }

    private static string Staleness(PlanContext context) => context.Inputs.StalenessSeconds switch
    {
        null => "How old an answer may be is not told (`consistency.staleness_seconds`), and decides whether a time to live is enough or each write has to remove the entry. ",
        0 => $"No read may be stale ({context.Inputs.PlaceOf("consistency.staleness_seconds")}): each write has to remove the entry before it answers, and a time to live is not enough. ",
        { } seconds => $"A read may be {Figures.Count(seconds)} s old ({context.Inputs.PlaceOf("consistency.staleness_seconds")}): that is the longest time to live. ",
    };

    private static string Place(PlanContext context) => context.Inputs.Instances switch
    {
        > 1 and { } instances => $"With {Figures.Count(instances, "instance")} a cache in each process goes stale in the other {Numbers.Text(instances - 1)} until its time is over; one that all share, such as Redis, is emptied once.",
        1 => "With 1 instance a map in the process is enough.",
        _ => "",
    };
}
