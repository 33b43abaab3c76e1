using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Database;

/// <summary>An index (<c>pg_index</c>).</summary>
public sealed class DatabaseIndex
{
    private readonly IReadOnlyList<long> _options;
    private readonly IReadOnlyList<long> _collations;
    private readonly IReadOnlyList<bool> _ownCollations;

    internal DatabaseIndex(DatabaseTable table, CatalogRow row)
    {
        Table = table;
        Oid = row.Number("oid");
        Name = row.Text("name");
        Method = row.Text("am");
        IsUnique = row.Flag("uniq");
        IsPrimary = row.Flag("prim");
        IsExclusion = row.Flag("excl");
        IsValid = row.Flag("valid");
        IsReady = row.Flag("ready");
        IsImmediate = row.FindFlag("immediate") ?? true;
        IsReplicaIdentity = row.Flag("replident");
        IsClustered = row.Flag("clustered");
        KeyCount = (int)row.Number("nkey");
        var key = row.Numbers("key");
        KeyNumbers = [.. key.Take(KeyCount)];
        KeyColumns = [.. KeyNumbers.Select(number => number == 0 ? null : table.FindColumn(number)?.Name)];
        IncludedColumns = [.. key.Skip(KeyCount).Select(number => table.FindColumn(number)?.Name ?? "")];
        _options = row.Numbers("opt");
        _collations = row.Numbers("coll");
        _ownCollations = row.Flags("own_coll");
        OperatorClasses = row.Texts("ops");
        AreOperatorClassesDefault = row.Flags("opsdefault");
        Expressions = row.FindText("exprs");
        Predicate = row.FindText("pred");
        AreNullsNotDistinct = row.Flag("nulls_not_distinct");
        Size = row.Number("size");
        Tuples = row.Real("tuples");
        Pages = row.Number("pages");
        Options = row.Texts("options");
        IsPartition = row.Flag("is_partition");
        ParentOid = row.Number("parent");
        Scans = row.FindNumber("idx_scan");
        TuplesRead = row.Number("idx_tup_read");
        LastScan = row.FindTime("last_scan");
        BlocksRead = row.Number("idx_blks_read");
        BlocksHit = row.Number("idx_blks_hit");
    }

    public DatabaseTable Table { get; }

    public long Oid { get; }

    public string Name { get; }

    /// <summary><c>schema.name</c>: an index lies in the schema of its table.</summary>
    public string QualifiedName => Table.Schema + "." + Name;

    /// <summary>The access method: <c>btree</c>, <c>hash</c>, <c>gin</c>, <c>gist</c>, <c>spgist</c>, <c>brin</c>, or an extension's.</summary>
    public string Method { get; }

    public bool IsUnique { get; }

    public bool IsPrimary { get; }

    public bool IsExclusion { get; }

    /// <summary>Queries may use it.</summary>
    public bool IsValid { get; }

    /// <summary>Writes keep it up to date.</summary>
    public bool IsReady { get; }

    /// <summary>Uniqueness is checked at once; not so where its constraint is DEFERRABLE.</summary>
    public bool IsImmediate { get; }

    public bool IsReplicaIdentity { get; }

    public bool IsClustered { get; }

    public int KeyCount { get; }

    /// <summary>The numbers of the key columns; 0 for an expression.</summary>
    public IReadOnlyList<long> KeyNumbers { get; }

    /// <summary>The names of the key columns, in order; <see langword="null"/> for an expression.</summary>
    public IReadOnlyList<string?> KeyColumns { get; }

    public IReadOnlyList<string> IncludedColumns { get; }

    public IReadOnlyList<string> OperatorClasses { get; }

    public IReadOnlyList<bool> AreOperatorClassesDefault { get; }

    /// <summary>The expressions among the key columns, as the server prints them.</summary>
    public string? Expressions { get; }

    /// <summary>The condition of a partial index, as the server prints it.</summary>
    public string? Predicate { get; }

    public bool IsPartial => Predicate is not null;

    public bool HasExpressions => Expressions is not null;

