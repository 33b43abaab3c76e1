using System;
using System.Collections.Generic;
using System.Linq;
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
            ? $"In the Prisma schema this is the fix of {Rules(wave)} (section 3), and goes there with the same deployment.{(wave.Changes.Any(change => change.RuleIds.Count == 0) ? " What no rule asks for goes there by hand." : "")}"
            : wave.Kind == PlanChangeKind.Client ? "The database has no part in it."
            : $"The Prisma schema cannot say this ({wave.Source} explains it): {PlanText.Code("prisma migrate")} sees it only in the SQL of migrations, so a database that is made anew has it from there.");
        WriteConditions(wave, writer);
        if (wave.Changes.Count <= Long)
        {
            foreach (var group in ChangeGroup.Of(wave.Changes))
                Write(group, isAlone: false, writer);
            return;
        }
        foreach (var domain in wave.Changes.GroupBy(change => DomainOf(context, change)))
        {
            var groups = ChangeGroup.Of(domain);
            if (!IsOfModel(context, domain.First()))
            {
                foreach (var group in groups)
                    Write(group, isAlone: false, writer);
                continue;
            }
            var statements = Wave.CountStatements(domain);
            writer.Details(
                FormattableString.Invariant($"{PlanText.Words(domain.Key)}: {PlanFigures.Count(domain.Count(), "change")}, {PlanFigures.Count(statements, "statement")}"),
                inner =>
                {
                    foreach (var group in groups)
                        Write(group, isAlone: groups.Count == 1, inner);
                });
        }
    }

    private static string Rules(Wave wave) => string.Join(", ", wave.Changes.SelectMany(change => change.RuleIds).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal));

    private static string DomainOf(PlanContext context, PlanChange change) =>
        context.Schema.FindModel(change.Subject) is { } model && context.Models.Contains(model) ? context.Domains.Of(model).Name : change.Subject;

    private static bool IsOfModel(PlanContext context, PlanChange change) => context.Schema.FindModel(change.Subject) is not null;

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

    // Each condition once, with what it holds for where it does not hold for all.
    private static void WriteConditions(Wave wave, SectionWriter writer)
    {
        var conditions = wave.Changes.Where(change => change.Condition is not null).GroupBy(change => change.Condition ?? "", StringComparer.Ordinal).ToArray();
        if (conditions.Length == 0)
            return;
        if (conditions.Length == 1 && conditions[0].Count() == wave.Changes.Count)
        {
            writer.Text($"Condition of the whole wave: {Sentence(conditions[0].Key)}");
            return;
        }
        writer.Text("Conditions, without which a change is not wanted:");
        writer.List(conditions.Select(condition => $"{PlanText.CodeList(condition.Select(change => change.Subject).Distinct(StringComparer.Ordinal))}: {Sentence(condition.Key)}"));
    }

    private static void Write(ChangeGroup group, bool isAlone, SectionWriter writer)
    {
        if (group.Changes.Count == 1)
        {
            Write(group.Changes[0], writer);
            return;
        }
        var subjects = group.Changes.Select(change => change.Subject).ToArray();
        if (!isAlone)
            writer.Heading(TitleOf(group));
        writer.List(group.Reasons);
        var steps = group.Steps.ToArray();
        for (var i = 0; i < steps.Length; i++)
            StepWriter.Write(steps[i], subjects, steps.Length == 1 ? "" : FormattableString.Invariant($"{i + 1}. "), writer);
    }

    private static string TitleOf(ChangeGroup group) => group.Changes[0].Kind switch
    {
        PlanChangeKind.Index => FormattableString.Invariant($"{group.Changes.Count} tables get indexes"),
        PlanChangeKind.IndexRemoval => FormattableString.Invariant($"Indexes of {group.Changes.Count} tables go"),
        PlanChangeKind.Storage => FormattableString.Invariant($"Parameters of {group.Changes.Count} tables"),
        PlanChangeKind.Audit => FormattableString.Invariant($"Changes of {group.Changes.Count} tables are recorded"),
        PlanChangeKind.RowSecurity => FormattableString.Invariant($"{group.Changes.Count} tables show the rows of one tenant alone"),
        _ => FormattableString.Invariant($"{group.Changes.Count} tables change alike"),
    };

    private static void Write(PlanChange change, SectionWriter writer)
    {
        writer.Heading(change.Title);
        var rules = change.RuleIds.Count == 0 ? "" : $" ({string.Join(", ", change.RuleIds)})";
        writer.Text($"{Sentence(change.Reason)}{rules}");
        if (change.Hazard is { } hazard && change.Kind is not (PlanChangeKind.Index or PlanChangeKind.IndexRemoval))
            writer.Text($"Prisma's own migration: {Sentence(hazard)}");
        var number = 0;
        foreach (var step in change.Steps)
            StepWriter.Write([step], [change.Subject], change.Steps.Count == 1 ? "" : FormattableString.Invariant($"{++number}. "), writer);
    }

    /// <summary>The text with a capital at its head and an end.</summary>
    public static string Sentence(string text)
    {
        text = text.TrimEnd();
        if (text.Length == 0)
            return text;
        text = char.ToUpperInvariant(text[0]) + text.Substring(1);
        return text[text.Length - 1] is '.' or ':' or '?' ? text : text + ".";
    }

    internal static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text.Substring(1);
}
