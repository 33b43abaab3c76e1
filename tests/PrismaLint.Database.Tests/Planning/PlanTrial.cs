using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Npgsql;
using PrismaLint.Database.Testing;
using PrismaLint.Database.Tests.Prisma;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;
using PrismaLint.Sql;

namespace PrismaLint.Database.Tests.Planning;

/// <summary>
/// Runs all SQL of a plan on a database that Prisma's statements made: what reads is read, the changes of section 7 are made and verified in their
/// order, and taken back in the other one; then the structure, and every row, must be what they were.
/// </summary>
internal sealed partial class PlanTrial : IDisposable
{
    private const int MigrationPlan = 7;

    private readonly TestDatabase _database = DatabaseServer.CreateDatabase();
    private readonly NpgsqlConnection _connection;
    private readonly List<string> _failures = [];

    private PlanTrial()
    {
        _connection = new NpgsqlConnection(_database.ConnectionString);
        _connection.Open();
    }

    public int StatementCount { get; private set; }

    public int RowCount { get; private set; }

    /// <summary>What went wrong, each with its section and statement; nothing where all is well.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>The SQL that makes the database of a schema.</summary>
    public static string Created(string text)
    {
        // Prisma 7 reads no addresses from the schema.
        var sql = PrismaTools.Migrations(new Dictionary<string, string> { ["schema.prisma"] = Address().Replace(text, "") })["schema.prisma"];
        return ComputedDefault().Replace(sql, "GENERATED ALWAYS AS ($1) STORED");
    }

    /// <param name="text">The schema.</param>
    /// <param name="created">The SQL that makes its database.</param>
    /// <param name="inputs">What the plan is told.</param>
    /// <param name="withRows">Rows are in the tables when the changes come.</param>
    public static PlanTrial Run(string text, string created, PlanInputs inputs, bool withRows)
    {
        var trial = new PlanTrial();
        trial.Execute("SET client_min_messages = error");
        foreach (var extension in new[] { "pg_stat_statements", "citext", "pg_trgm", "pgcrypto", "\"uuid-ossp\"", "unaccent", "btree_gin", "hstore" })
            trial.Execute($"CREATE EXTENSION IF NOT EXISTS {extension}");
        trial.Execute(created);
        var plan = Planner.Create(new PlanRequest(SchemaSource.FromText("schema.prisma", text)) { Inputs = inputs });
        if (plan.Document is not { } document)
            throw new InvalidOperationException(string.Join("\n", plan.Errors));
        var blocks = document.Statements().ToArray();
        // On empty tables integrity is certain.
        foreach (var (section, sql) in blocks)
            trial.Read(section.Number, sql);
        trial.CompareWithSteps(blocks);
        trial.RowCount = withRows ? TestRows.Insert(trial._connection) : 0;
        trial.ThereAndBack([.. blocks.Where(block => block.Section.Number == MigrationPlan).Select(block => block.Sql)]);
        return trial;
    }

    [GeneratedRegex("^[ \t]*(url|directUrl|shadowDatabaseUrl)[ \t]*=.*$", RegexOptions.Multiline)]
    private static partial Regex Address();

    // An introspected schema has generated columns as defaults that name other columns, which PostgreSQL refuses as such.
    [GeneratedRegex(@"DEFAULT (\(.*\b(?!\d)\w+ [-+*/] .*\))(?=,?$)", RegexOptions.Multiline)]
    private static partial Regex ComputedDefault();

    public void Dispose()
    {
        _connection.Dispose();
        NpgsqlConnection.ClearPool(_connection);
        _database.Dispose();
    }

    private void Read(int section, SqlBlock sql)
    {
        switch (sql.Role)
        {
            case SqlRole.Query:
                foreach (var statement in Split(sql.Text))
                    Try(section, sql, statement, () => Execute($"PREPARE plan_query AS {statement.TrimEnd(';')}; DEALLOCATE plan_query"));
                break;
            case SqlRole.Monitoring:
                foreach (var statement in Split(sql.Text))
                    Try(section, sql, statement, () => Structure.Texts(_connection, statement));
                break;
            case SqlRole.Integrity:
                foreach (var statement in Split(sql.Text))
                {
                    Try(section, sql, statement, () =>
                    {
                        if (Structure.Texts(_connection, statement) is { Count: > 0 } rows)
                            Fail(section, sql, statement, $"{rows.Count} rows in an empty database");
                    });
                }
                break;
            case SqlRole.Seed:
                Execute("BEGIN");
                foreach (var statement in Split(sql.Text))
                    Try(section, sql, statement, () => Execute(statement));
                Execute("ROLLBACK");
                break;
        }
    }

