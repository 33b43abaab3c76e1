using System.Collections.Generic;
using PrismaLint.Database;
using PrismaLint.Database.Statements;
using PrismaLint.Migrations;
using PrismaLint.Semantics;

namespace PrismaLint.Rules;

/// <summary>A database to judge together with the schema.</summary>
public sealed class LiveEvidence
{
    private readonly List<NotJudged> _notJudged = [];
    private Workload? _workload;

    public LiveEvidence(SemanticModel schema, DatabaseSnapshot snapshot)
    {
        Snapshot = snapshot;
        Map = new SchemaMap(schema, snapshot);
    }

    public DatabaseSnapshot Snapshot { get; }

    public SchemaMap Map { get; }

    /// <summary>What clients asked of the tables.</summary>
    public Workload Workload => _workload ??= Workload.Read(Snapshot, Map.DefaultSchema);

    /// <summary>The folders of migrations beside the schema; <see langword="null"/> where nobody looked.</summary>
    public IReadOnlyList<MigrationFile>? MigrationFiles { get; init; }

    /// <summary>What rules could not judge so far, each once.</summary>
    public IReadOnlyList<NotJudged> NotJudged => _notJudged;

    internal void Add(NotJudged missing)
    {
        if (!_notJudged.Contains(missing))
            _notJudged.Add(missing);
    }
}