    public bool AreNullsNotDistinct { get; }

    /// <summary>Bytes on disk.</summary>
    public long Size { get; }

    public double Tuples { get; }

    public long Pages { get; }

    public IReadOnlyList<string> Options { get; }

    /// <summary>Part of an index of a partitioned table.</summary>
    public bool IsPartition { get; }

    /// <summary>The index of the partitioned table that it is a part of; 0 without one.</summary>
    public long ParentOid { get; }

    /// <summary>Of an index of a partitioned table those of the partitions.</summary>
    public IReadOnlyList<DatabaseIndex> Parts { get; internal set; } = [];

    /// <summary>Scans since the statistics began; <see langword="null"/> where nobody counts.</summary>
    public long? Scans { get; }

    public long TuplesRead { get; }

    /// <summary>The last scan (16 and later).</summary>
    public System.DateTimeOffset? LastScan { get; }

    public long BlocksRead { get; }

    public long BlocksHit { get; }

    /// <summary>The key, unique or exclusion constraint that it backs.</summary>
    public DatabaseConstraint? Constraint { get; internal set; }

    /// <summary>Queries may use it, and writes keep it up to date.</summary>
    public bool IsUsable => IsValid && IsReady;

    public bool IsDescending(int column) => column < _options.Count && (_options[column] & 1) != 0;

    public bool HasNullsFirst(int column) => column < _options.Count && (_options[column] & 2) != 0;

    public long CollationOid(int column) => column < _collations.Count ? _collations[column] : 0;

    /// <summary>A key column is sorted by another collation than the table's column has.</summary>
    public bool HasOwnCollation(int column) => column < _ownCollations.Count && _ownCollations[column];

    /// <summary>The operator class where it is not the default of the column's type.</summary>
    public string? OperatorClass(int column) =>
        column < OperatorClasses.Count && column < AreOperatorClassesDefault.Count && !AreOperatorClassesDefault[column] ? OperatorClasses[column] : null;

    /// <summary>
    /// The index as plain values by column names, for coverage and redundancy; <see langword="null"/> where expressions stand among its
    /// columns. Options that the shape has no word for (collation, NULLS FIRST, INCLUDE) are not part of it.
    /// </summary>
    public IndexShape? Shape
    {
        get
        {
            return KeyColumns.Any(column => column is null)
                ? null
                : CreateShape(IsPrimary ? IndexKind.PrimaryKey : IsUnique ? IndexKind.Unique : IndexKind.Index);
        }
    }

    /// <summary>
    /// The columns that stand before the first expression, for coverage: what is unique with the expression is not unique without it.
    /// <see langword="null"/> where an expression comes first.
    /// </summary>
    public IndexShape? LeadingShape => KeyColumns.Count == 0 || KeyColumns[0] is null ? null : Shape ?? CreateShape(IndexKind.Index);

    public override string ToString() => QualifiedName;

    private IndexShape CreateShape(IndexKind kind) => new(
        kind,
        Method switch
        {
            "btree" => IndexMethod.BTree,
            "hash" => IndexMethod.Hash,
            "gin" => IndexMethod.Gin,
            "gist" => IndexMethod.Gist,
            "spgist" => IndexMethod.SpGist,
            "brin" => IndexMethod.Brin,
            _ => IndexMethod.Unknown,
        },
        [.. KeyColumns.TakeWhile(column => column is not null).Select((column, i) => new IndexShapeColumn(column ?? "", IsDescending(i), OperatorClass: OperatorClass(i)))])
    {
        Predicate = Predicate,
        NotNullColumns = Predicate is null ? null : NotNullColumnsOf(Predicate),
    };

    private static List<string>? NotNullColumnsOf(string predicate)
    {
        var names = new List<string>();
        foreach (var part in IndexPredicate.SplitConjunction(predicate))
        {
            if (IndexPredicate.FindNullTest(part.Trim('(', ')', ' ')) is not { IsNegated: true } test)
                return null;
            names.Add(test.Column);
        }
        return names;
    }
}
