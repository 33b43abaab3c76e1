using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database.Statements;
using PrismaLint.Rules;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>Statements of the database in a few words.</summary>
internal static class StatementWords
{
    /// <summary>The model, the command, and the columns that it goes by: <c>Order: select where customer_id limit</c>.</summary>
    public static string Of(LiveEvidence live, StatementShape shape)
    {
        if (shape.Table is null)
            return shape.Command.ToString().ToLowerInvariant();
        var words = new List<string> { $"{live.Map.ModelOf(shape.Table)?.Name ?? shape.Table.QualifiedName}: {shape.Command.ToString().ToLowerInvariant()}" };
        if (shape.Filters.Count > 0)
            words.Add("where " + string.Join(", ", shape.Filters.Select(filter => filter.Column.Name).Distinct()));
        if (shape.OrderBy.Count > 0)
            words.Add("order by " + string.Join(", ", shape.OrderBy.Select(column => column.Name)));
        if (shape.HasLimit)
            words.Add("limit");
        return string.Join(" ", words);
    }
}
