namespace PrismaLint.Database;

/// <summary>A sequence (<c>pg_sequence</c>).</summary>
public sealed class DatabaseSequence
{
    internal DatabaseSequence(CatalogRow row)
    {
        Schema = row.Text("schema");
        Name = row.Text("name");
        Type = row.Text("type");
        Minimum = row.Number("min");
        Maximum = row.FindNumber("max") ?? long.MaxValue;
        Increment = row.FindNumber("inc") ?? 1;
        IsCycling = row.Flag("cycle");
        LastValue = row.FindNumber("last_value");
        IsReadable = row.Flag("readable");
        OwnerTableOid = row.Number("owner_rel");
        OwnerColumnNumber = row.Number("owner_col");
    }

    public string Schema { get; }

    public string Name { get; }

    public string QualifiedName => Schema + "." + Name;

    /// <summary><c>integer</c>, <c>bigint</c> or <c>smallint</c>.</summary>
    public string Type { get; }

    public long Minimum { get; }

    public long Maximum { get; }

    public long Increment { get; }

    public bool IsCycling { get; }

    /// <summary>The last value given out; <see langword="null"/> where none was, or the role may not see it.</summary>
    public long? LastValue { get; }

    /// <summary>The role may see <see cref="LastValue"/>.</summary>
    public bool IsReadable { get; }

    /// <summary>The table of the column that owns it; 0 without one.</summary>
    public long OwnerTableOid { get; }

    public long OwnerColumnNumber { get; }

    /// <summary>The column that owns it, where the snapshot holds it.</summary>
    public DatabaseColumn? Owner { get; internal set; }
}
