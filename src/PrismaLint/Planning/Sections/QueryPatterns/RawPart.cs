using System;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Planning.Sections.Performance;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>What needs SQL of one's own, and what is worth keeping in memory.</summary>
internal static class RawPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        if (context.Schema.Connector.IsSql)
            Raw(context, writer);
        writer.Part("Caching opportunities");
        var candidates = CachePart.Candidates(context).Select(candidate => candidate.Model.Name).ToArray();
        writer.Text(candidates.Length == 0
            ? "No model is a look-up that others refer to, and none is known to be read far more than written."
            : $"{PlanFigures.Names(candidates)}: read once and kept by the application, {Figures.Verb(candidates.Length, "it saves", "they save")} {(context.Schema.Connector.IsSql ? "a join" : "a read")} in each query that shows {Figures.Verb(candidates.Length, "its", "their")} names. Section 5 says why, by which key an entry is kept, and what makes it stale.");
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
