using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Migrations.Diff;

/// <summary>Compares two schemas as a database in use and its clients see them.</summary>
public static class SchemaDiff
{
    /// <summary>
    /// The changes from one schema to another, the worst first, then in the order of the text. What Prisma's migration of the same change
    /// would touch is covered by <see cref="SchemaChange.Effects"/>.
    /// </summary>
    public static IReadOnlyList<SchemaChange> Compare(SemanticModel old, SemanticModel next)
    {
        var context = new DiffContext(old, next);
        if (old.Provider != next.Provider)
        {
            var change = context.Add(
                SchemaChangeKind.ProviderChanged, next.Datasource?.DisplayName ?? "datasource", ChangeClass.DataLoss,
                old.Datasource?.Location, next.Datasource?.Location,
                $"The provider changes from {old.Connector.DisplayName} to {next.Connector.DisplayName}",
                "Prisma Migrate has no way from one database to another: the new one starts empty");
            change.Steps = context.Steps()
                .Expand($"Create the tables in {next.Connector.DisplayName}", null)
                .Migrate("Copy the rows, and follow the writes that come meanwhile", null)
                .Deploy("Deploy the clients of the new database, and stop those of the old one")
                .Steps;
            return context.Changes;
        }
        EnumComparison.Run(context);
        TableComparison.Run(context);
        // Columns first: what hangs on them asks what became of them.
        foreach (var pair in context.Tables.Where(pair => pair.Value.Model is not null))
            new ColumnComparison(context, pair.Key, pair.Value).Run();
        foreach (var pair in context.Tables.Where(pair => pair.Value.Model is null))
            JoinTableComparison.Compare(context, pair.Key, pair.Value);
        foreach (var pair in context.Tables)
            new IndexComparison(context, pair.Key, pair.Value).Run();
        ForeignKeyComparison.Run(context);
        TableComparison.Finish(context);
        ClientComparison.Run(context);
        return
        [
            .. context.Changes
                .OrderByDescending(change => change.Class)
                .ThenBy(change => (change.NewLocation ?? change.OldLocation)?.Path, StringComparer.Ordinal)
                .ThenBy(change => (change.NewLocation ?? change.OldLocation)?.Span.Start)
                .ThenBy(change => change.Kind)
                .ThenBy(change => change.Object, StringComparer.Ordinal),
        ];
    }
}
