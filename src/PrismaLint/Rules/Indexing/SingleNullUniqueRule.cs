using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds uniques of SQL Server that leave room for a single null.</summary>
public sealed class SingleNullUniqueRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3010", "single-null-unique")
    {
        Title = "Unique over an optional field on SQL Server",
        Message = "`{0}` lets only one `{1}` have no `{2}`: to SQL Server two nulls are equal",
        Category = DiagnosticCategory.Indexing,
        Rationale = """
            SQL Server counts null as a value: the second row without one violates the unique. An optional field is meant to be
            left out by many. A filtered unique, over the rows that have a value, says what is meant. The same holds for the
            foreign key of an optional one-to-one relation.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["partialIndexes"]
                }

                model Driver {
                  id        Int     @id
                  licenseNo String? @unique
                }
                """,
            Clean: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["partialIndexes"]
                }

                model Driver {
                  id        Int     @id
                  licenseNo String?

                  @@unique([licenseNo], where: { licenseNo: { not: null } })
                }
                """,
            Provider.SqlServer),
        WhenNotToUse = "The migration was edited by hand to a filtered index. A field with a generated default (`newid()`) is not reported: it is never left out.",
        Fix = """
            Unsafe, offered for Prisma 7.4 and later: a filtered unique (`where`, preview feature `partialIndexes`). The client
            no longer looks rows up by it (`findUnique`, `upsert`).
            """,
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Provider != Provider.SqlServer)
            return [];
        return from model in context.Tables
               from index in model.Indexes
               where index is { Kind: IndexKind.Unique, Predicate: null, Columns.Count: 1 } && index.Columns[0].Field.IsOptional
                   && index.Columns[0].Field.Default?.IsGeneratedIdentifier != true
               let column = index.Columns[0].Field
               select Definition.At(index.Location, index.Quote, model.Name, column.Name)
                   .On(column.DisplayName)
                   .WithFix(PartialUniqueFix.Create(context, index, [column], $"{column.Name}: {{ not: null }}"));
    }
}
