using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Migrations.Diff;

/// <summary>Pieces of PostgreSQL's SQL.</summary>
internal static class SqlPieces
{
    public static string Name(string name) => SqlName.Quote(name);

    public static string Name(string? schema, string name) => schema is null ? Name(name) : Name(schema) + "." + Name(name);

    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>The statement stops waiting for its lock before others pile up behind it.</summary>
    public static string WithTimeout(params string[] statements) => "SET lock_timeout = '2s';\n" + string.Join("\n", statements);

    /// <summary>A name made of another with an end, in PostgreSQL's 63 bytes.</summary>
    public static string Derived(string name, string end) => Database.SchemaMap.DatabaseName(name).Length + end.Length <= 63
        ? name + end
        : name.Remove(System.Math.Min(name.Length, 63 - end.Length)) + end;
}
