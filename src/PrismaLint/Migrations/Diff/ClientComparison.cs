using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using static PrismaLint.Migrations.Diff.DiffContext;

namespace PrismaLint.Migrations.Diff;

/// <summary>What the client alone sees: relation fields, views, and what is hidden from it.</summary>
internal static class ClientComparison
{
    public static void Run(DiffContext context)
    {
        foreach (var pair in context.Tables)
        {
            if (pair is not { Key.Model: { } old, Value.Model: { } next })
                continue;
            CompareRelations(context, old, next);
            if (old.IsIgnored != next.IsIgnored)
            {
                context.Add(
                    next.IsIgnored ? SchemaChangeKind.ModelIgnored : SchemaChangeKind.ModelNoLongerIgnored, next.Name, ChangeClass.Safe, old.Location, next.Location,
                    $"`{next.Name}` is {(next.IsIgnored ? "hidden from" : "shown to")} the client",
                    next.IsIgnored ? $"The database does not change; code that queries `{next.Name}` has to go when its client is generated" : "The database does not change");
            }
        }
        CompareViews(context);
    }

    private static void CompareRelations(DiffContext context, ModelSymbol old, ModelSymbol next)
    {
        var gone = old.RelationFields.ToList();
        var added = next.RelationFields.ToList();
        Pair((left, right) => left.Name == right.Name, null);
        Pair(
            (left, right) => left.IsList == right.IsList && (
                KeyOf(context.Old, left) is { } key ? context.ForeignKeys.TryGetValue(key, out var kept) && kept == KeyOf(context.New, right)
                : KeyOf(context.New, right) is null && BecomesTargetOf(left, right) && HasOneOther(gone, left) && HasOneOther(added, right)),
            (left, right) => context.Add(
                SchemaChangeKind.RelationFieldRenamed, right.DisplayName, ChangeClass.Safe, left.Location, right.Location,
                $"Relation `{left.DisplayName}` is called `{right.Name}`",
                $"The database does not change; code that names `{left.Name}` has to be edited when its client is generated"));
        foreach (var field in gone)
        {
            context.Add(
                SchemaChangeKind.RelationFieldRemoved, field.DisplayName, ChangeClass.Safe, field.Location, null,
                $"Relation `{field.DisplayName}` to `{field.Type.Name.Text}` is gone",
                $"Relation fields are no columns: code that follows `{field.Name}` has to go when its client is generated{(field.ForeignKey is null ? "" : ", and what becomes of the key its own change says")}");
        }
        foreach (var field in added)
        {
            context.Add(
                SchemaChangeKind.RelationFieldAdded, field.DisplayName, ChangeClass.Safe, null, field.Location,
                $"Relation `{field.DisplayName}` to `{field.Type.Name.Text}` is new",
                $"Relation fields are no columns{(field.ForeignKey is null ? "" : ": what the key needs its own change says")}");
        }

        void Pair(Func<FieldSymbol, FieldSymbol, bool> test, Action<FieldSymbol, FieldSymbol>? found)
        {
            foreach (var left in gone.ToArray())
            {
                if (added.Find(right => test(left, right)) is not { } right)
                    continue;
                found?.Invoke(left, right);
                gone.Remove(left);
                added.Remove(right);
            }
        }

        bool BecomesTargetOf(FieldSymbol left, FieldSymbol right) =>
            left.TargetModel is { } from && right.TargetModel is { } to
            && context.Old.TableOf(from) is { } table && context.NewOf(table) is { } target && target == context.New.TableOf(to);

        static bool HasOneOther(List<FieldSymbol> fields, FieldSymbol field) => fields.Count(other => other.TargetModel == field.TargetModel && other.IsList == field.IsList) == 1;
    }

    private static ExpectedForeignKey? KeyOf(ExpectedDatabase database, FieldSymbol field) =>
        field.ForeignKey is null || field.Model is not { } model ? null : database.TableOf(model)?.ForeignKeys.Find(key => key.Field == field);

    private static void CompareViews(DiffContext context)
    {
        var old = context.Old.Schema.Models.Where(model => model.IsView).ToList();
        foreach (var view in context.New.Schema.Models.Where(model => model.IsView))
        {
            if (old.Find(other => other.TableName == view.TableName && other.SchemaName == view.SchemaName) is not { } found)
            {
                context.Add(
                    SchemaChangeKind.ViewAdded, view.Name, ChangeClass.Care, null, view.Location,
                    $"View `{view.Name}` is new",
                    $"Prisma writes nothing for views: a migration of your own has to create `{view.TableName}` before clients query it").Steps = context.Steps()
                    .Expand("Create the view with its columns", $"CREATE VIEW {SqlPieces.Name(view.SchemaName, view.TableName)} ({SqlPieces.Names(view.Columns.Select(field => field.ColumnName))}) AS SELECT …;")
                    .Deploy($"Deploy clients that use `{view.Name}`").Steps;
                continue;
            }
            old.Remove(found);
            Compare(context, found, view);
        }
        foreach (var view in old)
        {
            context.Add(
                SchemaChangeKind.ViewRemoved, view.Name, ChangeClass.Care, view.Location, null,
                $"View `{view.Name}` is gone",
                $"Prisma writes nothing for views: `{view.TableName}` stays in the database until a migration of your own drops it").Steps = context.Steps()
                .Deploy($"Deploy clients without `{view.Name}` everywhere")
                .Contract("Drop the view", $"DROP VIEW {SqlPieces.Name(view.SchemaName, view.TableName)};").Steps;
        }
    }

    private static void Compare(DiffContext context, ModelSymbol old, ModelSymbol next)
    {
        var parts = new List<string>();
        foreach (var field in next.Columns)
        {
            var type = ColumnType.Of(field, context.New.Connector);
            if (old.FindColumn(field.ColumnName) is not { } other)
                parts.Add($"column `{field.ColumnName}` is new");
            else if (!context.IsSameType(ColumnType.Of(other, context.Old.Connector), type))
                parts.Add($"column `{field.ColumnName}` is {type}");
            else if (other.Arity != field.Arity)
                parts.Add($"column `{field.ColumnName}` is {(field.IsRequired ? "required" : "optional")}");
        }
        parts.AddRange(old.Columns.Where(field => next.FindColumn(field.ColumnName) is null).Select(field => $"column `{field.ColumnName}` is gone"));
        if (parts.Count == 0)
            return;
        var change = context.Add(
            SchemaChangeKind.ViewChanged, next.Name, ChangeClass.Care, old.Location, next.Location,
            $"View `{next.Name}` changes: {string.Join(", ", parts)}",
            $"Prisma writes nothing for views: a migration of your own has to bring `{next.TableName}` into this form before clients query it");
        change.Steps = context.Steps()
            .Expand("Replace the view; columns may be added at the end only, for others create a second view and drop the first later", $"CREATE OR REPLACE VIEW {SqlPieces.Name(next.SchemaName, next.TableName)} ({SqlPieces.Names(next.Columns.Select(field => field.ColumnName))}) AS SELECT …;")
            .Deploy($"Deploy clients that use `{next.Name}` in the new form")
            .Steps;
    }
}
