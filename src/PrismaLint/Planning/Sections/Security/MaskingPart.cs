using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>What to put in the place of personal data in copies for tests.</summary>
internal static class MaskingPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        var fields = context.PersonalData.All.Where(field => field.Kind is not PersonalKind.Trait).ToArray();
        if (fields.Length == 0 || !context.IsPostgreSql)
            return;
        writer.Part("Copies for tests");
        writer.Text($"A copy of production for tests or development replaces {PlanFigures.Count(fields.Length, "column")} in one UPDATE a table, before anybody gets it. Values stay apart where the column is unique, and empty where they are.");
        writer.Details($"A value in the place of each of the {PlanFigures.Count(fields.Length, "column")}", inner => inner.Table(
            [SectionWriter.Column("Column"), SectionWriter.Column("Kind"), SectionWriter.Column("Expression, where it is not null")],
            fields.Select(field => new[]
            {
                PlanText.Code($"{field.Field.Model?.TableName}.{field.Field.ColumnName}"),
                PersonalNames.Describe(field.Kind),
                PlanText.Code(Expression(field)),
            })));
    }

    private static string Expression(PersonalField field)
    {
        var column = SqlPieces.Name(field.Field.ColumnName);
        var key = field.Field.Model?.PrimaryKey is { Columns.Count: 1 } primary ? SqlPieces.Name(primary.Columns[0].Field.ColumnName) : column;
        var width = field.Field.NativeType is { Name: "VarChar" or "Char" } native ? native.Number(0) : null;
        var hash = $"md5({key}::text)";
        return field.Field.Scalar switch
        {
            Connectors.ScalarType.Bytes => "NULL, or an empty value where it is required",
            Connectors.ScalarType.DateTime => $"date_trunc('year', {column})",
            Connectors.ScalarType.Json => "'{}'",
            Connectors.ScalarType.Int or Connectors.ScalarType.BigInt or Connectors.ScalarType.Decimal or Connectors.ScalarType.Float => "0",
            _ => field.Kind switch
            {
                PersonalKind.Email => Cut($"'u' || left({hash}, 12) || '@example.test'", width, 26),
                PersonalKind.Phone => Cut("'000-0000000'", width, 11),
                PersonalKind.Credential => field.Field.IsUnique || field.Field.IsRequired ? Cut(hash, width, 32) : "NULL",
                PersonalKind.Network => "'192.0.2.1'",
                PersonalKind.Birth => "'1900'",
                _ => Cut($"left({hash}, 8)", width, 8),
            },
        };
    }

    private static string Cut(string expression, int? width, int length) => width is { } limit && limit < length ? $"left({expression}, {SecurityText.Number(limit)})" : expression;
}
