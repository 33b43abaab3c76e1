using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Database;

/// <summary>
/// What was seen of a database in one transaction: catalogs and statistics, never a row of a table. Taken by a server's queries or read
/// from a file; both give the same values.
/// </summary>
public sealed class DatabaseSnapshot
{
    private readonly IReadOnlyDictionary<string, CatalogTable> _sources;
    private readonly IReadOnlyDictionary<string, EvidenceState> _states;
    private readonly Dictionary<long, DatabaseTable> _tablesByOid = [];
    private readonly Dictionary<(string Schema, string Name), DatabaseTable> _tablesByName = [];

    /// <param name="schemas">The schemas that were looked at.</param>
    /// <param name="sources">The results of the queries.</param>
    /// <param name="states">What became of each source; one that is not named is <see cref="EvidenceState.Ok"/> where it has a result, else
    /// <see cref="EvidenceState.Missing"/>.</param>
    public DatabaseSnapshot(
        IReadOnlyList<string> schemas, IEnumerable<CatalogTable> sources, IReadOnlyDictionary<string, EvidenceState>? states = null)
    {
        Schemas = schemas;
        _sources = sources.ToDictionary(source => source.Source, StringComparer.Ordinal);
        _states = states ?? new Dictionary<string, EvidenceState>();
        Server = new ServerFacts(FirstRow(EvidenceSource.Server));
        Tables = BindTables();
        Enums = [.. Rows(EvidenceSource.Enums).Select(row => new DatabaseEnum(row.Text("schema"), row.Text("name"), row.Texts("labels")))];
        Sequences = BindSequences();
        Roles = [.. Rows(EvidenceSource.Roles).Select(row => new DatabaseRole(row))];
        Extensions =
        [
            .. Rows(EvidenceSource.Extensions).Select(row =>
                new DatabaseExtension(row.Text("name"), row.Text("version"), row.Text("schema"), row.FindText("default_version"))),
        ];
        Functions = [.. Rows(EvidenceSource.Functions).Select(row => new DatabaseFunction(row))];
        Statements = [.. Rows(EvidenceSource.Statements).Select(row => new DatabaseStatement(row))];
        Settings = Rows(EvidenceSource.Settings).GroupBy(row => row.Text("name")).ToDictionary(group => group.Key, group => group.First().Text("setting"), StringComparer.Ordinal);
    }

    /// <summary>The schemas that were looked at, sorted.</summary>
    public IReadOnlyList<string> Schemas { get; }

    public IEnumerable<CatalogTable> Sources => _sources.Values.OrderBy(source => source.Source, StringComparer.Ordinal);

    /// <summary>The states that are not <see cref="EvidenceState.Ok"/>, by source.</summary>
    public IReadOnlyDictionary<string, EvidenceState> States => _states;

    /// <summary>The version of the tool that took it; <see langword="null"/> for one just taken.</summary>
    public string? ToolVersion { get; init; }

    public ServerFacts Server { get; }

    /// <summary>Tables and views, sorted by qualified name; relations that another session had locked are missing (<see cref="StateOf"/>).</summary>
    public IReadOnlyList<DatabaseTable> Tables { get; }

    public IReadOnlyList<DatabaseEnum> Enums { get; }

    public IReadOnlyList<DatabaseSequence> Sequences { get; }

    public IReadOnlyList<DatabaseRole> Roles { get; }

    public IReadOnlyList<DatabaseExtension> Extensions { get; }

    public IReadOnlyList<DatabaseFunction> Functions { get; }

    public IReadOnlyList<DatabaseStatement> Statements { get; }

    /// <summary>Server settings by name, in the units of <c>pg_settings</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The beginning of the counters of this database: the last reset, else that of the cluster; <see langword="null"/> where neither is known.</summary>
    public DateTimeOffset? StatisticsSince =>
        FirstRow(EvidenceSource.StatisticsSince) is var row ? row.FindTime("db") ?? row.FindTime("cluster") : null;

    /// <summary>How many days the counters cover; <see langword="null"/> where their beginning is not known.</summary>
    public double? StatisticsDays => StatisticsSince is { } since ? (Server.At - since).TotalDays : null;

    /// <summary>How many hours the statement counters cover; <see langword="null"/> where their beginning is not known.</summary>
    public double? StatementHours =>
        FirstRow(EvidenceSource.StatementsInfo).FindTime("stats_reset") is { } since ? (Server.At - since).TotalHours : StatisticsDays * 24;

    public EvidenceState StateOf(string source) =>
        _states.TryGetValue(source, out var state) ? state : _sources.ContainsKey(source) ? EvidenceState.Ok : EvidenceState.Missing;

    public IEnumerable<CatalogRow> Rows(string source) => _sources.TryGetValue(source, out var table) ? table.Rows : [];

    /// <summary>The first row of a source, or one in which everything is null.</summary>
    public CatalogRow FirstRow(string source) =>
        _sources.TryGetValue(source, out var table) && table.Count > 0 ? table.Rows.First() : new CatalogRow(new CatalogTable(source, []), []);

