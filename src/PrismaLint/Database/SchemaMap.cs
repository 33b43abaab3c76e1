using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Database;

/// <summary>
/// What of a schema stands for what of a database, and back: by names where names decide (tables, columns), by structure where it
/// does (indexes, foreign keys).
/// </summary>
public sealed class SchemaMap
{
    private readonly Dictionary<ModelSymbol, DatabaseTable> _tables = [];
    private readonly Dictionary<DatabaseTable, ModelSymbol> _models = [];
    private readonly Dictionary<FieldSymbol, DatabaseColumn> _columns = [];
    private readonly Dictionary<DatabaseColumn, FieldSymbol> _fields = [];
    private readonly Dictionary<IndexSymbol, IndexMatch> _indexes = [];
    private readonly Dictionary<DatabaseIndex, IndexMatch> _symbols = [];
    private readonly Dictionary<ForeignKeySymbol, DatabaseConstraint> _constraints = [];
    private readonly Dictionary<DatabaseConstraint, ForeignKeySymbol> _keys = [];
    private readonly Dictionary<RelationSymbol, DatabaseTable> _joinTables = [];
    private readonly Dictionary<DatabaseTable, RelationSymbol> _joins = [];

    public SchemaMap(SemanticModel schema, DatabaseSnapshot snapshot)
    {
        Schema = schema;
        Snapshot = snapshot;
        DefaultSchema = snapshot.FirstRow(EvidenceSource.Connection).FindText("schema") ?? "public";
        foreach (var model in schema.Models)
        {
            if (snapshot.FindTable(SchemaOf(model), DatabaseName(model.TableName)) is not { } table || _models.ContainsKey(table))
                continue;
            _tables.Add(model, table);
            _models.Add(table, model);
            foreach (var field in model.Columns)
            {
                if (table.FindColumn(DatabaseName(field.ColumnName)) is { } column && !_fields.ContainsKey(column))
                {
                    _columns[field] = column;
                    _fields[column] = field;
                }
            }
        }
        foreach (var pair in _tables)
        {
            MatchIndexes(pair.Key, pair.Value);
            MatchForeignKeys(pair.Key, pair.Value);
        }
        foreach (var relation in schema.Relations.Where(relation => relation.Kind == RelationKind.ImplicitManyToMany))
        {
            if (JoinTableName(relation) is { } name && snapshot.FindTable(name.Schema, name.Table) is { } table && !_models.ContainsKey(table) && !_joins.ContainsKey(table))
            {
                _joinTables.Add(relation, table);
                _joins.Add(table, relation);
            }
        }
    }

    public SemanticModel Schema { get; }

    public DatabaseSnapshot Snapshot { get; }

    /// <summary>The schema of models without <c>@@schema</c>: of the URL, else <c>public</c>.</summary>
    public string DefaultSchema { get; }

    /// <summary>How many models have their table in the database.</summary>
    public int TableCount => _tables.Count;

    /// <summary>The schemas that the Prisma schema speaks of: those of the datasource, else the default one.</summary>
    public IReadOnlyList<string> DeclaredSchemas => FindDeclaredSchemas(Schema, DefaultSchema);

    /// <summary>The schemas of a database that a Prisma schema speaks of: those of the datasource, else the default one; and those of its models.</summary>
    /// <param name="schema">The Prisma schema.</param>
    /// <param name="defaultSchema">That of the URL, else <c>public</c>.</param>
    public static IReadOnlyList<string> FindDeclaredSchemas(SemanticModel schema, string defaultSchema)
    {
        string[] ofDatasource = [.. schema.Datasource?.FindStrings("schemas").Select(text => text.Value) ?? []];
        string[] ofModels = [.. schema.Models.Select(model => model.SchemaName ?? (ofDatasource.Length > 0 ? null : defaultSchema)).OfType<string>()];
        return ofDatasource.Length + ofModels.Length == 0 ? [defaultSchema] : [.. ofDatasource.Concat(ofModels).Distinct(StringComparer.Ordinal)];
    }

    public string SchemaOf(ModelSymbol model) => model.SchemaName ?? DefaultSchema;

    public string SchemaOf(EnumSymbol symbol) => symbol.SchemaName ?? DefaultSchema;

    public DatabaseTable? TableOf(ModelSymbol model) => _tables.TryGetValue(model, out var table) ? table : null;

    /// <summary>The model or view of a table; of a partition that of the partitioned table.</summary>
    public ModelSymbol? ModelOf(DatabaseTable table)
    {
        for (var current = table; current is not null; current = current.IsPartition ? current.Parent : null)
        {
            if (_models.TryGetValue(current, out var model))
                return model;
        }
        return null;
    }

    public DatabaseColumn? ColumnOf(FieldSymbol field) => _columns.TryGetValue(field, out var column) ? column : null;

    public FieldSymbol? FieldOf(DatabaseColumn column) => _fields.TryGetValue(column, out var field) ? field : null;

    /// <summary>The field of a column, by name, of a table or of the partitioned table that it belongs to.</summary>
    public FieldSymbol? FieldOf(DatabaseTable table, string? columnName) =>
        columnName is not null && ModelOf(table) is { } model
            ? model.Columns.FirstOrDefault(field => DatabaseName(field.ColumnName) == columnName)
            : null;

