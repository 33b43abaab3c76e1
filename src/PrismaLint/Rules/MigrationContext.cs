using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Semantics;
using PrismaLint.Sql;
using PrismaLint.Text;

namespace PrismaLint.Rules;

/// <summary>What a migration rule gets: the history, replayed, and the schema that it leads to.</summary>
public sealed class MigrationContext
{
    private readonly MigrationRule _rule;
    private readonly RuleContext _context;

    internal MigrationContext(MigrationRule rule, RuleContext context, ReplayedHistory history)
    {
        _rule = rule;
        _context = context;
        History = history;
    }

    public SemanticModel Schema => _context.Schema;

    public ReplayedHistory History { get; }

    /// <summary>The migrations to judge, in order.</summary>
    public IEnumerable<ReplayedMigration> Migrations => History.Judged;

    /// <summary>The statements to judge, each with its migration.</summary>
    public IEnumerable<(ReplayedMigration Migration, MigrationStep Step)> Steps =>
        Migrations.SelectMany(migration => migration.Steps.Select(step => (migration, step)));

    /// <summary>The actions of ALTER TABLE to judge, on tables that were there before the migration.</summary>
    public IEnumerable<(ReplayedMigration Migration, MigrationStep Step, AlterTableStatement Alter, TableAction Action)> ActionsOnOldTables =>
        Migrations.SelectMany(ActionsOnOldTablesOf);

    /// <summary>The same of one migration.</summary>
    public static IEnumerable<(ReplayedMigration Migration, MigrationStep Step, AlterTableStatement Alter, TableAction Action)> ActionsOnOldTablesOf(ReplayedMigration migration) =>
        from step in migration.Steps
        where step is { Statement: AlterTableStatement, IsTableNew: false }
        let alter = (AlterTableStatement)step.Statement
        from action in alter.Actions
        select (migration, step, alter, action);

    public T Get<T>(RuleOption<T> option) => _context.Get(option);

    /// <summary>A finding at a place in a migration.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="span">Where in its script.</param>
    /// <param name="databaseObject">What it is about: <c>table</c>, <c>table.column</c>.</param>
    /// <param name="message">What is wrong.</param>
    public Diagnostic Report(ReplayedMigration migration, TextSpan span, string databaseObject, string message) =>
        _rule.Descriptor.At(migration.Script.LocationOf(span), [message]).On(databaseObject);

    /// <summary>A span without its first words' comments and line breaks: the first line of a statement, which is what is shown.</summary>
    public static TextSpan FirstLine(ReplayedMigration migration, TextSpan span)
    {
        var text = migration.Script.Source.Content;
        var end = text.IndexOf('\n', span.Start, span.Length);
        return end < 0 ? span : TextSpan.FromBounds(span.Start, end > span.Start && text[end - 1] == '\r' ? end - 1 : end);
    }

    /// <summary>An edit of a script.</summary>
    public static TextEdit Insert(ReplayedMigration migration, int offset, string text) => new(migration.Script.Source, new TextSpan(offset, 0), text);

    /// <inheritdoc cref="Insert"/>
    public static TextEdit Replace(ReplayedMigration migration, TextSpan span, string text) => new(migration.Script.Source, span, text);
}
