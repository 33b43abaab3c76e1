using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Database.Statements;

namespace PrismaLint.Rules.Database.Statements;

/// <summary>A statement in the words of the client: <c>Post.findMany where authorId orderBy createdAt take</c>. No value is in it.</summary>
internal static class StatementText
{
    public static string Of(LiveContext context, StatementShape shape)
    {
        if (shape.Table is null)
            return "?";
        var words = new List<string> { (context.Map.ModelOf(shape.Table)?.Name ?? shape.Table.QualifiedName) + "." + ActionOf(shape) };
        AddNames(words, "where", shape.Filters.Select(filter => filter.Column));
        if (shape.HasFilter && shape.Filters.Count == 0)
            words.Add("where …");
        AddNames(words, "orderBy", shape.OrderBy);
        if (shape is { HasLimit: true, IsLookup: false })
            words.Add("take");
        var others = shape.Tables.Where(table => table != shape.Table).Select(table => context.Map.ModelOf(table)?.Name ?? table.Name).Distinct().ToArray();
        if (others.Length > 0)
            words.Add("with " + string.Join(", ", others));
        return string.Join(" ", words);

        void AddNames(List<string> parts, string word, IEnumerable<DatabaseColumn> columns)
        {
            var names = columns.Select(column => context.Map.FieldOf(column.Table, column.Name)?.Name ?? column.Name).Distinct().ToArray();
            if (names.Length > 0)
                parts.Add(word + " " + string.Join(", ", names));
        }
    }

    private static string ActionOf(StatementShape shape) => shape switch
    {
        { Command: StatementCommand.Insert, IsUpsert: true } => "upsert",
        { Command: StatementCommand.Insert, InsertedRows: 1 } => "create",
        { Command: StatementCommand.Insert } => "createMany",
        { Command: StatementCommand.Update, IsLookup: true } => "update",
        { Command: StatementCommand.Update } => "updateMany",
        { Command: StatementCommand.Delete, IsLookup: true } => "delete",
        { Command: StatementCommand.Delete } => "deleteMany",
        { IsGrouped: true } => "groupBy",
        { IsAggregate: true } => "count",
        { IsLookup: true } => "findUnique",
        _ => "findMany",
    };
}
