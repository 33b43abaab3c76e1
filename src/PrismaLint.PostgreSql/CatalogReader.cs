using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Npgsql;
using PrismaLint.Database;

namespace PrismaLint.PostgreSql;

/// <summary>Takes a snapshot over an open connection: everything in one read-only transaction, which is rolled back.</summary>
public sealed class CatalogReader
{
    // The server may compile what it thinks expensive; these queries are over before that pays.
    private static readonly string[] s_begin =
    [
        "begin isolation level repeatable read read only",
        "set local statement_timeout = '15s'",
        "set local lock_timeout = '500ms'",
        "set local idle_in_transaction_session_timeout = '60s'",
        "set local search_path = pg_catalog",
        "set local jit = off",
        "savepoint s",
    ];

    private readonly QueryBatch _batch;
    private readonly InspectionOptions _options;
    private readonly IProgress<string>? _progress;
    private readonly Dictionary<string, CatalogTable> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EvidenceState> _states = new(StringComparer.Ordinal);
    private readonly HashSet<string> _retried = new(StringComparer.Ordinal);
    private LockedRelations _locked = LockedRelations.None;
    private string[] _schemas = [];

    private CatalogReader(NpgsqlConnection connection, InspectionOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        _batch = new QueryBatch(connection, cancellation);
        _options = options;
        _progress = progress;
    }

    /// <summary>Reads the catalogs of some schemas.</summary>
    /// <param name="connection">An open connection; it is left open, its transaction rolled back.</param>
    /// <param name="schemas">The schemas to look at; none: all of the user's.</param>
    public static DatabaseSnapshot Read(NpgsqlConnection connection, IReadOnlyList<string>? schemas = null) =>
        Read(connection, new InspectionOptions { Schemas = schemas ?? [], MaxRelations = int.MaxValue }, null, null, CancellationToken.None);

    /// <summary>Reads what the options ask for, and adds what the URL says.</summary>
    /// <exception cref="InspectionException">The server is not one that can be inspected, or holds too much.</exception>
    internal static DatabaseSnapshot Read(
        NpgsqlConnection connection, InspectionOptions options, ConnectionUrl? url, IProgress<string>? progress, CancellationToken cancellation)
    {
        var reader = new CatalogReader(connection, options, progress, cancellation);
        try
        {
            reader.ReadAll(url);
        }
        finally
        {
            reader._batch.TryExecute("rollback");
        }
        return reader.Complete(url);
    }

    private static int CountOf(CatalogTable counts, IEnumerable<string> schemas) =>
        (int)Math.Min(int.MaxValue, counts.Rows.Where(row => schemas.Contains(row.Text("name"))).Sum(row => row.Number("n")));

    private void ReadAll(ConnectionUrl? url)
    {
        var words = new QueryWords(0) { DefaultSchema = url?.Schema ?? url?.Application?.Schema ?? "public" };
        string[] facts = [EvidenceSource.Server, EvidenceSource.Namespaces, EvidenceSource.Extensions];
        Query[] first =
        [
            .. facts.Select(source => new Query(source, words.Fill(CatalogQueries.All.First(query => query.Source == source).Sql))),
            new("locked", words.Fill(CatalogQueries.Locked)),
            new("counts", words.Fill(CatalogQueries.Counts)),
            new("function", words.Fill(CatalogQueries.ColumnFunction)),
        ];
        _progress?.Report("looking at the server");
        var tables = _batch.Begin(s_begin, first);
        foreach (var source in facts)
            _sources[source] = tables[source];
        var server = tables[EvidenceSource.Server].Rows.First();
        if (ServerSupport.Refusal(server.Text("product"), (int)server.Number("version_num")) is { } refusal)
            throw new InspectionException(InspectionFailure.Refused, refusal);
        _schemas = ChooseSchemas(tables[EvidenceSource.Namespaces], tables["counts"]);
        _locked = new LockedRelations(tables["locked"]);

        var (statementsSchema, statementsVersion) = tables[EvidenceSource.Extensions].Rows.Where(row => row.Text("name") == "pg_stat_statements")
            .Select(row => (row.Text("schema"), row.Text("version"))).FirstOrDefault();
        words = words with
        {
            Version = (int)server.Number("version_num"),
            UsesColumnFunction = !server.Flag("super") && tables["function"].Rows.First().Flag("usable"),
            StatementsSchema = statementsSchema ?? "",
            StatementsVersion = Version.TryParse(statementsVersion, out var version) ? version : words.StatementsVersion,
        };
        _progress?.Report("reading the catalogs");
        ReadEach(PlanQueries(words, facts), words);
    }

