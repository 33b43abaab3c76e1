using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds migrations that wait for a lock as long as it takes, with everybody queued behind them.</summary>
public sealed class LockTimeoutMissingRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9012", "lock-timeout-missing")
    {
        Title = "Migration that waits for its locks without limit",
        Category = DiagnosticCategory.Migrations,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.All,
        Rationale = """
            A statement that needs a strong lock waits for whoever uses the table, and everybody who comes later waits behind it: one long report and a harmless `ALTER TABLE` stop an
            application. With `SET lock_timeout` the migration gives up instead, and can be run again.
            """,
        Example = new RuleExample(
            Flagged: """
                ALTER TABLE "Post" ADD COLUMN "slug" TEXT;
                """,
            Clean: """
                SET lock_timeout = '1s';
                ALTER TABLE "Post" ADD COLUMN "slug" TEXT;
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY);""",
        },
        WhenNotToUse = "Off unless asked for: few teams write it into each migration, and the role that migrates can have the setting.",
        Fix = "Safe: puts `SET lock_timeout` in front of the migration. It gives up where it would have waited longer, and changes nothing then.",
    };

    public static readonly RuleOption<string> Timeout = RuleOption.Text("timeout", "The value that the fix writes.", "1s");

    public override IReadOnlyList<RuleOption> Options => [Timeout];

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var migration in context.Migrations)
        {
            var step = migration.Steps.TakeWhile(candidate => candidate.Statement is not SetStatement { Name: "lock_timeout" }).FirstOrDefault(NeedsLock);
            if (step is null)
                continue;
            yield return context
                .Report(migration, MigrationContext.FirstLine(migration, step.Statement.Span), step.Table?.Name ?? migration.File.Name, $"`{step.Statement.Verb}` waits for its lock as long as it takes, and everybody behind it. `SET lock_timeout` in front lets `{migration.File.Name}` give up instead")
                .WithFix(CodeFix.Safe("Set a lock timeout", MigrationContext.Insert(migration, FirstOffset(migration), $"SET lock_timeout = '{context.Get(Timeout).Replace("'", "")}';\n")));
        }
    }

    private static bool NeedsLock(MigrationStep step) => !step.IsTableNew && step.Statement switch
    {
        AlterTableStatement or CreateIndexStatement { IsConcurrent: false } => true,
        DropStatement { Kind: "TABLE" or "INDEX", IsConcurrent: false } => true,
        DataStatement { Command: "TRUNCATE" } => true,
        _ => false,
    };

    private static int FirstOffset(ReplayedMigration migration) => migration.Script.Source.Content is { Length: > 0 } text && text[0] == '\uFEFF' ? 1 : 0;
}