    public IndexMatch? MatchOf(IndexSymbol symbol) => _indexes.TryGetValue(symbol, out var match) ? match : null;

    public IndexMatch? MatchOf(DatabaseIndex index) => _symbols.TryGetValue(index, out var match) ? match : null;

    public DatabaseConstraint? ConstraintOf(ForeignKeySymbol key) => _constraints.TryGetValue(key, out var constraint) ? constraint : null;

    public ForeignKeySymbol? KeyOf(DatabaseConstraint constraint) => _keys.TryGetValue(constraint, out var key) ? key : null;

    /// <summary>The join table of an implicit many-to-many relation.</summary>
    public DatabaseTable? JoinTableOf(RelationSymbol relation) => _joinTables.TryGetValue(relation, out var table) ? table : null;

    public RelationSymbol? RelationOf(DatabaseTable table) => _joins.TryGetValue(table, out var relation) ? relation : null;

    public DatabaseEnum? EnumOf(EnumSymbol symbol) =>
        Snapshot.Enums.FirstOrDefault(candidate => candidate.Schema == SchemaOf(symbol) && candidate.Name == DatabaseName(symbol.DatabaseName));

    /// <summary>
    /// Where Prisma puts the join table of an implicit many-to-many relation: <c>_AToB</c> by the names of the models, or
    /// <c>_name</c>, in the schema of the model whose name comes first.
    /// </summary>
    public (string Schema, string Table)? JoinTableName(RelationSymbol relation)
    {
        if (relation is not { Forward.Model: { } left, Back.Model: { } right })
            return null;
        if (string.CompareOrdinal(left.Name, right.Name) > 0)
            (left, right) = (right, left);
        return (SchemaOf(left), DatabaseName("_" + (relation.Name ?? left.Name + "To" + right.Name)));
    }

    /// <summary>PostgreSQL cuts names after 63 bytes, at a character, without a word.</summary>
    public static string DatabaseName(string name) => ByteLimit.Clip(name, 63);

    private void MatchIndexes(ModelSymbol model, DatabaseTable table)
    {
        var symbols = model.Indexes.Where(symbol => symbol.Columns.Count > 0).ToList();
        var indexes = table.Indexes.ToList();
        Take(IndexMatchKind.Same, (symbol, index) => index.Name == symbol.DatabaseName && IndexComparison.HasSameStructure(symbol, index));
        Take(IndexMatchKind.Renamed, (symbol, index) => index.IsUsable && IndexComparison.IsPlain(index) && IndexComparison.HaveSameOperatorClasses(symbol, index) && IndexComparison.IsSameCondition(symbol, index));
        Take(IndexMatchKind.Renamed, (symbol, index) => index.IsUsable && IndexComparison.IsSameCondition(symbol, index));
        Take(IndexMatchKind.Renamed, IndexComparison.IsSameCondition);
        // A table has one primary key, whatever its columns and its name.
        Take(IndexMatchKind.Changed, (symbol, index) => index.Name == symbol.DatabaseName || (symbol.Kind == IndexKind.PrimaryKey && index.IsPrimary));

        void Take(IndexMatchKind kind, Func<IndexSymbol, DatabaseIndex, bool> agrees)
        {
            foreach (var symbol in symbols.ToArray())
            {
                if (indexes.Find(index => agrees(symbol, index)) is not { } index)
                    continue;
                var match = new IndexMatch(symbol, index, kind);
                _indexes.Add(symbol, match);
                _symbols.Add(index, match);
                symbols.Remove(symbol);
                indexes.Remove(index);
            }
        }
    }

    private void MatchForeignKeys(ModelSymbol model, DatabaseTable table)
    {
        var constraints = table.ForeignKeys.ToList();
        var keys = model.ForeignKeys.ToList();
        // Of several over the same columns the one of the name counts, else the one that does the same, else any.
        Take((key, found) => found.Name == key.ConstraintName);
        Take((key, found) => found.OnDelete == key.OnDelete && found.OnUpdate == key.OnUpdate);
        Take((_, _) => true);

        void Take(Func<ForeignKeySymbol, DatabaseConstraint, bool> agrees)
        {
            foreach (var key in keys.ToArray())
            {
                if (constraints.Find(candidate => agrees(key, candidate) && HasSameStructure(key, candidate)) is not { } found)
                    continue;
                _constraints.Add(key, found);
                _keys.Add(found, key);
                keys.Remove(key);
                constraints.Remove(found);
            }
        }
    }

    // The pairs of columns count, not their order.
    private bool HasSameStructure(ForeignKeySymbol key, DatabaseConstraint constraint)
    {
        if (constraint.TargetTable != DatabaseName(key.Target.TableName)
            || constraint.TargetSchema != SchemaOf(key.Target)
            || constraint.Columns.Count != key.Fields.Count
            || constraint.TargetColumns.Count != key.References.Count)
        {
            return false;
        }
        for (var i = 0; i < key.Fields.Count; i++)
        {
            var at = IndexOf(constraint.Columns, DatabaseName(key.Fields[i].ColumnName));
            if (at < 0 || constraint.TargetColumns[at] != DatabaseName(key.References[i].ColumnName))
                return false;
        }
        return true;
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }
        return -1;
    }
}
