using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds columns of another type than their fields.</summary>
public sealed class ColumnTypeDriftRule() : DriftRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8505", "column-type-drift")
    {
        Title = "Column of another type than its field",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            What happens decides the severity. An error: the client sends values that the database does not compare with the column, reads a list
            where it holds one value, or reads a `bigint` as `Int`, which fails with the first value beyond 2,147,483,647. A warning: the column is
            narrower and refuses or rounds values that the schema allows. A suggestion: the column is wider, or its precision is 6 and not 3.

            A domain over the right type is equal, and so is a type of an extension in whatever schema. In a `view` only other kinds of values
            are reported, for the server computes lengths and widths there.
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id    Int    @id
                  total Int
                  code  String @db.VarChar(20)
                }
                """,
            Clean: """
                model Order {
                  id    Int    @id
                  total BigInt
                  code  String @db.VarChar(20)
                }
                """)
        {
            Database = """
                CREATE TABLE "Order" (id integer PRIMARY KEY, total bigint NOT NULL, code varchar(10) NOT NULL);
                """,
            Repair = """
                ALTER TABLE "Order" ALTER COLUMN code TYPE varchar(20);
                """,
        },
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var (declared, column) in drift.Columns)
        {
            var expected = SqlType.Of(declared, drift.Map);
            if (SqlType.Of(column, drift.Snapshot) is not { } actual)
                context.Note(Definition.Name, $"`{declared.DisplayName}`: the domain `{column.Type}` lies in a schema that was not inspected", "inspect that schema too");
            else if (TypeComparison.Of(declared, expected, actual) is { } difference)
                yield return Report(context, declared, column, expected, difference) with { Severity = DriftScope.SeverityOf(declared, difference.Severity) };
        }
        foreach (var view in drift.Views)
        {
            foreach (var declared in view.Columns)
            {
                var expected = SqlType.Of(declared, drift.Map);
                if (drift.Map.ColumnOf(declared) is { } column && SqlType.Of(column, drift.Snapshot) is { } actual && IsAnotherKind(expected, actual))
                    yield return Report(context, declared, column, expected, new(DiagnosticSeverity.Warning, "the client reads values of another kind than it expects")) with { Severity = DiagnosticSeverity.Warning };
            }
        }
    }

    private static Diagnostic Report(LiveContext context, FieldSymbol declared, DatabaseColumn column, SqlType expected, TypeComparison difference) =>
        context.Report(
            LiveContext.PlaceOf(declared), Definition.Name,
            $"`{column.QualifiedName}` is `{column.Type}` in the database, and `{expected}` by the schema: {difference.Consequence}");

    private static bool IsAnotherKind(SqlType expected, SqlType actual) =>
        expected.IsArray != actual.IsArray || (KindOf(expected) is { } one && KindOf(actual) is { } other && one != other);

    private static int? KindOf(SqlType type) => type.Family switch
    {
        SqlTypeFamily.Integer or SqlTypeFamily.Float or SqlTypeFamily.Decimal or SqlTypeFamily.Money => 1,
        SqlTypeFamily.Text or SqlTypeFamily.Uuid or SqlTypeFamily.Xml or SqlTypeFamily.Inet or SqlTypeFamily.Bit => 2,
        SqlTypeFamily.DateTime or SqlTypeFamily.Time => 3,
        SqlTypeFamily.Boolean => 4,
        SqlTypeFamily.Bytes => 5,
        _ => null,
    };
}
