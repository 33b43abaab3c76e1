using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>How moments become local time with the zone that a row above them names.</summary>
internal static class LocalTime
{
    /// <param name="context">The plan.</param>
    /// <param name="zone">The column with the name of a zone.</param>
    /// <param name="moments">The moments whose rows lead to it.</param>
    /// <param name="writer">Where it goes.</param>
    public static void Write(PlanContext context, FieldSymbol zone, IReadOnlyList<FieldSymbol> moments, SectionWriter writer)
    {
        if (!context.IsPostgreSql || zone.Model is not { PrimaryKey: not null } owner)
            return;
        var moment = moments.Where(field => field.NativeType?.Name == "Timestamptz" && field.Model != owner).OrderByDescending(field => field.Model?.ReferencingKeys.Count ?? 0).FirstOrDefault();
        if (moment?.Model is { } model && WayTo(model, owner) is { Count: > 0 } way)
        {
            var (m, z) = (PlanText.Code(moment.DisplayName), PlanText.Code(zone.DisplayName));
            writer.Text($"{m} stays what it is, one moment, and {z} turns it into local time when it is shown; a local time in a column of its own has two meanings in the hour that a clock goes back. {(way.Count == 1 ? "The key" : FormattableString.Invariant($"The {way.Count} keys"))} {PlanText.CodeList(way.Select(key => key.DisplayName))} lead{(way.Count == 1 ? "s" : "")} to the zone.");
            writer.Sql(SqlRole.Query, Shown(context, model, moment, zone, way), "Local times of rows, those to come first:");
            writer.Sql(SqlRole.Query, OfDay(context, model, moment), $"Rows of a local day: bounds are computed once from day and zone, so that an index of {m} serves{(model.IndexesLedBy(moment).Any() ? "" : ", which is not there today")}; a day has 23 or 25 hours where clocks change:");
            writer.Text($"A new value is entered the same way: {PlanText.Code("$1::timestamp AT TIME ZONE $2")} makes the moment of a local time; an hour that clocks skip becomes the one after it, and of an hour that comes twice PostgreSQL takes the later one.");
        }
        var table = context.Sql.Table(owner);
        var column = TableSql.Column(zone);
        writer.Sql(SqlRole.Integrity,
            $"SELECT {TableSql.Columns(TableSql.Key(owner))}, {column} FROM {table}\n  WHERE {column} IS NOT NULL AND NOT EXISTS (SELECT FROM pg_timezone_names AS n WHERE lower(n.name) = lower({table}.{column}));",
            $"{PlanText.Code("AT TIME ZONE")} knows the names of the IANA list, such as {PlanText.Code("America/New_York")}. Windows' names, such as {PlanText.Code("Eastern Standard Time")}, make a query fail. Rows whose {PlanText.Code(zone.DisplayName)} PostgreSQL does not know:");
    }

    private static IReadOnlyList<ForeignKeySymbol> WayTo(ModelSymbol model, ModelSymbol owner) =>
        KeyPaths.Shortest(model, target => target == owner, key => key.Fields.All(field => field.IsRequired));

    private static string Shown(PlanContext context, ModelSymbol model, FieldSymbol moment, FieldSymbol zone, IReadOnlyList<ForeignKeySymbol> way)
    {
        var sql = new StringBuilder("SELECT ");
        foreach (var key in TableSql.Key(model))
            sql.Append(TableSql.Column("t", key)).Append(", ");
        var last = FormattableString.Invariant($"p{way.Count}");
        sql.Append(TableSql.Column("t", moment)).Append(" AT TIME ZONE ").Append(TableSql.Column(last, zone)).Append(" AS local_time\nFROM ").Append(context.Sql.Table(model)).Append(" AS t\n");
        var child = "t";
        for (var i = 0; i < way.Count; i++)
        {
            var parent = FormattableString.Invariant($"p{i + 1}");
            sql.Append("JOIN ").Append(context.Sql.Table(way[i].Target)).Append(" AS ").Append(parent).Append(" ON ").Append(TableSql.Join(way[i], child, parent)).Append('\n');
            child = parent;
        }
        var column = TableSql.Column("t", moment);
        return sql.Append("WHERE ").Append(column).Append(" >= now()\nORDER BY ").Append(column).Append(" LIMIT 50;").ToString();
    }

    private static string OfDay(PlanContext context, ModelSymbol model, FieldSymbol moment)
    {
        var column = TableSql.Column(moment);
        var key = TableSql.Key(model);
        return $"SELECT {(key.Count > 0 ? TableSql.Columns(key) + ", " : "")}{column} FROM {context.Sql.Table(model)}\n"
            + $"WHERE {column} >= ($1::date::timestamp AT TIME ZONE $2::text) AND {column} < (($1::date + 1)::timestamp AT TIME ZONE $2::text);";
    }
}
