using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Database.Statements;

/// <summary>
/// What clients asked of the tables of a database since the statement counters began. Statements about catalogs, about the table of migrations or
/// sent by functions are not part of it.
/// </summary>
public sealed class Workload
{
    private Workload(IReadOnlyList<WorkloadStatement> statements)
    {
        Statements = statements;
        Calls = statements.Sum(statement => statement.Calls);
        TotalTime = statements.Sum(statement => statement.TotalTime);
    }

    /// <summary>One for each shape, the costliest first.</summary>
    public IReadOnlyList<WorkloadStatement> Statements { get; }

    public long Calls { get; }

    /// <summary>Milliseconds.</summary>
    public double TotalTime { get; }

    public static Workload Read(DatabaseSnapshot snapshot, string defaultSchema)
    {
        var names = new TableNames(snapshot, defaultSchema);
        var found = new Dictionary<string, WorkloadStatement>(StringComparer.Ordinal);
        foreach (var statement in snapshot.Statements)
        {
            if (!statement.IsTopLevel)
                continue;
            var tokens = StatementTokens.Read(statement.Text);
            var fingerprint = StatementFingerprint.Of(tokens);
            if (!found.TryGetValue(fingerprint, out var group))
            {
                group = new WorkloadStatement(StatementReader.Read(tokens, names));
                found.Add(fingerprint, group);
            }
            group.Add(statement);
        }
        return new Workload(
        [
            .. found
                .Where(pair => pair.Value.Shape.Tables.Any(table => table is { IsExtensionOwned: false } && table.Name != "_prisma_migrations"))
                .OrderByDescending(pair => pair.Value.TotalTime)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => pair.Value),
        ]);
    }

    public double ShareOfTime(WorkloadStatement statement) => TotalTime <= 0 ? 0 : statement.TotalTime / TotalTime;

    public double ShareOfCalls(WorkloadStatement statement) => Calls == 0 ? 0 : (double)statement.Calls / Calls;
}
