using System;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules.Database;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>Search for words.</summary>
internal static class SearchPart
{
    private const int Shown = 8;

    private static string Prefixes(PlanContext context) => context.Schema.Provider switch
    {
        Provider.PostgreSql or Provider.CockroachDb => " `startsWith` is served by one with `text_pattern_ops`, and `mode: 'insensitive'` becomes `ILIKE`, which is not.",
        Provider.MySql => " `startsWith` is served by one; a full-text index, `@@fulltext` in the schema, serves `search`.",
        _ => "",
    };

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Text search");
        var texts = SearchText.Find(context);
        var feature = context.Schema.PreviewFeatures.FirstOrDefault(name => name.StartsWith("fulltextsearch", StringComparison.OrdinalIgnoreCase));
        if (texts.Count == 0)
        {
            writer.Text(feature is null ? "No column holds long texts in which people look for words." : $"The generator has {PlanText.Code(feature)}, and no column holds long texts in which people look for words.");
            return;
        }
        writer.Text(FormattableString.Invariant($"{Figures.Count(texts.Count, "model")} {Figures.Verb(texts.Count, "holds", "hold")} texts in which people may look for words. {(feature is null ? "" : $"The generator has {PlanText.Code(feature)}. ")}{(context.Schema.Connector.IsSql ? "`contains` becomes `LIKE '%…%'`, which no B-tree serves: each search reads the table." : "`contains` becomes a regular expression without a beginning, which no index serves: each search reads the collection.")}{Prefixes(context)}"));
        writer.List(texts.Take(Shown).Select(text => $"{PlanText.Code(text.Model.Name)}: {PlanText.CodeList(text.Columns.Select(field => field.Name))}").Concat(texts.Count > Shown ? [FormattableString.Invariant($"and {texts.Count - Shown} more: {PlanText.CodeList(texts.Skip(Shown).Take(12).Select(text => text.Model.Name))}{(texts.Count > Shown + 12 ? ", …" : "")}")] : []));
        var citext = context.Models.SelectMany(model => model.Columns).Where(field => field.NativeType?.Name == "Citext").ToArray();
        if (citext.Length > 0)
            writer.Text($"{PlanText.CodeList(citext.Take(8).Select(field => field.DisplayName))} {(citext.Length == 1 ? "is" : "are")} `citext`: equality there ignores case, and its index serves it without `mode`.");
        if (!context.IsPostgreSql)
            return;
        var first = texts[0];
        var vector = $"to_tsvector('simple', {string.Join(" || ' ' || ", first.Columns.Select(field => $"coalesce({TableSql.Column(field)}, '')"))})";
        writer.Sql(SqlRole.Query, FormattableString.Invariant($"SELECT {TableSql.Columns(TableSql.Key(first.Model).Concat(first.Columns).Distinct())}\nFROM {context.Sql.Table(first.Model)}\nWHERE {vector} @@ websearch_to_tsquery('simple', $1::text)\nLIMIT 20;"), $"Search in {PlanText.Code(first.Model.Name)}, in any language:");
        writer.Text($"Only where search in {PlanText.Code(first.Model.Name)} is asked for and its rows are many, a GIN index over the same expression serves it: {PlanText.Code($"CREATE INDEX CONCURRENTLY ON {context.Sql.Table(first.Model)} USING gin ({vector})")}. Prisma's schema cannot declare an index over an expression: it goes into a migration by hand.");
    }
}
