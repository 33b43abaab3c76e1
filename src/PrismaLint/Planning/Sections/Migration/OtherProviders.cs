using System;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections.Migration;

/// <summary>The changes of a schema whose database is no PostgreSQL: their steps in words.</summary>
internal static class OtherProviders
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        var name = context.Schema.Connector.DisplayName;
        var changes = context.Recommended.Changes.Where(change => !change.IsClientOnly || context.Schema.Provider == Provider.MongoDb).ToArray();
        writer.Text(context.Schema.Provider == Provider.MongoDb
            ? $"MongoDB has no migrations in Prisma: {PlanText.Code("prisma db push")} creates indexes, and nothing changes documents that are there. So this section has no SQL."
            : $"Locks, statements and ways back are known here for PostgreSQL; for {name} the steps stand in words, and Prisma writes the statements ({PlanText.Code("prisma migrate dev --create-only")}).");
        if (changes.Length == 0)
        {
            writer.Text("No finding asks for a change of the database: there is nothing to migrate.");
            return;
        }
        var grouped = changes.GroupBy(change => change.Kind).Select(group => (Kind: group.Key, Items: group.ToArray()));
        foreach (var (_, items) in grouped)
        {
            void Each(SectionWriter inner)
            {
                foreach (var change in items)
                    Write(context, change, inner);
            }
            if (items.Length <= 6)
                Each(writer);
            else
                writer.Details(FormattableString.Invariant($"{items[0].Message}, and {items.Length - 1} more of the kind"), Each);
        }
    }

    private static void Write(PlanContext context, SchemaChange change, SectionWriter writer)
    {
        var rules = context.Recommended.FindingsOf(change).Select(finding => finding.Id).Distinct(StringComparer.Ordinal).ToArray();
        var source = rules.Length == 0 ? "" : $" ({string.Join(", ", rules)})";
        // How an index is built beside the traffic each database knows for itself.
        if (change.Kind is SchemaChangeKind.IndexAdded or SchemaChangeKind.IndexRemoved or SchemaChangeKind.IndexChanged)
        {
            writer.List([$"{change.Message}.{source}"]);
            return;
        }
        writer.Text($"{change.Message}. {change.Why}.{source}");
        writer.Numbered(change.Steps.Select(step => step.Text));
    }
}
