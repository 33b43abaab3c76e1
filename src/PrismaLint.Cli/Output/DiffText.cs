using System.Globalization;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Reporting;

namespace PrismaLint.Cli.Output;

/// <summary>A comparison for people: by class, the worst first, each change with its reason, its lock and its steps.</summary>
internal sealed class DiffText(ITextSink sink)
{
    public void Write(SchemaComparison comparison)
    {
        var isFirst = true;
        foreach (var group in comparison.Changes.GroupBy(change => change.Class))
        {
            sink.Write($"{(isFirst ? "" : "\n")}{DiffWords.Heading(group.Key)}\n", ToneOf(group.Key));
            isFirst = false;
            foreach (var change in group)
                Write(change);
        }
    }

    public static void WriteSummary(SchemaComparison comparison, ITextSink sink)
    {
        if (comparison.Changes.Count == 0)
        {
            sink.Write("No changes", Tone.Good);
        }
        else
        {
            sink.Write("\n");
            var isFirst = true;
            foreach (var (changeClass, one, many) in new[]
            {
                (ChangeClass.DataLoss, "loses data", "lose data"), (ChangeClass.Breaking, "breaks running clients", "break running clients"),
                (ChangeClass.Care, "needs care", "need care"), (ChangeClass.Safe, "is safe", "are safe"),
            })
            {
                if (comparison.Count(changeClass) is var count && count == 0)
                    continue;
                sink.Write(isFirst ? "" : ", ");
                sink.Write(string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}"), ToneOf(changeClass));
                isFirst = false;
            }
        }
        sink.Write($" from `{CodeFrame.Show(comparison.OldPath)}` to `{CodeFrame.Show(comparison.NewPath)}`\n");
    }

    private void Write(SchemaChange change)
    {
        sink.Write("\n  " + CodeFrame.Show(change.Message), Tone.Strong);
        var likeness = change.Likeness is { } percent ? string.Create(CultureInfo.InvariantCulture, $", {percent} % alike") : "";
        sink.Write($" [{DiffWords.Of(change.Kind)}{likeness}{(change.IsClientOnly ? ", client only" : "")}]\n", Tone.Dim);
        var places = new[] { change.NewLocation is { } to ? DiffPlace.Of(to) : null, change.OldLocation is { } from ? "was at " + DiffPlace.Of(from) : null };
        sink.Write($"    {string.Join(", ", places.Where(place => place is not null))}\n", Tone.Dim);
        sink.Write("    why: ", Tone.Dim);
        sink.Write(CodeFrame.Show(change.Why) + "\n");
        if (change.Lock is { } taken)
        {
            sink.Write("    lock: ", Tone.Dim);
            sink.Write(CodeFrame.Show(taken.ToString()) + "\n");
        }
        for (var i = 0; i < change.Steps.Count; i++)
        {
            var step = change.Steps[i];
            sink.Write(string.Create(CultureInfo.InvariantCulture, $"    {i + 1}. {DiffWords.Of(step.Phase)}"), Tone.Dim);
            sink.Write($" {DiffWords.Of(step.Kind)}: ", Tone.Fix);
            sink.Write(CodeFrame.Show(step.Text) + (step.Expected is { } expected ? $" (gives: {CodeFrame.Show(expected)})" : "") + "\n");
            foreach (var line in step.Sql?.Split('\n') ?? [])
                sink.Write($"         {CodeFrame.Show(line)}\n");
            if (step.Sql is null || (step.Rollback is null && step.RollbackNote is null))
                continue;
            sink.Write("       back: ", Tone.Dim);
            sink.Write((step.RollbackNote is { } note ? CodeFrame.Show(note) : "") + "\n");
            foreach (var line in step.Rollback?.Split('\n') ?? [])
                sink.Write($"         {CodeFrame.Show(line)}\n");
        }
    }

    private static Tone ToneOf(ChangeClass changeClass) => changeClass switch
    {
        ChangeClass.DataLoss => Tone.Error,
        ChangeClass.Breaking => Tone.Warning,
        ChangeClass.Care => Tone.Suggestion,
        _ => Tone.Good,
    };
}
