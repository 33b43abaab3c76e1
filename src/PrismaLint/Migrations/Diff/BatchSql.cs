using System.Linq;

namespace PrismaLint.Migrations.Diff;

/// <summary>Updates of many rows in small transactions.</summary>
internal static class BatchSql
{
    /// <summary>A statement to repeat until it changes no row.</summary>
    public static string Update(ExpectedTable table, string assignment, string condition)
    {
        // Rows are found by the key where it is one column; a list of places (ctid) serves any table.
        if (table.PrimaryKey is { Columns.Count: 1 } key)
        {
            var id = SqlPieces.Name(key.Columns.Single());
            return $"UPDATE {table.Sql} SET {assignment} WHERE {id} IN (SELECT {id} FROM {table.Sql} WHERE {condition} LIMIT 5000); -- again until UPDATE 0";
        }
        return $"UPDATE {table.Sql} SET {assignment} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {table.Sql} WHERE {condition} LIMIT 5000)); -- again until UPDATE 0";
    }
}