    // What other sections show as a change, section 7 has as a step.
    private void CompareWithSteps((PlanSection Section, SqlBlock Sql)[] blocks)
    {
        var steps = blocks.Where(block => block.Section.Number == MigrationPlan && block.Sql.Role == SqlRole.Change)
            .SelectMany(block => Split(block.Sql.Text)).Select(Normal).ToHashSet(StringComparer.Ordinal);
        foreach (var (section, sql) in blocks.Where(block => block.Section.Number != MigrationPlan && block.Sql.Role == SqlRole.Change))
        {
            foreach (var statement in Split(sql.Text).Where(statement => !steps.Contains(Normal(statement))))
                Fail(section.Number, sql, statement, "section 7 has no such step");
        }
    }

    private void ThereAndBack(IReadOnlyList<SqlBlock> blocks)
    {
        var structure = Structure.Read(_connection);
        var rows = TestRows.Read(_connection);
        foreach (var block in blocks)
        {
            if (block.Role == SqlRole.Change)
                Apply(block);
            else if (block.Role is SqlRole.Verification or SqlRole.Integrity)
                Verify(block);
        }
        foreach (var block in blocks.Where(block => block.Role == SqlRole.Rollback).Reverse())
            Apply(block);
        Compare("structure", structure, Structure.Read(_connection));
        Compare("rows", rows, TestRows.Read(_connection));
    }

    private void Apply(SqlBlock block)
    {
        foreach (var statement in Split(block.Text))
        {
            Try(MigrationPlan, block, statement, () =>
            {
                var count = Execute(statement);
                for (var i = 0; i < 20 && count > 0 && block.Text.Contains("-- again until UPDATE 0", StringComparison.Ordinal) && statement.StartsWith("UPDATE", StringComparison.Ordinal); i++)
                    count = Execute(statement);
            });
        }
        // A statement that failed may have left a transaction open.
        Execute("ROLLBACK");
        Execute("RESET ALL; SET client_min_messages = error");
    }

    private void Verify(SqlBlock block)
    {
        foreach (var statement in Split(block.Text))
        {
            Try(MigrationPlan, block, statement, () =>
            {
                var found = Structure.Texts(_connection, statement);
                if (block.Expected is { } expected && !Gives(found, expected))
                    Fail(MigrationPlan, block, statement, $"gives {(found.Count == 0 ? "no row" : string.Join(", ", found))} in place of {expected}");
            });
        }
    }

    private static bool Gives(IReadOnlyList<string> found, string expected) => expected switch
    {
        "no row" => found.Count == 0,
        "true" => found is ["t"],
        "false" => found is ["f"],
        _ => found.Count == 1 && found[0] == expected,
    };

    private static IEnumerable<string> Split(string sql) =>
        SqlScript.Parse("plan.sql", sql).Statements.Select(statement => sql.Substring(statement.Span.Start, statement.Span.Length));

    private static string Normal(string statement) => string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Compare(string what, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var line in before.Except(after, StringComparer.Ordinal))
            _failures.Add($"{what}: gone after the way back: {line}");
        foreach (var line in after.Except(before, StringComparer.Ordinal))
            _failures.Add($"{what}: left after the way back: {line}");
    }

    private void Try(int section, SqlBlock block, string statement, Action run)
    {
        StatementCount++;
        try
        {
            run();
        }
        catch (PostgresException error)
        {
            Fail(section, block, statement, $"{error.SqlState}: {error.MessageText}");
        }
    }

    private void Fail(int section, SqlBlock block, string statement, string reason) =>
        _failures.Add($"section {section}, {block.Role}{(block.Caption is { } caption ? $" ({caption})" : "")}: {reason}\n    {statement}");

    private int Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        return command.ExecuteNonQuery();
    }
}