    public DatabaseTable? FindTable(string schema, string name) => _tablesByName.TryGetValue((schema, name), out var table) ? table : null;

    public DatabaseTable? FindTable(long oid) => _tablesByOid.TryGetValue(oid, out var table) ? table : null;

    public string? FindSetting(string name) => Settings.TryGetValue(name, out var value) ? value : null;

    public bool IsOn(string setting) => FindSetting(setting) == "on";

    private DatabaseTable[] BindTables()
    {
        foreach (var row in Rows(EvidenceSource.Relations))
        {
            var table = new DatabaseTable(row);
            _tablesByOid[table.Oid] = table;
            _tablesByName[(table.Schema, table.Name)] = table;
        }
        Attach(EvidenceSource.Columns, "oid", (table, rows) =>
            table.Columns = [.. rows.Select(row => new DatabaseColumn(table, row)).OrderBy(column => column.Number)]);
        foreach (var row in Rows(EvidenceSource.ColumnStatistics))
        {
            if (FindTable(row.Text("schema"), row.Text("tab"))?.FindColumn(row.Text("col")) is { } column && (column.Statistics is null || row.Flag("inherited")))
                column.Statistics = new ColumnStatistics(row.Real("null_frac"), row.Number("avg_width"), row.Real("n_distinct"), row.FindReal("correlation"));
        }
        Attach(EvidenceSource.Constraints, "rel", (table, rows) =>
            table.Constraints = [.. rows.Select(row => new DatabaseConstraint(table, row)).OrderBy(constraint => constraint.Name, StringComparer.Ordinal)]);
        Attach(EvidenceSource.Indexes, "rel", (table, rows) =>
            table.Indexes = [.. rows.Select(row => new DatabaseIndex(table, row)).OrderBy(index => index.Name, StringComparer.Ordinal)]);
        Attach(EvidenceSource.Policies, "rel", (table, rows) =>
            table.Policies = [.. rows.Select(row => new DatabasePolicy(table, row)).OrderBy(policy => policy.Name, StringComparer.Ordinal)]);
        Attach(EvidenceSource.Triggers, "rel", (table, rows) => table.Triggers =
        [
            .. rows
                .Select(row => new DatabaseTrigger(table, row.Text("name"), row.Text("enabled"), row.Flag("internal"), row.Number("con"), row.Number("kind")))
                .OrderBy(trigger => trigger.Name, StringComparer.Ordinal),
        ]);
        Attach(EvidenceSource.TableStatistics, "oid", (table, rows) => table.Statistics = new TableStatistics(rows.First()));
        var tables = _tablesByOid.Values.OrderBy(table => table.Schema, StringComparer.Ordinal).ThenBy(table => table.Name, StringComparer.Ordinal).ToArray();
        foreach (var children in tables.Where(table => table.ParentOid is not null).GroupBy(table => table.ParentOid ?? 0))
        {
            if (FindTable(children.Key) is not { } parent)
                continue;
            parent.Children = [.. children.Where(child => !IsAbove(child, parent))];
            foreach (var child in parent.Children)
                child.Parent = parent;
        }
        var parts = tables.SelectMany(table => table.Indexes).Where(index => index.ParentOid != 0).ToLookup(index => index.ParentOid);
        foreach (var table in tables)
        {
            foreach (var index in table.Indexes)
                index.Parts = [.. parts[index.Oid]];
            foreach (var constraint in table.Constraints)
            {
                if (FindTable(constraint.TargetOid) is { } target)
                {
                    constraint.Target = target;
                    constraint.TargetColumns = [.. constraint.TargetColumnNumbers.Select(number => target.FindColumn(number)?.Name ?? "")];
                }
            }
            foreach (var index in table.Indexes)
                index.Constraint = table.Constraints.FirstOrDefault(constraint => constraint.IndexOid == index.Oid && constraint.Kind != DatabaseConstraintKind.ForeignKey);
        }
        return tables;
    }

    // No server has a circle here; a file may.
    private static bool IsAbove(DatabaseTable table, DatabaseTable other)
    {
        for (var current = other; current is not null; current = current.Parent)
        {
            if (current == table)
                return true;
        }
        return false;
    }

    private void Attach(string source, string oid, Action<DatabaseTable, IEnumerable<CatalogRow>> attach)
    {
        foreach (var rows in Rows(source).GroupBy(row => row.Number(oid)))
        {
            if (FindTable(rows.Key) is { } table)
                attach(table, rows);
        }
    }

    private DatabaseSequence[] BindSequences()
    {
        var sequences = Rows(EvidenceSource.Sequences).Select(row => new DatabaseSequence(row)).ToArray();
        foreach (var sequence in sequences)
            sequence.Owner = FindTable(sequence.OwnerTableOid)?.FindColumn(sequence.OwnerColumnNumber);
        return sequences;
    }
}