    private string[] ChooseSchemas(CatalogTable namespaces, CatalogTable counts)
    {
        var all = namespaces.Rows.Select(row => row.Text("name")).Where(name => name != RoleSql.Schema);
        string[] names = [.. (_options.Schemas.Count > 0 ? _options.Schemas.Distinct(StringComparer.Ordinal) : all).Order(StringComparer.Ordinal)];
        var count = CountOf(counts, names);
        return count <= _options.MaxRelations
            ? names
            : throw new InspectionException(
                InspectionFailure.Refused,
                $"the database has {count} tables and views, more than {_options.MaxRelations}: name the schemas to look at with --schema");
    }

    private List<Query> PlanQueries(QueryWords words, string[] known)
    {
        var queries = new List<Query>();
        foreach (var (source, sql) in CatalogQueries.All)
        {
            if (known.Contains(source))
                continue;
            var isOfStatements = source is EvidenceSource.Statements or EvidenceSource.StatementsInfo;
            if (isOfStatements && _options.WithoutStatements)
                _states[source] = EvidenceState.Missing;
            else if (isOfStatements && (words.StatementsSchema.Length == 0 || (source == EvidenceSource.StatementsInfo && !words.HasStatementsInfo)))
                _states[source] = new EvidenceState(EvidenceStateKind.Absent);
            else
                queries.Add(new Query(source, words.Fill(sql)));
        }
        queries.Add(new Query("unreadable", words.Fill(CatalogQueries.Unreadable)));
        if (_options.ReadsMigrations && !_locked.Names.Contains(words.DefaultSchema + "._prisma_migrations"))
            queries.Add(new Query(EvidenceSource.Migrations, words.Fill(CatalogQueries.Migrations)));
        else if (_options.ReadsMigrations)
            _states[EvidenceSource.Migrations] = new EvidenceState(EvidenceStateKind.TimedOut);
        // The lock of a last value stays until the transaction ends: it comes last.
        return [.. queries.OrderBy(query => query.Source == EvidenceSource.Sequences)];
    }

    private void ReadEach(List<Query> queries, QueryWords words)
    {
        while (queries.Count > 0)
        {
            var failure = _batch.Run(queries, _schemas, _locked.Oids, table =>
            {
                _progress?.Report($"read {table.Source}");
                _sources[table.Source] = table;
            });
            queries.RemoveAll(query => _sources.ContainsKey(query.Source));
            if (failure is null)
                return;
            // Without a result of its own it is the first that is left.
            var failed = queries[0];
            if (failure == PostgresErrorCodes.LockNotAvailable && _retried.Add(failed.Source))
            {
                _locked = _locked.And(_batch.Run(new Query("locked", words.Fill(CatalogQueries.Locked))));
            }
            else if (failed.Source == EvidenceSource.ColumnStatistics && words.UsesColumnFunction && _retried.Add(failed.Source))
            {
                var sql = CatalogQueries.All.First(query => query.Source == failed.Source).Sql;
                queries[0] = new Query(failed.Source, (words with { UsesColumnFunction = false }).Fill(sql));
            }
            else
            {
                _states[failed.Source] = EvidenceReview.StateOf(failure);
                queries.RemoveAt(0);
            }
        }
    }

    private DatabaseSnapshot Complete(ConnectionUrl? url)
    {
        var review = new EvidenceReview(_sources, _states, _locked);
        review.Complete();
        if (url is not null)
            _sources[EvidenceSource.Connection] = ConnectionFacts.TableOf(url);
        if (_options.WithoutRoles)
            RolePseudonyms.Apply(_sources);
        CatalogOrder.Apply(_sources);
        return new DatabaseSnapshot(_schemas, _sources.Values, _states);
    }
}
