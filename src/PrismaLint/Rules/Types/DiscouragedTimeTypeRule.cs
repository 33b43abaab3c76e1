using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds native types of time that PostgreSQL has only for the sake of the standard.</summary>
public sealed class DiscouragedTimeTypeRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4003", "discouraged-time-type")
    {
        Title = "Time type that PostgreSQL advises against",
        Message = "`{0}` is `{1}`: {2}",
        Category = DiagnosticCategory.Types,
        Rationale = """
            `timetz` is a time of day with an offset and without a date: no zone with summer time can be told from it, and
            PostgreSQL keeps it only because the SQL standard has it. A precision of 0 rounds and does not cut: half a second
            before midnight becomes tomorrow, and a moment just past can lie in the future.
            """,
        Example = new RuleExample(
            Flagged: """
                model Shop {
                  id     Int      @id
                  opens  DateTime @db.Timetz(6)
                }
                """,
            Clean: """
                model Shop {
                  id       Int      @id
                  opens    DateTime @db.Time(6)
                  timeZone String
                }
                """),
        WhenNotToUse = "The column is prescribed by another program.",
        Fix = "Unsafe, for a precision of 0 only: sets a precision of 3.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!context.Connector.IsPostgreSqlLike)
            yield break;
        foreach (var model in context.Tables)
        {
            foreach (var column in model.Fields)
            {
                if (column.Scalar != ScalarType.DateTime || column.NativeType is not { } native)
                    continue;
                if (native.Name == "Timetz")
                    yield return Report(column, native, "an offset without a date is no time zone");
                else if (native.Name is "Timestamp" or "Timestamptz" or "Time" && native.Number(0) == 0)
                    yield return Report(column, native, "it rounds to the second, into the future as well")
                        .WithFix(CodeFix.Unsafe(
                            $"Replace `@{native.Attribute.Name}(0)` with `@{native.Attribute.Name}(3)`",
                            SchemaEdits.Replace(column.Tree.Source, native.Attribute.Syntax, $"@{native.Attribute.Name}(3)")));
            }
        }
    }

    private static Diagnostic Report(FieldSymbol column, NativeType native, string reason) =>
        Definition.At(native.Attribute.Location, column.DisplayName, native.Attribute + Arguments(native), reason).On(column.DisplayName);

    private static string Arguments(NativeType native) => native.Arguments.Count == 0 ? "" : $"({string.Join(", ", native.Arguments)})";
}
