using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Npgsql;
using PrismaLint.Database;
using PrismaLint.Sql;

namespace PrismaLint.PostgreSql;

/// <summary>
/// Says of each source whether it is whole. The server refuses some things aloud, and leaves others out without a word: statistics of columns,
/// what other sessions do, last values of sequences.
/// </summary>
internal sealed class EvidenceReview(Dictionary<string, CatalogTable> sources, Dictionary<string, EvidenceState> states, LockedRelations locked)
{
    private const string Hidden = "<insufficient privilege>";

    private static readonly (string Source, string Oid)[] s_ofTables =
    [
        (EvidenceSource.Relations, "oid"), (EvidenceSource.Columns, "oid"), (EvidenceSource.Constraints, "rel"), (EvidenceSource.Indexes, "rel"), (EvidenceSource.Policies, "rel"),
        (EvidenceSource.Triggers, "rel"), (EvidenceSource.TableStatistics, "oid"),
    ];

    public static EvidenceState StateOf(string sqlState) => new(sqlState switch
    {
        PostgresErrorCodes.InsufficientPrivilege => EvidenceStateKind.Denied,
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.InvalidSchemaName
            or PostgresErrorCodes.ObjectNotInPrerequisiteState => EvidenceStateKind.Absent,
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => EvidenceStateKind.TimedOut,
        _ => EvidenceStateKind.Failed,
    })
    {
        SqlState = sqlState,
    };

    public void Complete()
    {
        ReviewLocks();
        ReviewColumnStatistics();
        ReviewSequences();
        ReviewSessions();
        ReviewSettings();
        ReviewStatements();
        NumberBlockers();
    }

    // A relation that was locked half-way is left out of all sources, or what was read later would seem to be missing.
    private void ReviewLocks()
    {
        foreach (var (source, oid) in s_ofTables)
        {
            if (locked.Tables.Length == 0 || !sources.TryGetValue(source, out var table))
                continue;
            var column = table.Columns.ToList().IndexOf(oid);
            sources[source] = Copy(table, row => row[column] is not long number || !locked.Contains(number));
            SetPartial(source, locked.Tables);
        }
        if (locked.Indexes.Length > 0)
            SetPartial(EvidenceSource.Indexes, [.. locked.Tables.Concat(locked.Indexes).Order(StringComparer.Ordinal)]);
    }

    private void ReviewColumnStatistics()
    {
        string[] unreadable = sources.Remove("unreadable", out var table) ? [.. table.Rows.Select(row => row.Text("name"))] : [];
        if (!sources.TryGetValue(EvidenceSource.ColumnStatistics, out var statistics) || unreadable.Length == 0)
            return;
        var seen = new HashSet<string>(statistics.Rows.Select(row => row.Text("schema") + "." + row.Text("tab")), StringComparer.Ordinal);
        var analyzed = new HashSet<long>(Rows(EvidenceSource.TableStatistics).Where(row => row.FindText("last_analyze") is not null || row.FindText("last_autoanalyze") is not null)
            .Select(row => row.Number("oid")));
        CatalogRow[] hidden =
        [
            .. Rows(EvidenceSource.Relations)
                .Where(row => row.Real("tuples") > 0 || analyzed.Contains(row.Number("oid")))
                .Where(row => !seen.Contains(NameOf(row)) && unreadable.Contains(NameOf(row))),
        ];
        if (hidden.Length > 0 && seen.Count == 0)
            states[EvidenceSource.ColumnStatistics] = new EvidenceState(EvidenceStateKind.Denied);
        else
        {
            // Of an empty table, and of one that was never analyzed, nobody sees any: the building of an index counts its rows.
            SetPartial(
                EvidenceSource.ColumnStatistics,
                [.. hidden.Where(row => row.Real("tuples") > 0 && (analyzed.Count == 0 || analyzed.Contains(row.Number("oid")))).Select(NameOf).Order(StringComparer.Ordinal)]);
        }

        static string NameOf(CatalogRow row) => row.Text("schema") + "." + row.Text("name");
    }

    private void ReviewSequences() => SetPartial(
        EvidenceSource.Sequences,
        [
            .. Rows(EvidenceSource.Sequences).Where(row => !row.Flag("readable")).Select(row => row.Text("schema") + "." + row.Text("name"))
                .Concat(locked.Sequences).Order(StringComparer.Ordinal),
        ]);

    // Of a session that the role may not look into nothing is known but that it is there.
    private void ReviewSessions()
    {
        var hidden = Rows(EvidenceSource.Activity).Sum(row => row.Number("hidden"));
        if (hidden == 0)
            return;
        foreach (var source in new[] { EvidenceSource.Activity, EvidenceSource.Clients, EvidenceSource.Blocked })
            SetPartial(source, [Count(hidden, "session") + " of other roles"]);
    }

    private void ReviewSettings()
    {
        if (sources.ContainsKey(EvidenceSource.Settings) && !Rows(EvidenceSource.Settings).Any(row => row.Text("name") == "shared_preload_libraries"))
            SetPartial(EvidenceSource.Settings, ["shared_preload_libraries"]);
    }

    private void ReviewStatements()
    {
        if (!sources.TryGetValue(EvidenceSource.Statements, out var all))
            return;
        var hidden = all.Rows.Select(row => row.Number("hidden")).FirstOrDefault();
        var text = all.Columns.ToList().IndexOf("query");
        var statements = new CatalogTable(all.Source, [.. all.Columns.Where(column => column != "hidden")]);
        var column = all.Columns.ToList().IndexOf("hidden");
        foreach (var row in all.Values)
        {
            if (row[text] is not string query || query == Hidden)
                continue;
            object?[] kept = [.. row];
            kept[text] = SqlText.WithoutLiterals(query);
            statements.Add([.. kept.Where((_, i) => i != column)]);
        }
        if (hidden > 0 && statements.Count == 0)
        {
            sources.Remove(EvidenceSource.Statements);
            states[EvidenceSource.Statements] = new EvidenceState(EvidenceStateKind.Denied);
            return;
        }
        sources[EvidenceSource.Statements] = statements;
        if (hidden > 0)
            SetPartial(EvidenceSource.Statements, [Count(hidden, "statement") + " of other roles"]);
    }

    // Who blocks whom counts; the numbers of processes are other ones each time.
    private void NumberBlockers()
    {
        if (!sources.TryGetValue(EvidenceSource.Blocked, out var table))
            return;
        var numbers = new Dictionary<long, long>();
        var column = table.Columns.ToList().IndexOf("blockers");
        foreach (var row in table.Values.Where(row => column >= 0))
        {
            row[column] = row[column] is long[] processes
                ? Array.ConvertAll(processes, process => numbers.TryGetValue(process, out var number) ? number : numbers[process] = numbers.Count + 1)
                : null;
        }
    }

    private void SetPartial(string source, string[] names)
    {
        if (names.Length > 0 && sources.ContainsKey(source))
            states[source] = new EvidenceState(EvidenceStateKind.Partial) { Names = names };
    }

    private IEnumerable<CatalogRow> Rows(string source) => sources.TryGetValue(source, out var table) ? table.Rows : [];

    private static CatalogTable Copy(CatalogTable table, Func<object?[], bool> isKept)
    {
        var copy = new CatalogTable(table.Source, table.Columns);
        foreach (var row in table.Values.Where(isKept))
            copy.Add(row);
        return copy;
    }

    private static string Count(long number, string word) => number.ToString(CultureInfo.InvariantCulture) + " " + word + (number == 1 ? "" : "s");
}
