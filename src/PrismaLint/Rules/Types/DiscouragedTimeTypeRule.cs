using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Types;

/// <summary>Finds native types of time that PostgreSQL has only for the sake of the standard.</summary>
public sealed class DiscouragedTimeTypeRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4003", "discouraged-time-type")
    {
        Title = "Time type that PostgreSQL advises against",
        Message = "`{0}` {1}: {2}",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            `timetz` is a time of day with an offset and without a date: no zone with summer time can be told from it, and
            PostgreSQL keeps it only because the SQL standard has it. A precision of 0 rounds and does not cut: half a second
            before midnight becomes tomorrow, and a moment just past can lie in the future.

            Where most moments of a schema have that precision, it is a habit, and one finding.
            """,
        Example = new RuleExample(
            Flagged: """
                model Shop {
                  id     Int      @id
                  opened DateTime @db.Timestamptz(0)
                }
                """,
            Clean: """
                model Shop {
                  id     Int      @id
                  opened DateTime @db.Timestamptz(3)
                }
                """),
        WhenNotToUse = "The column is prescribed by another program.",
        Fix = "Unsafe, for a precision of 0 only: sets a precision of 3.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!context.Connector.IsPostgreSqlLike)
            yield break;
        var rounded = new List<FieldSymbol>();
        var moments = 0;
        foreach (var column in context.Tables.SelectMany(model => model.Fields))
        {
            if (column.Scalar != ScalarType.DateTime || column.IsIgnored)
                continue;
            moments++;
            if (column.NativeType is not { } native)
                continue;
            if (native.Name == "Timetz")
                yield return Report([column], $"is `{native.Attribute}`", "an offset without a date is no time zone");
            else if (native.Name is "Timestamp" or "Timestamptz" or "Time" && native.Number(0) == 0)
                rounded.Add(column);
        }
        foreach (var columns in Habit.Group(rounded, isHabit: rounded.Count * 2 > moments))
        {
            var what = columns.Count == 1 ? $"is `{columns[0].NativeType}`" : $"and {columns.Count - 1} more fields have a precision of 0";
            yield return Report(columns, what, "moments are rounded to the second, into the future as well")
                .WithFix(CodeFix.Unsafe(Habit.Title("Set a precision of 3", columns), [.. columns.Select(SetPrecision)]));
        }
    }

    private static Diagnostic Report(IReadOnlyList<FieldSymbol> columns, string what, string reason) =>
        Definition.At(columns[0].NativeType?.Attribute.Location ?? columns[0].Location, columns[0].DisplayName, what, reason).On(columns[0].DisplayName);

    private static TextEdit SetPrecision(FieldSymbol column)
    {
        var attribute = column.NativeType?.Attribute;
        return attribute is null
            ? SchemaEdits.AppendAttribute(column, "@db.Timestamp(3)")
            : SchemaEdits.Replace(column.Tree.Source, attribute.Syntax, $"@{attribute.Name}(3)");
    }
}
