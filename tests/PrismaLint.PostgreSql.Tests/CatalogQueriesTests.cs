using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.PostgreSql.Tests;

/// <summary>
/// A read-only transaction does not stop functions with side effects, so what the queries may name is listed here. Who adds a name reads first
/// what it does in the manual: it must write nothing, and show no value of a row.
/// </summary>
public sealed partial class CatalogQueriesTests
{
    private static readonly HashSet<string> s_relations = new(
        """
        pg_am pg_attrdef pg_attribute pg_auth_members pg_available_extensions pg_class pg_collation pg_constraint pg_database pg_db_role_setting pg_default_acl pg_depend pg_description pg_enum
        pg_extension pg_hba_file_rules pg_index pg_inherits pg_language pg_locks pg_namespace pg_opclass pg_policy pg_prepared_xacts pg_proc pg_replication_slots pg_rewrite pg_roles
        pg_sequence pg_settings pg_stat_activity pg_stat_archiver pg_stat_database pg_stat_progress_cluster pg_stat_progress_create_index
        pg_stat_progress_vacuum pg_stat_replication pg_stat_ssl pg_stat_user_tables
        pg_statio_user_tables pg_stats pg_trigger pg_type
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> s_functions = new(
        """
        age array_agg cardinality coalesce count current_database current_setting exists extract filter format_type has_function_privilege has_schema_privilege has_sequence_privilege
        has_table_privilege inet_client_addr inet_server_addr left max min mxid_age now nullif obj_description over pg_backend_pid pg_blocking_pids pg_current_wal_lsn pg_database_size
        pg_encoding_to_char pg_get_constraintdef pg_get_expr pg_get_function_identity_arguments pg_get_partkeydef pg_get_userbyid pg_get_viewdef pg_has_role pg_is_in_recovery
        pg_postmaster_start_time pg_relation_size pg_sequence_last_value pg_stat_get_blocks_fetched pg_stat_get_blocks_hit pg_stat_get_lastscan pg_stat_get_numscans quote_ident
        pg_stat_get_tuples_fetched pg_stat_get_tuples_returned pg_wal_lsn_diff row_security_active sum unnest version
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    // What one query alone may name.
    private static readonly Dictionary<string, string> s_extra = new(StringComparer.Ordinal)
    {
        ["statements"] = "\"ext\".pg_stat_statements",
        ["statements_info"] = "\"ext\".pg_stat_statements_info",
        ["colstat"] = "prismalint.column_stats",
        ["migrations"] = "\"app\"._prisma_migrations",
    };

    private static readonly string[] s_verbs =
    [
        "insert", "update", "delete", "merge", "truncate", "drop", "alter", "create", "grant", "revoke", "copy", "call", "do", "lock", "notify", "listen", "vacuum", "analyze", "refresh", "execute", "set",
    ];

    // Words of SQL that a parenthesis may follow.
    private static readonly string[] s_words = ["and", "any", "array", "as", "from", "in", "not", "on", "or", "select", "then", "u", "union", "using", "when", "where", "case", "else", "join", "lateral"];

    private static readonly string[] s_forbidden =
    [
        "most_common_vals", "most_common_elems", "histogram_bounds", "range_bounds_histogram", "range_length_histogram", "pg_statistic", "pg_authid", "pg_shadow", "rolpassword", "pg_user_mapping", "pg_subscription",
        "subconninfo", "pg_largeobject", "pg_stat_reset", "pg_read_file", "pg_ls_dir", "set_config", "pg_terminate", "pg_cancel", "lo_", "dblink", "nextval", "setval", "pg_advisory", "primary_conninfo",
        "prosrc", "pg_get_functiondef", "pg_get_triggerdef", "client_addr,", "options", "logs",
    ];

    private static IEnumerable<TestCaseData> Queries =>
        from version in new[] { 130000, 140000, 150000, 160000, 170000, 180000 }
        from statements in new[] { new Version(1, 6), new Version(1, 8), new Version(1, 9), new Version(1, 12) }
        from isColumnFunction in new[] { false, true }
        let words = new QueryWords(version) { StatementsSchema = "ext", StatementsVersion = statements, UsesColumnFunction = isColumnFunction, DefaultSchema = "app" }
        from query in CatalogQueries.All.Concat(new (string Source, string Sql)[]
        {
            ("locked", CatalogQueries.Locked), ("counts", CatalogQueries.Counts), ("function", CatalogQueries.ColumnFunction), ("unreadable", CatalogQueries.Unreadable),
            ("migrations", CatalogQueries.Migrations),
        })
        select new TestCaseData(query.Source, words.Fill(query.Sql)).SetArgDisplayNames(query.Source, version.ToString(null, null), statements.ToString(), isColumnFunction ? "function" : "view");

    [TestCaseSource(nameof(Queries))]
    public void A_query_names_nothing_but_catalogs(string source, string sql) => Strays(source, sql).Should().BeEmpty();

    [TestCase("select * from \"User\"", "\"user\"")]
    [TestCase("select * from pg_class c, public.users u where true", "public.users")]
    [TestCase("select (select count(*) from orders) from pg_class", "orders")]
    [TestCase("select 1 from pg_class c left join users u on u.id = c.oid", "users")]
    [TestCase("with a as (select 1 from users) select * from a, pg_class c, b", "users", "b")]
    [TestCase("select pg_stat_reset()", "pg_stat_reset")]
    [TestCase("select pg_catalog.pg_read_file('x')", "pg_catalog.pg_read_file")]
    [TestCase("select * from prismalint.column_stats()", "prismalint.column_stats")]
    [TestCase("select * from pg_stat_statements s", "pg_stat_statements")]
    [TestCase("update pg_class set relname = 'x'", "update", "set")]
    [TestCase("select 1; drop table x", "drop")]
    public void The_check_of_queries_sees(string sql, params string[] strays) => Strays("x", sql).Should().Equal(strays);

    [Test]
    public void No_query_shows_values_or_does_anything()
    {
        foreach (var (source, sql) in CatalogQueries.All)
        {
            var words = source == "relations" || source == "indexes" ? s_forbidden.Where(word => word != "options") : s_forbidden;
            words.Where(word => sql.Contains(word, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty("{0} must not name them", source);
        }
        CatalogQueries.All.Where(query => query.Source != "statements").Should().NotContain(query => query.Sql.Contains(".query", StringComparison.Ordinal) || query.Sql.Contains(" query", StringComparison.Ordinal));
        CatalogQueries.Migrations.Should().NotContain("logs");
    }

    [Test]
    public void Commands_of_the_server_are_only_set_or_not_set() =>
        CatalogQueries.All.Single(query => query.Source == "settings").Sql.Should().Contain("when name in ('archive_command','archive_library') then (setting <> ''");

    [TestCase(130000, false, false, false)]
    [TestCase(140000, false, false, false)]
    [TestCase(150000, true, false, false)]
    [TestCase(160000, true, true, false)]
    [TestCase(170000, true, true, false)]
    [TestCase(180000, true, true, true)]
    public void Columns_of_later_versions_are_asked_of_them_alone(int version, bool hasNullsNotDistinct, bool hasLastScan, bool hasEnforced)
    {
        var words = new QueryWords(version);
        var all = string.Join('\n', CatalogQueries.All.Select(query => words.Fill(query.Sql)));

        all.Contains("indnullsnotdistinct", StringComparison.Ordinal).Should().Be(hasNullsNotDistinct);
        all.Contains("pg_stat_get_lastscan", StringComparison.Ordinal).Should().Be(hasLastScan);
        all.Contains("conenforced", StringComparison.Ordinal).Should().Be(hasEnforced);
        // NOT NULL is a constraint there from 18 on.
        words.Fill(CatalogQueries.All.Single(query => query.Source == "constraints").Sql).Should().Contain("contype in ('p','u','f','c','x')");
    }

    [TestCase("1.6", "s.total_time total_exec_time", "true toplevel")]
    [TestCase("1.8", "s.total_exec_time", "true toplevel")]
    [TestCase("1.9", "s.total_exec_time", "s.toplevel toplevel")]
    [TestCase("1.12", "s.total_exec_time", "s.toplevel toplevel")]
    public void The_version_of_the_extension_decides_about_its_columns(string version, string times, string toplevel) =>
        new QueryWords(150000) { StatementsVersion = Version.Parse(version) }.Fill(CatalogQueries.All.Single(query => query.Source == "statements").Sql).Should().Contain(times).And.Contain(toplevel);

    [TestCase("PostgreSQL 15.18 (Debian 15.18-0+deb12u1) on x86_64", 150018, null)]
    [TestCase("PostgreSQL 13.0", 130000, null)]
    [TestCase("PostgreSQL 12.22", 120022, "the server is PostgreSQL 12: 13 or later can be inspected")]
    [TestCase("PostgreSQL 9.6.24", 90624, "the server is PostgreSQL 9.6: 13 or later can be inspected")]
    [TestCase("CockroachDB CCL v23.1.0", 130000, "the server is CockroachDB, not PostgreSQL, and cannot be inspected")]
    [TestCase("PostgreSQL 8.0.2 on i686-pc-linux-gnu, Redshift 1.0.1", 80002, "the server is Redshift, not PostgreSQL, and cannot be inspected")]
    [TestCase("Something 1.0", 150000, "the server is not PostgreSQL, and cannot be inspected")]
    public void Refuses_what_is_not_PostgreSQL(string product, int version, string? refusal) => ServerSupport.Refusal(product, version).Should().Be(refusal);

    /// <summary>What a query names that it must not: relations, functions, verbs.</summary>
    private static List<string> Strays(string source, string sql)
    {
        var bare = Strings().Replace(Comments().Replace(sql, " "), "''").ToLowerInvariant();
        string[] tokens = [.. Tokens().Matches(Extract().Replace(bare, "(")).Select(match => match.Value)];
        var allowed = new HashSet<string>(s_relations.Concat(Ctes().Matches(bare).Select(match => match.Groups[1].Value)), StringComparer.Ordinal);
        if (s_extra.TryGetValue(source, out var extra))
            allowed.Add(extra);
        var strays = new List<string>();
        var clauses = new Stack<bool>([false]);
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            var next = i + 1 < tokens.Length ? tokens[i + 1] : "";
            if (token is "(")
            {
                clauses.Push(false);
            }
            else if (token is ")")
            {
                clauses.Pop();
            }
            else if (token is "from" or "join" || (token is "," && clauses.Peek()))
            {
                clauses.Pop();
                clauses.Push(true);
                if (next is not ("(" or "unnest" or "lateral") && !allowed.Contains(next))
                    strays.Add(next);
            }
            else if (token is "where" or "group" or "order" or "union" or "select" or "limit")
            {
                clauses.Pop();
                clauses.Push(false);
            }
            else if (s_verbs.Contains(token) && (next.Length == 0 || char.IsAsciiLetter(next[0])))
            {
                strays.Add(token);
            }
            else if (next is "(" && token.Any(char.IsAsciiLetter) && !s_words.Contains(token) && !s_functions.Contains(token) && !allowed.Contains(token) && !strays.Contains(token))
            {
                strays.Add(token);
            }
            if (token is "{" or "}")
                strays.Add(token);
        }
        return strays;
    }

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Strings();

    [GeneratedRegex(@"/\*.*?\*/")]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?:with|,)\s+(\w+) as \(")]
    private static partial Regex Ctes();

    // These words are no clause.
    [GeneratedRegex(@"(?:extract\s*\(\s*\w+ from|is (?:not )?distinct from)\s")]
    private static partial Regex Extract();

    [GeneratedRegex(@"(?:""[^""]+""|\w+)(?:\.(?:""[^""]+""|\w+))*|[^\s\w""]")]
    private static partial Regex Tokens();
}
