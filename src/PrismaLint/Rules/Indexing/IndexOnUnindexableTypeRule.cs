using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds indexes that Prisma accepts and the database refuses to build.</summary>
public sealed class IndexOnUnindexableTypeRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3008", "index-on-unindexable-type")
    {
        Title = "Index over a type that the database cannot index",
        Message = "{0} cannot build `{1}` of `{2}`: `{3}` has the type `{4}`",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            Prisma accepts the schema, and the migration fails. In PostgreSQL `json` has no equality, so that no B-tree, hash
            index or unique can hold it (`jsonb` can), and the geometric types have no order: they want `type: Gist`. MySQL
            indexes a JSON column only through a generated column.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id   Int  @id
                  data Json @db.Json

                  @@index([data])
                }
                """,
            Clean: """
                model Event {
                  id   Int  @id
                  data Json @db.JsonB

                  @@index([data], type: Gin)
                }
                """),
        Fix = "Unsafe, for `json` only: changes the column to `jsonb`, which rewrites it and drops duplicate keys and the order of keys.",
    };

    private static readonly HashSet<string> s_geometric = new(StringComparer.OrdinalIgnoreCase)
    {
        "point", "line", "lseg", "box", "path", "polygon", "circle",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var model in context.Tables)
        {
            foreach (var index in model.Indexes)
            {
                if (index.Kind == IndexKind.Fulltext || index.Method is not (IndexMethod.BTree or IndexMethod.Hash))
                    continue;
                if (index.Columns.FirstOrDefault(column => column.OperatorClass is null && FindType(column.Field, context.Provider) is not null) is not { } found)
                    continue;
                var column = found.Field;
                var diagnostic = Definition
                    .At(index.Location, context.Connector.DisplayName, index.Quote, model.Name, column.Name, FindType(column, context.Provider) ?? "")
                    .On(index.DeclaringField?.DisplayName ?? index.DisplayName)
                    .WithRelated(column.Location, $"`{column.Name}` is declared here");
                yield return column.NativeType is { Name: "Json" } native && context.Provider == Provider.PostgreSql
                    ? diagnostic.WithFix(CodeFix.Unsafe(
                        $"Make `{column.Name}` a `jsonb` column",
                        SchemaEdits.Replace(column.Tree.Source, native.Attribute.Syntax.Name, native.Attribute.Name + "B")))
                    : diagnostic;
            }
        }
    }

    private static string? FindType(FieldSymbol column, Provider provider) => (provider, column) switch
    {
        (Provider.PostgreSql, { Scalar: ScalarType.Json, NativeType.Name: "Json" }) => "json",
        (Provider.PostgreSql, { Kind: FieldKind.Unsupported, IsList: false }) when UnsupportedName(column) is { } name && s_geometric.Contains(name) => name,
        (Provider.MySql, { Scalar: ScalarType.Json }) => "json",
        _ => null,
    };

    private static string UnsupportedName(FieldSymbol column)
    {
        var text = SyntaxFacts.DecodeString(column.Type.UnsupportedText.Text);
        var end = text.IndexOf('(');
        return (end < 0 ? text : text.Substring(0, end)).Trim();
    }
}
