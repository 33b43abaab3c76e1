using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds indexes over nothing but a Boolean.</summary>
public sealed class BooleanOnlyIndexRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3006", "boolean-only-index")
    {
        Title = "Index over a single Boolean",
        Message = "`{0}` of `{1}` tells two values apart",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Half of the rows, or nearly all of them, have the value looked for: reading the table is then cheaper than going
            through the index. Where one of the two values is rare, a partial index over what the query sorts or filters by,
            with the flag as its condition, is small and exact: `@@index([dueAt], where: { done: false })` (Prisma 7.4; not
            on MySQL).
            """,
        Example = new RuleExample(
            Flagged: """
                model Task {
                  id    Int      @id
                  done  Boolean
                  dueAt DateTime

                  @@index([done])
                }
                """,
            Clean: """
                model Task {
                  id    Int      @id
                  done  Boolean
                  dueAt DateTime

                  @@index([dueAt])
                }
                """),
        WhenNotToUse = "One value is rare, and looked for, and the database has no partial indexes. Partial indexes are not reported.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        from model in context.Tables
        from index in model.Indexes
        where index is { Kind: IndexKind.Index, Method: IndexMethod.BTree, Predicate: null, Columns.Count: 1 }
            && index.Columns[0].Field is { Scalar: ScalarType.Boolean, IsList: false }
            && context.Evidence?.Map.MatchOf(index)?.Index is not { IsPartial: true } and var found
            && !(found is not null && LowCardinalityIndexLiveRule.FindsFewRows(found))
        select Definition.At(index.Location, index.Quote, model.Name).On(index.DisplayName);
}
