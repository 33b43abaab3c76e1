using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Sql;

namespace PrismaLint.PostgreSql;

/// <summary>The SQL that makes a role which may look at everything an inspection needs, and at no row.</summary>
public static class RoleSql
{
    /// <summary>The schema of the function that shows column statistics.</summary>
    internal const string Schema = "prismalint";

    /// <summary>Writes the statements; an administrator runs them, and the role that runs migrations.</summary>
    /// <param name="roleName">The name of the role to be made.</param>
    /// <param name="schemas">The schemas that hold the application's tables.</param>
    /// <param name="database">The database.</param>
    public static string Write(string roleName, IReadOnlyList<string> schemas, string database)
    {
        var role = Name(roleName);
        var text = new StringBuilder();
        Line("-- A role for `prismalint inspect`: it sees catalogs and statistics, and no row of a table.");
        Line("-- Run this as a superuser, or as the owner of the database with ADMIN on pg_monitor. It sets no password; in psql:");
        Line($"--   \\password {role.Replace("\n", " ", StringComparison.Ordinal)}");
        Line($"create role {role} login connection limit 2;");
        Line($"grant connect on database {Name(database)} to {role};");
        Line("-- What other sessions do, texts of statements, all settings.");
        Line($"grant pg_monitor to {role};");
        Line($"alter role {role} set default_transaction_read_only = on;");
        Line($"alter role {role} set statement_timeout = '15s';");
        Line($"alter role {role} set lock_timeout = '500ms';");
        Line($"alter role {role} set idle_in_transaction_session_timeout = '60s';");
        Line("-- Last values of sequences: how near a key is to its end. The second statement counts for sequences that the role which runs it makes");
        Line("-- later: run it as the role that runs migrations.");
        foreach (var schema in schemas.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Line($"grant select on all sequences in schema {Name(schema)} to {role};");
            Line($"alter default privileges in schema {Name(schema)} grant select on sequences to {role};");
        }
        Line("-- Optional, for estimates of bloat: column statistics without the values that pg_stats shows to owners of tables.");
        Line($"create schema if not exists {Schema};");
        Line($"""
            create or replace function {Schema}.column_stats() returns table(schemaname name, tablename name, attname name, inherited bool,
                null_frac real, avg_width int, n_distinct real, correlation real)
              language sql stable security definer set search_path = pg_catalog as
              'select schemaname, tablename, attname, inherited, null_frac, avg_width, n_distinct, correlation from pg_catalog.pg_stats
                where schemaname not in (''pg_catalog'', ''information_schema'')';
            """.ReplaceLineEndings("\n"));
        Line($"revoke all on function {Schema}.column_stats() from public;");
        Line($"grant usage on schema {Schema} to {role};");
        Line($"grant execute on function {Schema}.column_stats() to {role};");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Name(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') && !s_reserved.Contains(name)
            ? name
            : SqlName.Quote(name);

    // Words that are no name of a role, a schema or a database without quotes, as far as one may think of calling one so.
    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal)
    {
        "all", "analyze", "and", "any", "array", "as", "asc", "both", "case", "cast", "check", "column", "constraint", "create", "current_role", "current_user", "default", "desc",
        "distinct", "do", "else", "end", "except", "false", "fetch", "for", "foreign", "from", "grant", "group", "having", "in", "into", "limit", "none", "not", "null", "offset",
        "on", "only", "or", "order", "primary", "references", "returning", "select", "session_user", "some", "symmetric", "table", "then", "to", "true", "union", "unique",
        "user", "using", "when", "where", "window", "with", "authorization", "freeze", "full", "inner", "join", "left", "like", "natural", "outer", "right", "verbose",
    };
}
