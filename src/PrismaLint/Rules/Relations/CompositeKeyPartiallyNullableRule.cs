using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds compound foreign keys of which only a part may be null.</summary>
public sealed class CompositeKeyPartiallyNullableRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2008", "composite-key-partially-nullable")
    {
        Title = "Compound foreign key that is partly optional",
        Message = "The foreign key of `{0}` goes unchecked once `{1}` is null, whatever stands in {2}",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            SQL compares a compound foreign key only while none of its columns is null (MATCH SIMPLE; Prisma cannot write MATCH FULL).
            With one of them null the others may name a row that does not exist, and nobody notices.

            Make all columns optional or all required, or write down what a half key means. One pattern is right and is not
            reported: a single optional column beside the tenant column (`prismalint.tenant_column`, where it is configured): null
            then means that the row refers to nothing, and the tenant is known all the same.
            """,
        Example = new RuleExample(
            Flagged: """
                model Department {
                  companyId Int
                  number    Int
                  people    Person[]

                  @@id([companyId, number])
                }

                model Person {
                  id        Int         @id
                  companyId Int
                  number    Int?
                  works     Department? @relation(fields: [companyId, number], references: [companyId, number])

                  @@index([companyId, number])
                }
                """,
            Clean: """
                model Department {
                  companyId Int
                  number    Int
                  people    Person[]

                  @@id([companyId, number])
                }

                model Person {
                  id        Int        @id
                  companyId Int
                  number    Int
                  works     Department @relation(fields: [companyId, number], references: [companyId, number])

                  @@index([companyId, number])
                }
                """),
        WhenNotToUse = "The required columns have another foreign key of their own, which checks them. Nothing is reported without constraints: in relation mode `prisma`, on MongoDB.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Schema.RelationMode != RelationMode.ForeignKeys || !context.Connector.IsSql)
            yield break;
        var tenancy = Tenancy.Create(context);
        foreach (var key in context.ForeignKeys)
        {
            if (key.Fields.Count < 2 || key.Model.IsView || key.Model.IsIgnored || key.RelationField.IsIgnored)
                continue;
            var optional = key.Fields.Where(column => column.IsOptional).ToArray();
            var required = key.Fields.Where(column => column.IsRequired).ToArray();
            if (optional.Length == 0 || required.Length == 0)
                continue;
            if (optional.Length == 1 && tenancy?.ColumnOf(key.Model) is { } tenant && required.All(column => column == tenant))
                continue;
            yield return Definition
                .At(key.RelationField.Location, key.DisplayName, optional[0].Name, string.Join(", ", required.Select(column => $"`{column.Name}`")))
                .On(key.DisplayName)
                .WithRelated(optional[0].Location, $"`{optional[0].Name}` may be null");
        }
    }
}
