using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Sql;
using static PrismaLint.Planning.Sections.SectionWriter;

namespace PrismaLint.Planning.Sections.Migration;

/// <summary>The waves at a glance, and the rules that hold for all of them.</summary>
internal static class MigrationOverview
{
    public static void Write(IReadOnlyList<Wave> waves, SectionWriter writer)
    {
        var changes = waves.Sum(wave => wave.Changes.Count);
        var statements = waves.Sum(wave => wave.StatementCount);
        writer.Part("Schema change strategy");
        writer.Text(FormattableString.Invariant($"{PlanFigures.Count(changes, "change")} with {PlanFigures.Count(statements, "statement")}, in {PlanFigures.Count(waves.Count, "wave")}. Any of them may be the last one for a while: the clients that its deployments bring work with what it leaves."));
        writer.Table(
            [Figure("Wave"), Column("What"), Figure("Changes"), Figure("Under a condition"), Figure("Statements"), Column("Strongest lock"), Figure("Deployments"), Column("Asked for by"), Column("Way back")],
            waves.Select(wave => (IReadOnlyList<string>)[
                Number(wave.Number), wave.Title, Number(wave.Changes.Count), Number(wave.Changes.Count(change => change.Condition is not null)), Number(wave.StatementCount), wave.StrongestLock,
                Number(wave.DeploymentCount), wave.Source, wave.WayBack]));
        writer.Part("Zero downtime");
        writer.List(Rules(waves));
        Batches(waves, writer);
        Deployments(waves, writer);
    }

    private static IEnumerable<string> Rules(IReadOnlyList<Wave> waves)
    {
        var concurrent = waves.Sum(wave => wave.ConcurrentCount);
        var exclusive = waves.SelectMany(wave => wave.Steps).Where(step => step.Lock?.StartsWith("ACCESS EXCLUSIVE", StringComparison.Ordinal) == true).ToArray();
        var limited = exclusive.Count(step => step.Sql?.Contains("lock_timeout", StringComparison.Ordinal) == true);
        if (exclusive.Length > 0)
            yield return FormattableString.Invariant($"{exclusive.Length} step{(exclusive.Length == 1 ? " takes" : "s take")} ACCESS EXCLUSIVE, and {(limited == exclusive.Length ? "each sets" : FormattableString.Invariant($"{limited} of them set"))} {PlanText.Code("lock_timeout")} to 2 seconds: if the lock does not come, the step fails, nothing has changed, and it is tried again later. Without it every query of the table queues behind the step.");
        if (concurrent > 0)
        {
            yield return FormattableString.Invariant($"{concurrent} statement{(concurrent == 1 ? " is" : "s are")} CONCURRENTLY and cannot run in a transaction. A migration file with more than one statement is one transaction, so each would need a Prisma migration of its own: {concurrent} file{(concurrent == 1 ? "" : "s")}.");
            yield return $"The shorter way for these: write one migration with {PlanText.Code("prisma migrate dev --create-only")}, in which Prisma puts the plain statements; in production run the CONCURRENTLY forms below with psql, then say {PlanText.Code("prisma migrate resolve --applied")} with the name of the migration. Databases of developers and tests run the plain file.";
        }
        if (waves.Any(wave => wave.Changes.Count > 1 && ChangeGroup.Of(wave.Changes).Any(group => group.Changes.Count > 1)))
        {
            yield return $"Changes of one domain that differ only in the table stand in one block. Run such a block with {PlanText.Code("psql -v ON_ERROR_STOP=1 -f")}, without {PlanText.Code("-1")}: each statement is a transaction of its own there, and a lock is held for one table at a time. "
                + $"In one migration file they would be one transaction, which holds the locks of all its tables to its end. Where a statement fails for its lock, go on from it. The statements go into a migration too, for databases that are made anew; production says {PlanText.Code("prisma migrate resolve --applied")} to it.";
        }
        yield return $"Every other step goes into a migration made with {PlanText.Code("prisma migrate dev --create-only")}: its SQL takes the place of what Prisma wrote there, one file for each phase of a change (expand, migrate, contract), so that a deployment can come between.";
        if (waves.SelectMany(wave => wave.Statements).OfType<TransactionStatement>().Any())
            yield return $"Steps with {PlanText.Code("BEGIN")} and {PlanText.Code("COMMIT")} stand alone in their file.";
        if (waves.SelectMany(wave => wave.Statements).Any(statement => statement is CreateIndexStatement { IsConcurrent: true }))
            yield return $"An index build that fails or is cancelled leaves an invalid index: the verification names it; {PlanText.Code("DROP INDEX CONCURRENTLY")} it and build it again.";
    }

    private static void Batches(IReadOnlyList<Wave> waves, SectionWriter writer)
    {
        var steps = waves.SelectMany(wave => wave.Changes.SelectMany(change => change.Steps.Select(step => (wave.Number, change, step))))
            .Where(item => item.step.Sql?.Contains("-- again until UPDATE 0", StringComparison.Ordinal) == true).ToArray();
        writer.Part("Data migration");
        if (steps.Length == 0)
        {
            writer.Text(FormattableString.Invariant($"None of the {waves.Sum(wave => wave.Changes.Count)} changes writes rows that are there."));
            return;
        }
        writer.Text(FormattableString.Invariant($"{steps.Length} step{(steps.Length == 1 ? " writes" : "s write")} rows, 5,000 at a time; each batch is a transaction of its own, run again until it changes no row, with a pause in which replicas and autovacuum follow."));
        writer.List(steps.Take(12).Select(item => FormattableString.Invariant($"Wave {item.Number}, {item.change.Title}: {WaveParts.Lower(item.step.Text)}")));
    }

    private static void Deployments(IReadOnlyList<Wave> waves, SectionWriter writer)
    {
        var deploys = waves.SelectMany(wave => wave.Changes.SelectMany(change => change.Steps.Select(step => (wave.Number, change, step))))
            .Where(item => item.step.Kind == MigrationStepKind.Deploy).ToArray();
        writer.Part("Deployments of clients");
        if (deploys.Length == 0)
        {
            writer.Text("No wave waits for a client: all of them come in under the clients that run today.");
            return;
        }
        var items = deploys.GroupBy(item => (item.Number, item.step.Text))
            .Select(group => FormattableString.Invariant($"Wave {group.Key.Number}, {PlanFigures.Names([.. group.Select(item => item.change.Subject).Distinct(StringComparer.Ordinal)], 3)}: {group.Key.Text}")).ToArray();
        writer.Text(FormattableString.Invariant($"{PlanFigures.Count(items.Length, "deployment")}, which {PlanFigures.Count(deploys.Length, "step waits", "steps wait")} for; those of one wave may go out together:"));
        if (items.Length <= 12)
            writer.Numbered(items);
        else
            writer.Details(FormattableString.Invariant($"The {items.Length} deployments in their order"), inner => inner.Numbered(items));
    }

    private static string Number(int number) => FormattableString.Invariant($"{number}");
}
