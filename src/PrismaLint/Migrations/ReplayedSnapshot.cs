using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;

namespace PrismaLint.Migrations;

/// <summary>Gives a replayed catalog the form of a snapshot, so that what asks one can ask the other.</summary>
public static class ReplayedSnapshot
{
    private static readonly string[] s_relation = ["oid", "schema", "name", "kind", "persistence", "rls", "is_partition"];
    private static readonly string[] s_column = ["oid", "num", "name", "type", "typname", "typtype", "notnull", "ident", "gen", "def"];
    private static readonly string[] s_index = ["oid", "rel", "name", "am", "uniq", "prim", "valid", "ready", "nkey", "key", "opt", "ops", "opsdefault", "exprs", "pred", "nulls_not_distinct"];
    private static readonly string[] s_constraint = ["oid", "rel", "name", "kind", "key", "frel", "fschema", "ftable", "fkey", "ondelete", "onupdate", "validated", "index", "def"];

    /// <summary>Structure alone: no statistics, no roles. Everything else is <see cref="EvidenceStateKind.NotAsked"/>.</summary>
    public static DatabaseSnapshot Create(ReplayedCatalog catalog)
    {
        var relations = new CatalogTable(EvidenceSource.Relations, s_relation);
        var columns = new CatalogTable(EvidenceSource.Columns, s_column);
        var indexes = new CatalogTable(EvidenceSource.Indexes, s_index);
        var constraints = new CatalogTable(EvidenceSource.Constraints, s_constraint);
        var enums = new CatalogTable(EvidenceSource.Enums, ["schema", "name", "labels"]);
        var enumNames = new HashSet<string>(catalog.Enums.Select(type => type.Name));
        var oid = 16384L;
        var oids = catalog.Tables.ToDictionary(table => table, _ => oid++);
        foreach (var table in catalog.Tables)
        {
            var own = oids[table];
            relations.Add([own, table.Schema, table.Name, "r", "p", table.HasRowSecurity, table.IsPartition]);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var column = table.Columns[i];
                var isEnum = enumNames.Contains(column.TypeName);
                columns.Add([own, i + 1L, column.Name, column.Type, TypeName(column.Type), isEnum ? "e" : "b", column.IsNotNull, column.IsIdentity ? "d" : "", column.Generated is null ? "" : "s", column.Generated ?? column.Default]);
            }
            var names = new Dictionary<string, long>();
            foreach (var index in table.Indexes)
            {
                names[index.Name] = oid;
                long[] key = [.. index.Elements.Select(element => NumberOf(table, element.Column)), .. index.Included.Select(column => NumberOf(table, column))];
                indexes.Add(
                [
                    oid++, own, index.Name, index.Method, index.IsUnique, index.IsPrimary, true, true, (long)index.Elements.Count, key,
                    index.Elements.Select(element => element.Element.IsDescending ? 1L : 0L).ToArray(),
                    index.Elements.Select(element => (string?)(element.Element.OperatorClass ?? "default")).ToArray(),
                    index.Elements.Select(element => element.Element.OperatorClass is null).ToArray(),
                    index.Elements.Any(element => element.Column is null) ? string.Join(", ", index.Elements.Where(element => element.Column is null).Select(element => element.Element.Expression)) : null,
                    index.Predicate, index.AreNullsNotDistinct,
                ]);
            }
            foreach (var constraint in table.Constraints)
            {
                var target = constraint.Target is { } found && oids.ContainsKey(found) ? found : null;
                constraints.Add(
                [
                    oid++, own, constraint.Name, LetterOf(constraint.Kind), constraint.Columns.Select(column => NumberOf(table, column)).ToArray(), target is null ? 0L : oids[target], target?.Schema, target?.Name,
                    target is null ? null : constraint.TargetColumns.Select(column => NumberOf(target, column)).ToArray(), LetterOf(constraint.OnDelete), LetterOf(constraint.OnUpdate), constraint.IsValidated,
                    names.TryGetValue(constraint.Name, out var index) ? index : 0L, constraint.Expression,
                ]);
            }
        }
        foreach (var (schema, name, labels) in catalog.Enums)
            enums.Add([schema, name, labels.Select(label => (string?)label).ToArray()]);
        string[] schemas = [.. catalog.Tables.Select(table => table.Schema).Append(catalog.DefaultSchema).Distinct().OrderBy(name => name, System.StringComparer.Ordinal)];
        return new DatabaseSnapshot(schemas, [relations, columns, indexes, constraints, enums]);
    }

    private static string TypeName(string type)
    {
        var name = TableReplay.TypeNameOf(type);
        var open = name.IndexOf('(');
        var plain = open < 0 ? name : name.Remove(open, name.IndexOf(')') + 1 - open);
        var known = plain switch
        {
            "integer" => "int4",
            "bigint" => "int8",
            "smallint" => "int2",
            "boolean" => "bool",
            "character varying" => "varchar",
            "character" => "bpchar",
            "double precision" => "float8",
            "real" => "float4",
            "timestamp without time zone" => "timestamp",
            "timestamp with time zone" => "timestamptz",
            "time without time zone" => "time",
            "time with time zone" => "timetz",
            _ => plain,
        };
        return type.EndsWith("[]", System.StringComparison.Ordinal) ? "_" + known : known;
    }

    private static long NumberOf(ReplayedTable table, ReplayedColumn? column)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i] == column)
                return i + 1;
        }
        return 0;
    }

    private static string LetterOf(string kind) => kind switch
    {
        "PRIMARY KEY" => "p",
        "UNIQUE" => "u",
        "FOREIGN KEY" => "f",
        "EXCLUDE" => "x",
        _ => "c",
    };

    private static string LetterOf(ReferentialAction action) => action switch
    {
        ReferentialAction.Cascade => "c",
        ReferentialAction.SetNull => "n",
        ReferentialAction.SetDefault => "d",
        ReferentialAction.Restrict => "r",
        _ => "a",
    };
}
