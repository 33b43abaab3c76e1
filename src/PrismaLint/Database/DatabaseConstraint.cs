using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;

namespace PrismaLint.Database;

/// <summary>A constraint of a table (<c>pg_constraint</c>).</summary>
public sealed class DatabaseConstraint
{
    internal DatabaseConstraint(DatabaseTable table, CatalogRow row)
    {
        Table = table;
        Oid = row.Number("oid");
        Name = row.Text("name");
        Kind = row.Text("kind") switch
        {
            "p" => DatabaseConstraintKind.PrimaryKey,
            "u" => DatabaseConstraintKind.Unique,
            "f" => DatabaseConstraintKind.ForeignKey,
            "x" => DatabaseConstraintKind.Exclusion,
            _ => DatabaseConstraintKind.Check,
        };
        ColumnNumbers = row.Numbers("key");
        Columns = [.. ColumnNumbers.Select(number => table.FindColumn(number)?.Name ?? "")];
        TargetOid = row.Number("frel");
        TargetSchema = row.FindText("fschema");
        TargetTable = row.FindText("ftable");
        TargetColumnNumbers = row.Numbers("fkey");
        OnDelete = ActionOf(row.Text("ondelete"));
        OnUpdate = ActionOf(row.Text("onupdate"));
        IsMatchFull = row.Text("match") == "f";
        IsDeferrable = row.Flag("deferrable");
        IsInitiallyDeferred = row.Flag("deferred");
        IsValidated = row.FindFlag("validated") ?? true;
        IsEnforced = row.FindFlag("enforced") ?? true;
        IndexOid = row.Number("index");
        ParentOid = row.Number("parent");
        Definition = row.FindText("def");
    }

    public DatabaseTable Table { get; }

    public long Oid { get; }

    public string Name { get; }

    public string QualifiedName => Table.QualifiedName + "." + Name;

    public DatabaseConstraintKind Kind { get; }

    public IReadOnlyList<long> ColumnNumbers { get; }

    /// <summary>The names of the columns, in the constraint's order.</summary>
    public IReadOnlyList<string> Columns { get; }

    public long TargetOid { get; }

    /// <summary>The schema of the table that a foreign key refers to.</summary>
    public string? TargetSchema { get; }

    public string? TargetTable { get; }

    /// <summary>The table that a foreign key refers to; <see langword="null"/> where the snapshot does not hold it.</summary>
    public DatabaseTable? Target { get; internal set; }

    public IReadOnlyList<long> TargetColumnNumbers { get; }

    /// <summary>The names of the columns referred to; empty where the snapshot does not hold the table.</summary>
    public IReadOnlyList<string> TargetColumns { get; internal set; } = [];

    public ReferentialAction OnDelete { get; }

    public ReferentialAction OnUpdate { get; }

    public bool IsMatchFull { get; }

    public bool IsDeferrable { get; }

    public bool IsInitiallyDeferred { get; }

    public bool IsValidated { get; }

    /// <summary>Not <c>NOT ENFORCED</c> (18 and later).</summary>
    public bool IsEnforced { get; }

    /// <summary>The index that backs a key, or that a foreign key refers to.</summary>
    public long IndexOid { get; }

    /// <summary>The constraint of the partitioned table that this one comes from; 0 without one.</summary>
    public long ParentOid { get; }

    /// <summary>The text of a check or exclusion.</summary>
    public string? Definition { get; }

    public override string ToString() => QualifiedName;

    private static ReferentialAction ActionOf(string letter) => letter switch
    {
        "c" => ReferentialAction.Cascade,
        "n" => ReferentialAction.SetNull,
        "d" => ReferentialAction.SetDefault,
        "r" => ReferentialAction.Restrict,
        _ => ReferentialAction.NoAction,
    };
}
