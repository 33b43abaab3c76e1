using System.Collections.Generic;
using System.Linq;
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

    /// <summary>It is what the migrations make, and no database that is there.</summary>
    public bool IsReplayed { get; private init; }

    /// <summary>What the migrations make; <see langword="null"/> where they do not make the tables of most models, so that more came from elsewhere.</summary>
    public static LiveEvidence? Replayed(SemanticModel schema, ReplayedHistory history)
    {
        var evidence = new LiveEvidence(schema, ReplayedSnapshot.Create(history.Catalog)) { IsReplayed = true };
        return evidence.Map.TableCount * 2 > schema.Models.Count(model => !model.IsView) ? evidence : null;
    }

    /// <summary>
    /// The next migration does not drop the index. Prisma drops what migrations made and the schema does not declare, unless it has no eyes for it:
    /// conditions, expressions and included columns are written by hand.
    /// </summary>
    public bool Outlasts(DatabaseIndex index) => !IsReplayed
        || index.IsPartial || index.HasExpressions || index.IncludedColumns.Count > 0 || index.AreNullsNotDistinct
        || Map.MatchOf(index) is not null;

    internal void Add(NotJudged missing)
    {
        if (!_notJudged.Contains(missing))
            _notJudged.Add(missing);
    }
}
