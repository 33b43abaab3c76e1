using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>What the uniques of the database say of a schema that has no words for them: conditions, expressions, NULLS NOT DISTINCT.</summary>
internal static class LiveUniques
{
    /// <summary>The usable uniques of a model's table; none without evidence at hand.</summary>
    public static IEnumerable<DatabaseIndex> Of(RuleContext context, ModelSymbol model) =>
        context.Evidence is { } live && live.Snapshot.StateOf(EvidenceSource.Indexes).IsUsable && live.Map.TableOf(model) is { } table
            ? table.Indexes.Where(index => index is { IsUnique: true, IsUsable: true } && live.Outlasts(index))
            : [];

    /// <summary>
    /// The columns are unique among rows that are not marked as deleted, and not among all: a partial unique in the database does what the
    /// schema cannot say.
    /// </summary>
    public static bool HoldAmongLiving(RuleContext context, ModelSymbol model, IEnumerable<FieldSymbol> columns, FieldSymbol marker)
    {
        if (context.Evidence is null)
            return false;
        string[] names = [.. columns.Where(column => column != marker).Select(ColumnName)];
        DatabaseIndex[] uniques = [.. Of(context, model).Where(index => names.Length > 0 && IsOver(index, names))];
        return uniques.Any(index => index.Predicate is { } predicate && Mentions(predicate, ColumnName(marker)))
            && !uniques.Any(index => index is { IsPartial: false, HasExpressions: false });
    }

    /// <summary>The index of the database that answers to a declared unique takes nulls for equal, or leaves rows out.</summary>
    public static bool IsStricterOrPartial(RuleContext context, IndexSymbol index) =>
        context.Evidence?.Map.MatchOf(index)?.Index is { } found && (found.AreNullsNotDistinct || found.IsPartial);

    /// <summary>A unique of the database holds the column, among its columns or in its condition.</summary>
    public static bool Hold(RuleContext context, ModelSymbol model, FieldSymbol column) => Of(context, model).Any(index =>
        index.KeyColumns.Contains(ColumnName(column)) || (index.Predicate is { } predicate && Mentions(predicate, ColumnName(column))));

    private static string ColumnName(FieldSymbol column) => SchemaMap.DatabaseName(column.ColumnName);

    // lower(email) is over email as well.
    private static bool IsOver(DatabaseIndex index, string[] names) => index.KeyCount == names.Length
        && index.KeyColumns.All(column => column is null || Array.IndexOf(names, column) >= 0)
        && names.All(name => index.KeyColumns.Contains(name) || (index.Expressions is { } expressions && Mentions(expressions, name)));

    private static bool Mentions(string sql, string column)
    {
        for (var at = sql.IndexOf(column, StringComparison.Ordinal); at >= 0; at = sql.IndexOf(column, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsPart(sql[at - 1])) && (at + column.Length == sql.Length || !IsPart(sql[at + column.Length])))
                return true;
        }
        return false;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '$';
}
