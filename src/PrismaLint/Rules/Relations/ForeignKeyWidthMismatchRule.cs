using System.Collections.Generic;
using System.Globalization;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds foreign key columns that cannot hold every value of the key they refer to.</summary>
public sealed class ForeignKeyWidthMismatchRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2002", "foreign-key-width-mismatch")
    {
        Title = "Foreign key narrower than the key it refers to",
        Message = "`{0}` holds {1}, and `{2}`, which it refers to, {3}",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            The database accepts a foreign key that is narrower than the key it refers to. Rows whose key has outgrown
            the narrower column then cannot be referred to.
            """,
        Example = new RuleExample(
            Flagged: """
                model Country {
                  id     Int    @id
                  cities City[]
                }

                model City {
                  id        Int     @id
                  countryId Int     @db.SmallInt
                  country   Country @relation(fields: [countryId], references: [id])

                  @@index([countryId])
                }
                """,
            Clean: """
                model Country {
                  id     Int    @id
                  cities City[]
                }

                model City {
                  id        Int     @id
                  countryId Int
                  country   Country @relation(fields: [countryId], references: [id])

                  @@index([countryId])
                }
                """),
        WhenNotToUse = """
            PostgreSQL and CockroachDB only: the other databases refuse such a key or compare lengths otherwise. A text
            of limited length that refers to one without limit is not reported.
            """,
        Fix = "Gives the foreign key's column the native type that it refers to. Unsafe: the next migration rewrites the column.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!context.Connector.IsPostgreSqlLike)
            yield break;
        foreach (var key in context.ForeignKeys)
        {
            if (key.Model.IsView || key.Model.IsIgnored)
                continue;
            for (var i = 0; i < key.Fields.Count && i < key.References.Count; i++)
            {
                FieldSymbol column = key.Fields[i], reference = key.References[i];
                var own = KeyColumnType.Of(column, context.Provider);
                var target = KeyColumnType.Of(reference, context.Provider);
                if (own.Family is null || own.Family != target.Family || own.Width is not { } width || target.Width is not { } needed || width >= needed)
                    continue;
                yield return Definition
                    .At(column.NativeType?.Attribute.Location ?? column.LocationOf(column.Type), column.DisplayName, Measure(own, width), reference.DisplayName, Measure(target, needed))
                    .On(column.DisplayName)
                    .WithRelated(reference.Location, $"`{reference.DisplayName}` is declared here")
                    .WithFix(TypeEdits.CopyNativeType(reference, column) is { } fix ? fix with { Safety = FixSafety.Unsafe } : null);
            }
        }
    }

    private static string Measure(KeyColumnType type, int width) => type.Family == "integer"
        ? (width * 8).ToString(CultureInfo.InvariantCulture) + " bits"
        : width.ToString(CultureInfo.InvariantCulture) + (width == 1 ? " character" : " characters");
}
