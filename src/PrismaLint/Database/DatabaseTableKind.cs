namespace PrismaLint.Database;

/// <summary>What a relation is (<c>pg_class.relkind</c>).</summary>
public enum DatabaseTableKind
{
    Table,
    PartitionedTable,
    View,
    MaterializedView,
    ForeignTable,
}
