using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Sections.Migration;

/// <summary>Changes of one kind, brought in together.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Kind">What its changes are about.</param>
/// <param name="Changes">The changes.</param>
internal sealed record Wave(int Number, PlanChangeKind Kind, IReadOnlyList<PlanChange> Changes)
{
    public string Title => Kind switch
    {
        PlanChangeKind.Role => "Roles and rights",
        PlanChangeKind.Index => "New indexes",
        PlanChangeKind.Unique => "Unique constraints",
        PlanChangeKind.Column => "Columns",
        PlanChangeKind.Constraint => "Foreign keys and checks",
        PlanChangeKind.Storage => "Storage parameters",
        PlanChangeKind.Audit => "Audit triggers",
        PlanChangeKind.RowSecurity => "Row-level security",
        PlanChangeKind.MaterializedView => "Materialised views",
        PlanChangeKind.IndexRemoval => "Indexes that go",
        PlanChangeKind.Client => "The client",
        _ => "Other changes",
    };

    public IEnumerable<PlanStep> Steps => Changes.SelectMany(change => change.Steps);

    /// <summary>The statements of its steps.</summary>
    public IReadOnlyList<SqlStatement> Statements => field ??= [.. Steps.Where(step => step.Sql is not null).SelectMany(step => SqlScript.Parse("", step.Sql ?? "").Statements)];

    /// <summary>The statements without those that set a limit for others.</summary>
    public int StatementCount => Statements.Count(statement => statement is not SetStatement);

    /// <summary>The deployments of clients that it waits for; those that say the same go out together.</summary>
    public int DeploymentCount => Steps.Where(step => step.Kind == MigrationStepKind.Deploy).Select(step => step.Text).Distinct(StringComparer.Ordinal).Count();

    public int ConcurrentCount => Statements.Count(statement => statement is CreateIndexStatement { IsConcurrent: true } or DropStatement { IsConcurrent: true });

    /// <summary>The strongest lock of its steps, without the tables.</summary>
    public string StrongestLock
    {
        get
        {
            string[] levels = ["ACCESS EXCLUSIVE", "SHARE ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "ROW EXCLUSIVE"];
            var locks = Steps.Select(step => step.Lock).OfType<string>().ToArray();
            return Array.Find(levels, level => locks.Any(one => one.StartsWith(level, StringComparison.Ordinal))) ?? "none on a table in use";
        }
    }

    public string WayBack
    {
        get
        {
            var steps = Steps.Where(step => step.Sql is not null).ToArray();
            var without = steps.Count(IsOneWay);
            return steps.Length == 0 ? "the client before"
                : without == 0 ? "statements for every step"
                : FormattableString.Invariant($"{without} of {steps.Length} steps have none");
        }
    }

    /// <summary>Who asks for it: rules, else the section that explains it.</summary>
    public string Source
    {
        get
        {
            var rules = string.Join(", ", Changes.SelectMany(change => change.RuleIds).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal));
            var others = Kind switch
            {
                PlanChangeKind.Role or PlanChangeKind.Audit or PlanChangeKind.RowSecurity => "section 6",
                PlanChangeKind.Storage or PlanChangeKind.Index => "section 5",
                PlanChangeKind.MaterializedView => "section 4",
                _ => "section 2",
            };
            return rules.Length == 0 ? others : Changes.All(change => change.RuleIds.Count > 0) ? rules : rules + ", " + others;
        }
    }

    /// <summary>Only a backup takes the step back. What reads, refreshes or counts leaves nothing to take back.</summary>
    public static bool IsOneWay(PlanStep step) => step is { Sql: { } sql, Rollback: null, RollbackNote: null }
        && SqlScript.Parse("", sql).Statements.Any(statement => statement is not (SetStatement or TransactionStatement or MaintenanceStatement)
            && !statement.Verb.StartsWith("REFRESH", StringComparison.Ordinal) && !statement.Verb.StartsWith("SELECT", StringComparison.Ordinal));

    /// <summary>The statements of changes, those that set a limit for others aside.</summary>
    public static int CountStatements(IEnumerable<PlanChange> changes) => new Wave(0, PlanChangeKind.Other, [.. changes]).StatementCount;

    public static IReadOnlyList<Wave> Of(IReadOnlyList<PlanChange> changes) =>
        [.. changes.GroupBy(change => change.Kind).OrderBy(group => group.Key).Select((group, place) => new Wave(place + 1, group.Key, [.. group]))];
}
