using System;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Which types the columns have, and which of them rules find fault with.</summary>
internal static class DataTypePart
{
    private const int Shown = 20;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        if (!context.Schema.Connector.IsSql)
            return;
        ExpectedColumn[] columns = [.. context.Models.SelectMany(model => context.Database.TableOf(model)?.Columns ?? [])];
        if (columns.Length == 0)
            return;
        writer.Part("Data types");
        var groups = columns.GroupBy(column => column.Type.ToString().ToLowerInvariant(), StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
        writer.Table(
            [SectionWriter.Column("Type"), SectionWriter.Figure("Columns"), SectionWriter.Column("Such as")],
            groups.Take(Shown).Select(group => new[]
            {
                PlanText.Code(group.Key), PlanFigures.Count(group.Count()), PlanFigures.Names(group.Select(column => column.Field?.DisplayName ?? column.DisplayName).Take(3)),
            }));
        if (groups.Length > Shown)
            writer.Text(FormattableString.Invariant($"And {groups.Length - Shown} more types: {PlanFigures.Names(groups.Skip(Shown).Select(group => group.Key))}."));
        // Moments, files and lists in one text have parts of their own.
        writer.List(FindingLines.Grouped(
            context, "PL2001", "PL2002", "PL4004", "PL4005", "PL4006", "PL4007", "PL4008", "PL4011", "PL4013", "PL4014", "PL4015", "PL4016", "PL4017", "PL4021", "PL8031", "PL8036"));
    }
}
