using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections.Migration;

/// <summary>A wave with all its steps, folded by domain where it is long.</summary>
internal static class WaveParts
{
    // More changes than this are folded.
    private const int Long = 4;

    public static void Write(PlanContext context, Wave wave, SectionWriter writer)
    {
        writer.Part(FormattableString.Invariant($"Wave {wave.Number}: {wave.Title}"));
        if (Introduction(context, wave) is { } words)
            writer.Text(words);
        writer.Text(wave.Changes.Any(change => change.RuleIds.Count > 0)
            ? $"In the Prisma schema this is the fix of {wave.Source} (section 3), and goes there with the same deployment."
            : wave.Kind == PlanChangeKind.Client ? "The database has no part in it."
            : $"The Prisma schema cannot say this ({wave.Source} explains it): {PlanText.Code("prisma migrate")} sees it only in the SQL of migrations, so a database that is made anew has it from there.");
        if (wave.Changes.Count <= Long)
        {
            foreach (var change in wave.Changes)
                Write(change, writer);
            return;
        }
        foreach (var group in wave.Changes.GroupBy(change => DomainOf(context, change)))
        {
            var steps = group.Sum(change => change.Steps.Count(step => step.Sql is not null));
            writer.Details(
                FormattableString.Invariant($"{PlanText.Words(group.Key)}: {PlanFigures.Count(group.Count(), "change")}, {PlanFigures.Count(steps, "step")} with statements"),
                inner =>
                {
                    foreach (var change in group)
                        Write(change, inner);
                });
        }
    }

    private static string DomainOf(PlanContext context, PlanChange change) =>
        context.Schema.FindModel(change.Subject) is { } model && context.Models.Contains(model) ? context.Domains.Of(model).Name : change.Subject;

    private static string? Introduction(PlanContext context, Wave wave)
    {
        var hazards = wave.Changes.Select(change => change.Hazard).OfType<string>().ToArray();
        return wave.Kind switch
        {
            PlanChangeKind.Index => $"The migration that Prisma writes by itself would build them with CREATE INDEX: writes to each table wait until its index is there. Built CONCURRENTLY, reads and writes go on; a build reads its table twice and waits for older transactions.{Duration(context, wave)}",
            PlanChangeKind.IndexRemoval => "Before an index goes, its counter is looked at on the primary and on every replica: a report that runs once a month shows only there.",
            PlanChangeKind.Column when hazards.Length > 0 => "What Prisma's own migration would do stands with each change.",
            _ => null,
        };
    }

    private static string Duration(PlanContext context, Wave wave)
    {
        var known = wave.Changes.Select(change => context.Schema.FindModel(change.Subject)).OfType<Semantics.ModelSymbol>()
            .Select(model => (Model: model, context.Volumes.Of(model).Rows)).Where(pair => pair.Rows is not null)
            .OrderByDescending(pair => pair.Rows).ToArray();
        return known.Length == 0
            ? " How long that takes depends on rows that are not known."
            : FormattableString.Invariant($" The largest table among them that rows are known of is {PlanText.Code(known[0].Model.Name)} with {known[0].Rows:N0} rows; it sets how long the wave takes.");
    }

    private static void Write(PlanChange change, SectionWriter writer)
    {
        writer.Heading(change.Title);
        var rules = change.RuleIds.Count == 0 ? "" : $" ({string.Join(", ", change.RuleIds)})";
        writer.Text($"{Sentence(change.Reason)}{rules}");
        if (change.Condition is { } condition)
            writer.Text(Sentence(condition));
        if (change.Hazard is { } hazard && change.Kind is not (PlanChangeKind.Index or PlanChangeKind.IndexRemoval))
            writer.Text($"Prisma's own migration: {Sentence(hazard)}");
        var number = 0;
        foreach (var step in change.Steps)
            Write(step, ++number, change.Steps.Count, writer);
    }

    private static void Write(PlanStep step, int number, int count, SectionWriter writer)
    {
        var head = count == 1 ? "" : FormattableString.Invariant($"{number}. ");
        var lockWords = step.Lock is { } taken ? $" Lock: {taken}." : "";
        writer.Text($"{head}{Words(step)} {Sentence(step.Text)}{lockWords}");
        if (step.Sql is { } sql)
            writer.Sql(SqlRole.Change, sql);
        if (step.Verification is { } verification)
            writer.Add(new SqlBlock(SqlRole.Verification, verification, $"Verification{(step.Expected is { } expected ? $", gives {expected}" : "")}:") { Expected = step.Expected });
        if (step.Rollback is { } rollback)
            writer.Sql(SqlRole.Rollback, rollback, step.RollbackNote is { } note ? $"Way back; {Lower(Sentence(note))}" : "Way back:");
        else if (step.RollbackNote is { } words && step.Sql is not null)
            writer.Text($"Way back: {Lower(Sentence(words))}");
        else if (Wave.IsOneWay(step))
            writer.Text("Way back: no statement takes this step back; what it changed is in a backup only.");
    }

    private static string Words(PlanStep step) => step.Kind switch
    {
        MigrationStepKind.Deploy => "Deployment:",
        MigrationStepKind.Verify => "Look:",
        MigrationStepKind.Schema => "Schema:",
        _ => step.Phase switch
        {
            MigrationPhase.Expand => "Expand:",
            MigrationPhase.Contract => "Contract:",
            _ => "Migrate:",
        },
    };

    private static string Sentence(string text)
    {
        text = text.TrimEnd();
        return text.Length == 0 || text[text.Length - 1] is '.' or ':' or '?' ? text : text + ".";
    }

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text.Substring(1);
}
