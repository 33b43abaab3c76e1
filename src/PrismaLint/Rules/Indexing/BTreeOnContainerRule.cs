using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds B-trees over lists and JSON documents.</summary>
public sealed class BTreeOnContainerRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3007", "btree-on-container")
    {
        Title = "B-tree index over a list or a JSON document",
        Message = "`{0}` of `{1}` is a B-tree over whole values of `{2}`: no query for something inside uses it",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            A B-tree compares whole values. Over a list or a `jsonb` column it serves only equality with the complete value, and
            neither `has`, `hasSome` nor a filter by path. Values longer than about a third of a page cannot be stored in it:
            the insert fails. A GIN index holds what is inside the values.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id   Int      @id
                  tags String[]

                  @@index([tags])
                }
                """,
            Clean: """
                model Post {
                  id   Int      @id
                  tags String[]

                  @@index([tags], type: Gin)
                }
                """),
        WhenNotToUse = "Short values are looked up only as a whole.",
        Fix = "Safe: sets `type: Gin`. For JSON that is only asked for containment, `ops: JsonbPathOps` makes it smaller.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!context.Connector.IsPostgreSqlLike)
            return [];
        return from model in context.Tables
               from index in model.Indexes
               where index is { Kind: IndexKind.Index, Method: IndexMethod.BTree, Columns.Count: 1 }
                   && index.Columns[0] is { OperatorClass: null } column
                   && IsContainer(column.Field)
               let diagnostic = Definition
                   .At(index.Location, index.Quote, model.Name, index.Columns[0].Path)
                   .On(index.DisplayName)
               select index.Columns[0].IsDescending
                   ? diagnostic
                   : diagnostic.WithFix(CodeFix.Safe("Add `type: Gin`", SchemaEdits.SetArgument(index.Attribute, "type", "Gin")));
    }

    private static bool IsContainer(FieldSymbol column) =>
        (column is { IsList: true, Kind: FieldKind.Scalar or FieldKind.Enum })
        || column is { IsList: false, Scalar: ScalarType.Json, NativeType: null or { Name: "JsonB" } };
}
