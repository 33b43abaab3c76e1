using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Overview;

/// <summary>The domains, as a table and as a picture.</summary>
internal static class DomainPart
{
    private const int MostEdges = 40;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        var domains = context.Domains;
        if (domains.All.Count < 2)
            return;
        writer.Heading("Domains");
        writer.Text(Source(context, domains));
        writer.Table(
            [SectionWriter.Column("Domain"), SectionWriter.Figure("Models"), SectionWriter.Figure("Keys inside"), SectionWriter.Figure("Keys to others"), SectionWriter.Figure("Keys from others"), SectionWriter.Column("Models of it")],
            domains.All.Select(domain => new[]
            {
                domain.Name,
                PlanFigures.Count(domain.Models.Count),
                PlanFigures.Count(domain.InnerKeys.Count()),
                PlanFigures.Count(domain.OuterKeys.Count()),
                PlanFigures.Count(domain.Models.SelectMany(model => model.ReferencingKeys).Count(key => !domain.Contains(key.Model))),
                PlanFigures.Names(domain.Models.Select(model => model.Name), 25),
            }));
        Draw(domains, writer);
    }

    private static string Source(PlanContext context, Domains domains) => domains.Source switch
    {
        DomainSource.Files => FormattableString.Invariant($"The files of the schema part the models: {domains.All.Count} domains."),
        DomainSource.Folders => FormattableString.Invariant($"The folders of the schema part the models: {domains.All.Count} domains."),
        DomainSource.Schemas => FormattableString.Invariant($"The models lie in several schemas of the database: {domains.All.Count} domains."),
        _ => FormattableString.Invariant($"{(context.Models.Select(model => model.Tree).Distinct().Count() == 1 ? "One file and one schema hold all models." : "The files hold too few models each to be domains.")} The {domains.All.Count} domains are a proposal: models that refer to each other more than to the rest, and whose names begin alike."),
    };

    private static void Draw(Domains domains, SectionWriter writer)
    {
        var edges = Edges(domains);
        if (edges.Count == 0)
            return;
        var shown = edges.OrderByDescending(edge => edge.Count).ThenBy(edge => edge.From.Name, StringComparer.Ordinal).ThenBy(edge => edge.To.Name, StringComparer.Ordinal).Take(MostEdges).ToArray();
        var numbers = domains.All.Select((domain, i) => (domain, i)).ToDictionary(pair => pair.domain, pair => FormattableString.Invariant($"d{pair.i + 1}"));
        var title = edges.Count > shown.Length
            ? FormattableString.Invariant($"Domains, and how many foreign keys lead from one to the other: the {shown.Length} connections with the most keys of {edges.Count}")
            : "Domains, and how many foreign keys lead from one to the other";
        writer.Add(new DiagramBlock(
            title,
            DiagramKind.Domains,
            [.. domains.All.Where(domain => !domain.IsRest).Select(domain => new DiagramNode(numbers[domain], domain.Name, []) { Note = PlanFigures.Count(domain.Models.Count, "model") })],
            [.. shown.Where(edge => !edge.From.IsRest && !edge.To.IsRest).Select(edge => new DiagramEdge(numbers[edge.From], numbers[edge.To], PlanFigures.Count(edge.Count)))]));
    }

    private static List<(Domain From, Domain To, int Count)> Edges(Domains domains)
    {
        var edges = new List<(Domain, Domain, int)>();
        foreach (var domain in domains.All)
        {
            foreach (var group in domain.OuterKeys.GroupBy(key => domains.Find(key.Target)))
            {
                if (group.Key is { } target)
                    edges.Add((domain, target, group.Count()));
            }
        }
        return edges;
    }
}
