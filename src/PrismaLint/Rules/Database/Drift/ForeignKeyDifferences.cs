using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>How foreign keys of schema and database differ.</summary>
internal static class ForeignKeyDifferences
{
    /// <summary>The foreign key over the columns of a declared one that refers to something else, where none refers to the right place.</summary>
    public static DatabaseConstraint? FindOther(DriftScope drift, ForeignKeySymbol key, DatabaseTable table)
    {
        var columns = key.Fields.Select(column => SchemaMap.DatabaseName(column.ColumnName)).OrderBy(name => name, System.StringComparer.Ordinal).ToArray();
        var free = table.ForeignKeys.Where(constraint => drift.Map.KeyOf(constraint) is null);
        var name = SchemaMap.DatabaseName(key.ConstraintName);
        return free.FirstOrDefault(constraint => constraint.Columns.OrderBy(column => column, System.StringComparer.Ordinal).SequenceEqual(columns))
            ?? free.FirstOrDefault(constraint => constraint.Name == name);
    }

    public static string Words(ReferentialAction action) => action switch
    {
        ReferentialAction.Cascade => "CASCADE",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        ReferentialAction.Restrict => "RESTRICT",
        _ => "NO ACTION",
    };

    /// <summary>Both refuse a change; one at once, the other at the end of the statement.</summary>
    public static bool IsSame(ReferentialAction one, ReferentialAction other) => one == other || (Refuses(one) && Refuses(other));

    public static bool Refuses(ReferentialAction action) => action is ReferentialAction.NoAction or ReferentialAction.Restrict;
}
