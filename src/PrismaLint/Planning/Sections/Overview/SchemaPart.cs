using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Overview;

/// <summary>What the schema is, in figures.</summary>
internal static class SchemaPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Data domain");
        writer.Text(Sentence(context));
        if (context.Models.Count == 0)
            return;
        writer.Table([SectionWriter.Column("Fact"), SectionWriter.Column("Value")], Rows(context));
    }

    private static string Sentence(PlanContext context)
    {
        var hub = context.Models.OrderByDescending(Referrers).ThenBy(model => model.Name, StringComparer.Ordinal).FirstOrDefault();
        var text = $"{PlanText.Code(context.Name)} has {PlanFigures.Count(context.Models.Count, "model")} on {context.Schema.Connector.DisplayName}";
        if (hub is null || Referrers(hub) < 2)
            return text + ".";
        return FormattableString.Invariant($"{text}. At its centre stands {PlanText.Code(hub.Name)}: {PlanFigures.Count(Referrers(hub), "other model")} refer to it.");
    }

    private static int Referrers(ModelSymbol model) => model.ReferencingKeys.Select(key => key.Model).Where(other => other != model).Distinct().Count();

    private static IEnumerable<IReadOnlyList<string>> Rows(PlanContext context)
    {
        var schema = context.Schema;
        var columns = context.Models.SelectMany(model => model.Columns).ToArray();
        yield return ["Provider", schema.Connector.DisplayName + (schema.RelationMode == Connectors.RelationMode.Prisma && schema.Connector.IsSql ? ", foreign keys kept by the client (" + PlanText.Code("relationMode = \"prisma\"") + ")" : "")];
        if (schema.PrismaVersion != PrismaVersion.Unknown)
            yield return ["Prisma", schema.PrismaVersion.ToString().Remove(0, 1) + (schema.PrismaMinor is { } minor ? FormattableString.Invariant($".{minor}") : "")];
        if (schema.Trees.Count > 1)
            yield return ["Files", PlanFigures.Count(schema.Trees.Count) + ": " + PlanFigures.Names(schema.Trees.Select(tree => FileName(tree.Source.Path)).OrderBy(name => name, StringComparer.Ordinal), 16)];
        string[] names = [.. context.Models.Select(model => model.SchemaName).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
        if (names.Length > 0)
            yield return ["Schemas of the database", PlanFigures.Names(names)];
        yield return ["Models", PlanFigures.Count(context.Models.Count) + Besides(schema)];
        yield return ["Columns", PlanFigures.Count(columns.Length) + FormattableString.Invariant($", of them {PlanFigures.Count(columns.Count(column => column.IsOptional))} optional and {PlanFigures.Count(columns.Count(column => column.IsList))} lists")];
        yield return [schema.Connector.IsSql ? "Foreign keys" : "References", Keys(context)];
        yield return ["Indexes", Indexes(context)];
        yield return ["Enums", PlanFigures.Count(schema.Enums.Count) + (schema.Enums.Count == 0 ? "" : ", with " + PlanFigures.Count(schema.Enums.Sum(symbol => symbol.Values.Count)) + " values: " + PlanFigures.Names(schema.Enums.Select(symbol => symbol.Name)))];
        if (schema.CompositeTypes.Count > 0)
            yield return ["Composite types", PlanFigures.Names(schema.CompositeTypes.Select(type => type.Name))];
        var documented = context.Models.Count(model => model.Documentation.Length > 0);
        yield return ["Documentation (" + PlanText.Code("///") + ")", FormattableString.Invariant($"{documented} of {PlanFigures.Count(context.Models.Count, "model")}, {PlanFigures.Count(columns.Count(column => column.Documentation.Length > 0))} of {PlanFigures.Count(columns.Length, "column")}") + (documented == 0 ? ": the purposes in section 2 are derived from names and relations" : "")];
    }

    private static string Besides(SemanticModel schema)
    {
        string[] parts =
        [
            .. new[]
            {
                (Count: schema.Models.Count(model => model.IsView), Noun: "view"),
                (Count: schema.Models.Count(model => model.IsIgnored && !model.IsView), Noun: "model with @@ignore"),
            }.Where(part => part.Count > 0).Select(part => part.Noun == "view" ? PlanFigures.Count(part.Count, "view") : PlanFigures.Count(part.Count) + " more with " + PlanText.Code("@@ignore")),
        ];
        return parts.Length == 0 ? "" : ", and " + PlanFigures.Join(parts);
    }

    private static string Keys(PlanContext context)
    {
        ForeignKeySymbol[] keys = [.. context.Models.SelectMany(model => model.ForeignKeys)];
        var text = PlanFigures.Count(keys.Length);
        if (keys.Length > 0)
            text += FormattableString.Invariant($": {keys.Count(key => key.Fields.All(column => column.IsRequired))} required, {keys.Count(key => !key.Fields.All(column => column.IsRequired))} optional");
        var many = context.Rules.Relations.Count(relation => relation.Kind is RelationKind.ImplicitManyToMany or RelationKind.EmbeddedManyToMany);
        return many == 0 ? text : text + "; " + PlanFigures.Count(many, "many-to-many relation") + (context.Schema.Connector.IsSql ? " with a join table that Prisma keeps" : "");
    }

    private static string Indexes(PlanContext context)
    {
        IndexSymbol[] all = [.. context.Models.SelectMany(model => model.Indexes)];
        return PlanFigures.Join(
        [
            .. new[]
            {
                PlanFigures.Count(all.Count(index => index.Kind == IndexKind.PrimaryKey), "primary key"),
                PlanFigures.Count(all.Count(index => index.Kind == IndexKind.Unique), "unique constraint"),
                PlanFigures.Count(all.Count(index => index.Kind is IndexKind.Index or IndexKind.Fulltext), "other index", "other indexes"),
            },
        ]);
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
