using System;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>What needs SQL of one's own, and what is worth keeping in memory.</summary>
internal static class RawPart
{
    private const int FewColumns = 8;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        if (context.Schema.Connector.IsSql)
            Raw(context, writer);
        writer.Part("Caching opportunities");
        var small = context.Models
            .Where(model => model.ForeignKeys.Count == 0 && context.Tenants.ColumnOf(model) is null && !model.Columns.Any(field => SensitiveNames.IsPassword(Words.Squash(field.Name))) && model.ReferencingKeys.Count > 0 && model.Columns.Count() <= FewColumns && !model.Columns.Any(field => field.IsList || field.Kind == FieldKind.Composite || field.Scalar is ScalarType.Json or ScalarType.Bytes) && (MomentFields.Of(model) is null || model.Columns.Any(field => field.IsUnique && !field.IsId)) && !context.Tenants.Tenants.Contains(model) && context.Volumes.Of(model).Rows is null or <= 10_000)
            .OrderByDescending(model => model.ReferencingKeys.Count)
            .ToArray();
        writer.Text(small.Length == 0
            ? "No model is a small one that refers to nothing and that others refer to. Section 5 judges what else is worth a cache."
            : FormattableString.Invariant($"{Figures.Count(small.Length, "model")} {Figures.Verb(small.Length, "refers", "refer")} to nothing, {Figures.Verb(small.Length, "has", "have")} at most {FewColumns} columns and {Figures.Verb(small.Length, "is", "are")} referred to: {PlanText.CodeList(small.Take(12).Select(model => model.Name))}{(small.Length > 12 ? FormattableString.Invariant($" and {small.Length - 12} more") : "")}. Read once and kept, {(small.Length == 1 ? "it saves" : "they save")} {(context.Schema.Connector.IsSql ? "a join" : "a read")} in each query that shows {(small.Length == 1 ? "it" : "them")}; section 5 has the figures and how long."));
    }

    private static void Raw(PlanContext context, SectionWriter writer)
    {
        string[] needs =
        [
            .. TreeReference.Find(context).Select(tree => $"branches of {PlanText.Code(tree.Model.Name)}").Distinct().Take(3),
            .. LatestPair.Find(context).Select(pair => pair.Model.Name).Distinct().Take(3).Select(name => $"latest rows of {PlanText.Code(name)} for many parents"),
            .. StatisticsTable.Find(context).Take(3).Select(table => $"totals of {PlanText.Code(table.Model.Name)} beyond `groupBy`"),
        ];
        if (needs.Length == 0)
            return;
        writer.Part("Raw SQL");
        writer.Text($"The client has no words for {string.Join(", ", needs)}. They go through {PlanText.Code("prisma.$queryRaw")} with {PlanText.Code("Prisma.sql")}, or through a file of TypedSQL, with each value as a parameter: {PlanText.Code("$queryRawUnsafe")} with a value put into the text is the one way to an injection that Prisma leaves open.{(context.Schema.HasPreviewFeature("typedSql") ? " The generator has `typedSql`." : "")}");
    }
}
