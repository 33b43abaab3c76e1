using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Overview;

/// <summary>What only the team can answer: as answered, or as a question with an empty answer, and what the answer changes in this schema.</summary>
internal static class QuestionPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        var questions = Questions(context).ToArray();
        var answered = questions.Count(question => question.Answer is not null);
        writer.Part("Requirements");
        writer.Text(FormattableString.Invariant($"{answered} of {questions.Length} questions are answered. {(answered == questions.Length ? "" : "The others stay open: " + PlanText.Code("prismalint plan --init") + " writes a file with all of them.")}").TrimEnd());
        writer.Table(
            [SectionWriter.Column("Question"), SectionWriter.Column("Answer"), SectionWriter.Column("What it decides here")],
            questions.Select(question => new[] { question.Text, question.Answer ?? "____", question.Effect }));
    }

    private static IEnumerable<(string Text, string? Answer, string Effect)> Questions(PlanContext context)
    {
        var inputs = context.Inputs;
        yield return Volume(context);
        yield return (
            "Which queries count? (" + PlanText.Code("hot_queries") + ")",
            inputs.HotQueries.Count == 0 ? null : PlanFigures.Count(inputs.HotQueries.Count, "query", "queries") + ": " + PlanFigures.Join([.. inputs.HotQueries.Take(6).Select(query => "\"" + PlanText.Words(query.Name) + "\" on " + PlanText.Code(query.Model))]),
            (context.Models.Sum(model => model.Indexes.Count(index => !index.IsUnique)) is > 0 and var plain ? FormattableString.Invariant($"Which of the {plain} indexes that keep nothing unique are needed, and which") : "Which") + " compound ones are missing: the schema tells of foreign keys and uniqueness alone.");
        yield return ("How many reads for each write, and how many queries at the peak? (" + PlanText.Code("traffic") + ")", Traffic(inputs), "Caching and replicas in section 5.");
        yield return ("How fast? (" + PlanText.Code("latency") + ")", Latency(inputs), "What section 8 measures against.");
        yield return (
            "How consistent? (" + PlanText.Code("consistency") + ")",
            inputs.Isolation is null && inputs.StalenessSeconds is null ? null : PlanFigures.Join([.. new[] { inputs.Isolation, inputs.StalenessSeconds is { } age ? FormattableString.Invariant($"reads up to {age:0.##} s old") : null }.OfType<string>()]),
            "The isolation level of transactions, and which reads may leave the primary.");
        yield return Compliance(context);
        yield return Tenancy(context);
        yield return (
            "How many processes, which pooler, which server? (" + PlanText.Code("capacity") + ")",
            Capacity(inputs),
            "The size of the connection pool in section 5.");
        yield return (
            "How much may be lost, and how long may it take? (" + PlanText.Code("backup") + ")",
            inputs.RecoveryPointMinutes is null && inputs.RecoveryTimeMinutes is null
                ? null
                : PlanFigures.Join([.. new[] { inputs.RecoveryPointMinutes is { } lost ? FormattableString.Invariant($"{lost:0.##} min of writes lost") : null, inputs.RecoveryTimeMinutes is { } down ? FormattableString.Invariant($"back within {down:0.##} min") : null }.OfType<string>()]),
            "Which steps of section 7 need a backup right before them, and whether one is recent enough.");
    }

    private static (string, string?, string) Volume(PlanContext context)
    {
        var known = context.Models.Count(model => context.Volumes.Of(model).Rows is not null);
        var growing = context.Models.Count(model => context.Volumes.Of(model).PerMonth is not null);
        string[] candidates = [.. context.Growth.All.Select(sign => sign.Model).Where(model => context.Volumes.Of(model).Rows is null).Select(model => model.Name)];
        return (
            "How many rows, and how many more a month? (" + PlanText.Code("models") + ")",
            known == 0 && growing == 0 ? null : FormattableString.Invariant($"rows of {known} and growth of {growing} of {PlanFigures.Count(context.Models.Count, "model")}"),
            candidates.Length == 0 ? "Storage, partitioning and the time that locks are held." : "Storage, partitioning and the time that locks are held, first of " + PlanFigures.Names(candidates, 6) + ".");
    }

    private static string? Traffic(PlanInputs inputs)
    {
        string[] parts =
        [
            .. new[]
            {
                inputs.ReadsPerWrite is { } reads ? FormattableString.Invariant($"{reads:0.##} reads for each write") : null,
                inputs.PeakQueriesPerSecond is { } peak ? FormattableString.Invariant($"{PlanFigures.Count(peak)} queries a second") : null,
            }.OfType<string>(),
        ];
        return parts.Length == 0 ? null : PlanFigures.Join(parts);
    }

    private static string? Latency(PlanInputs inputs)
    {
        string[] parts =
        [
            .. new[]
            {
                inputs.LatencyP95 is { } p95 ? FormattableString.Invariant($"p95 {p95:0.##} ms") : null,
                inputs.LatencyP99 is { } p99 ? FormattableString.Invariant($"p99 {p99:0.##} ms") : null,
            }.OfType<string>(),
        ];
        return parts.Length == 0 ? null : PlanFigures.Join(parts);
    }

    private static (string, string?, string) Compliance(PlanContext context)
    {
        var inputs = context.Inputs;
        var personal = context.PersonalData.All.Select(field => field.Field).ToArray();
        var answer = inputs.Compliance.Count == 0 && inputs.RetentionMonths is null
            ? null
            : PlanFigures.Join([.. inputs.Compliance.Select(PlanText.Words), .. inputs.RetentionMonths is { } months ? [FormattableString.Invariant($"personal data for {months:0.##} months")] : Array.Empty<string>()]);
        return (
            "Which rules to keep, and how long to keep data? (" + PlanText.Code("compliance") + ", " + PlanText.Code("retention_months") + ")",
            answer,
            personal.Length == 0
                ? "No column name here is one of a person's or of a secret; section 6 lists what it looked for."
                : FormattableString.Invariant($"What becomes of {PlanFigures.Count(personal.Length, "column")} in {PlanFigures.Count(personal.Select(column => column.Owner).Distinct().Count(), "model")} whose names are those of personal data or secrets (section 6)."));
    }

    private static (string, string?, string) Tenancy(PlanContext context)
    {
        var tenants = context.Tenants;
        var name = PlanText.Code(string.Join(", ", tenants.Tenants.Select(model => model.Name)));
        var answer = tenants.Status switch
        {
            TenantStatus.None => "there are no tenants",
            TenantStatus.Told => name.Length > 0 ? "tenants are the rows of " + name : "by " + PlanText.Code(tenants.ColumnName ?? ""),
            _ => null,
        };
        var effect = tenants.Status switch
        {
            TenantStatus.Proposed => FormattableString.Invariant($"Proposed: the rows of {name}, by {PlanText.Code(tenants.ColumnName ?? "")} or another key to them: {context.Models.Count(model => tenants.ScopeOf(model) == Rules.Shared.TenantScope.Direct)} models have one, {context.Models.Count(model => tenants.ScopeOf(model) == Rules.Shared.TenantScope.ViaParent)} more lead to one that has. {Isolation(context)} rest{(context.IsPostgreSql ? "" : "s")} on it."),
            TenantStatus.Unknown => "No column looks like one that parts tenants; without an answer section 6 keeps none apart.",
            _ => Isolation(context) + ".",
        };
        return ("Who are the tenants? (" + PlanText.Code("tenancy") + ")", answer, effect);
    }

    private static string Isolation(PlanContext context) => context.IsPostgreSql ? "The policies of section 6" : "What section 6 says of tenants";

    private static string? Capacity(PlanInputs inputs)
    {
        string[] parts =
        [
            .. new[]
            {
                inputs.Instances is { } instances ? PlanFigures.Count(instances, "process", "processes") : null,
                inputs.DatabaseCores is { } cores ? PlanFigures.Count(cores, "core") : null,
                inputs.DatabaseMemory is { } memory ? FormattableString.Invariant($"{memory:0.##} GB of memory") : null,
                inputs.MaxConnections is { } connections ? PlanFigures.Count(connections, "connection") : null,
                inputs.Pooler is { } pooler ? "pooler " + PlanText.Words(pooler) : null,
                inputs.Replicas is { } replicas ? PlanFigures.Count(replicas, "replica") : null,
            }.OfType<string>(),
        ];
        return parts.Length == 0 ? null : PlanFigures.Join(parts);
    }
}
