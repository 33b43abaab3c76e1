using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Types;

/// <summary>Finds decimal numbers whose precision nobody has chosen.</summary>
public sealed class DecimalWithoutPrecisionRule() : Rule(Definition)
{
    /// <summary>The precision for money, here and where money becomes a decimal.</summary>
    internal const string Money = "Decimal(19, 4)";

    // Eighteen digits before the point and ten behind: wide enough for a measure, and within every provider's limits.
    private const string Other = "Decimal(28, 10)";

    public static readonly RuleDescriptor Definition = new("PL4008", "decimal-without-precision")
    {
        Title = "Decimal without precision",
        Message = "`{0}`{1} no precision and become{2} `{3}`",
        Category = DiagnosticCategory.Types,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Without a native type a migration writes `decimal(65,30)` on PostgreSQL, CockroachDB and MySQL and `decimal(32,16)` on
            SQL Server. MySQL reserves 30 bytes a value for it, and no database then refuses an amount with eleven digits behind
            the point: nothing rounds, and nothing says what the column was meant to hold.

            Where most decimals of a schema have no precision, it is one decision, and one finding, at the first of them.
            """,
        Example = new RuleExample(
            Flagged: """
                model Invoice {
                  id     Int     @id
                  amount Decimal
                }
                """,
            Clean: """
                model Invoice {
                  id     Int     @id
                  amount Decimal @db.Decimal(12, 2)
                }
                """),
        WhenNotToUse = "The column keeps numbers of any size as they come. SQLite and MongoDB, which know no precision, are left out.",
        Fix = """
            Unsafe: adds `@db.Decimal(19, 4)` to fields named for money (see PL4007), `@db.Decimal(28, 10)` to others: a first
            proposal. The migration rewrites the column, rounds what has more digits and fails where a number is too large.
            """,
    };

    public override IReadOnlyList<RuleOption> Options => [MoneyNames.Words];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!context.Connector.HasNativeTypes || context.Connector.DefaultColumnType(ScalarType.Decimal) is not { } type)
            yield break;
        var bare = new List<FieldSymbol>();
        var decimals = 0;
        foreach (var column in context.Tables.SelectMany(model => model.Fields))
        {
            if (column.Scalar != ScalarType.Decimal || column.IsIgnored)
                continue;
            decimals++;
            if (column.NativeType is null)
                bare.Add(column);
        }
        foreach (var columns in Habit.Group(bare, isHabit: bare.Count * 2 > decimals))
        {
            yield return Definition
                .At(columns[0].LocationOf(columns[0].Type), columns[0].DisplayName, Habit.Have(columns), columns.Count == 1 ? "s" : "", type.ToLowerInvariant())
                .On(columns[0].DisplayName)
                .WithFix(CodeFix.Unsafe(Habit.Title("Add a precision", columns), [.. columns.Select(column => SetPrecision(context, column))]));
        }
    }

    private static TextEdit SetPrecision(RuleContext context, FieldSymbol column) => SchemaEdits.SetNativeType(
        column, MoneyNames.IsMoney(column.Name, context.Get(MoneyNames.Words)) ? Money : Other, context.Schema.Datasource?.Name ?? "db");
}
