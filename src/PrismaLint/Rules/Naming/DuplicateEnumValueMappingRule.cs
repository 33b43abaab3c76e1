using System;
using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds enum values that are one value in the database.</summary>
public sealed class DuplicateEnumValueMappingRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1017", "duplicate-enum-value-mapping")
    {
        Title = "Two enum values with one name in the database",
        Message = "Value `{0}` of enum `{1}` is `{2}` in the database, and so is `{3}`",
        Category = DiagnosticCategory.Naming,
        Rationale = """
            Prisma accepts the schema, but the database cannot hold it: a label stands once in an enum type, so the
            migration fails on PostgreSQL, CockroachDB and MySQL. Where Prisma keeps the enum by itself, what was written
            as one value is read back as the other.
            """,
        Example = new RuleExample(
            Flagged: """
                enum Role {
                  ADMIN @map("admin")
                  OWNER @map("admin")
                }
                """,
            Clean: """
                enum Role {
                  ADMIN @map("admin")
                  OWNER @map("owner")
                }
                """),
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var symbol in context.Enums)
        {
            // MySQL compares the labels of an ENUM by the column's collation, which ignores case by default.
            var seen = new Dictionary<string, EnumValueSymbol>(context.Provider == Provider.MySql ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
            foreach (var value in symbol.Values)
            {
                if (!seen.TryGetValue(value.DatabaseName, out var first))
                {
                    seen.Add(value.DatabaseName, value);
                    continue;
                }
                yield return Definition
                    .At(value.MapAttribute?.Location ?? value.Location, value.Name, symbol.Name, value.DatabaseName, first.Name)
                    .On(value.DisplayName)
                    .WithRelated(first.Location, $"`{first.Name}` has the same name in the database");
            }
        }
    }
}
