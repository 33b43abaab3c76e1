using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>Phrases that parts of the section share.</summary>
internal static class SecurityText
{
    /// <summary>The database, as people call it.</summary>
    public static string Provider(PlanContext context) => context.Schema.Provider switch
    {
        Connectors.Provider.MongoDb => "MongoDB",
        Connectors.Provider.MySql => "MySQL",
        Connectors.Provider.Sqlite => "SQLite",
        Connectors.Provider.SqlServer => "SQL Server",
        Connectors.Provider.CockroachDb => "CockroachDB",
        Connectors.Provider.PostgreSql => "PostgreSQL",
        _ => "no provider that is known",
    };

    /// <summary>The answer is that it never was.</summary>
    public static bool IsNever(string? answer) => string.Equals(answer?.Trim(), "never", StringComparison.OrdinalIgnoreCase);

    public static string Number(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>The type of a column in the database.</summary>
    public static string TypeOf(PlanContext context, FieldSymbol field) =>
        context.Schema.Connector.IsSql ? context.Sql.Type(field) : field.Type.Name.Text;

    /// <summary>Foreign keys in a row: <c>`Line.orderId` → `Order.userId` → `User`</c>.</summary>
    public static string Path(IReadOnlyList<ForeignKeySymbol> path) =>
        string.Join(" → ", path.Select(key => PlanText.Code(key.Model.Name + "." + key.FieldList))) + " → " + PlanText.Code(path[path.Count - 1].Target.Name);

    /// <summary>How the database calls tables, the rest counted.</summary>
    public static string Tables(IEnumerable<ExpectedTable> tables, int most = 12) => PlanFigures.Names(tables.Select(table => table.DatabaseName), most);

    /// <summary>The sentences of findings, each with its rule.</summary>
    public static IEnumerable<string> Findings(PlanContext context, params string[] ruleIds) => context.Observations.Visible
        .Where(diagnostic => Array.IndexOf(ruleIds, diagnostic.Id) >= 0)
        .Select(diagnostic => $"{diagnostic.Message} ({diagnostic.Id})")
        .Distinct(StringComparer.Ordinal);

    /// <summary>The statements of changes, a block each, as section 7 has them.</summary>
    public static void WriteSql(SectionWriter writer, IEnumerable<PlanChange> changes)
    {
        foreach (var change in changes)
        {
            foreach (var step in change.Steps.Where(step => step.Sql is not null))
                writer.Sql(SqlRole.Change, step.Sql ?? "", change.Title + ":");
        }
    }
}
