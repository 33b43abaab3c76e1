using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>A model or a view.</summary>
public sealed class ModelSymbol : BlockSymbol
{
    private ILookup<FieldSymbol, IndexSymbol>? _indexesByLeadingField;

    // Until the binder has the fields; nothing writes to it.
    private static readonly Dictionary<string, FieldSymbol> s_noFields = [];

    internal ModelSymbol(SyntaxTree tree, BlockDeclarationSyntax syntax)
        : base(tree, syntax) => TableName = syntax.Name.Text;

    public bool IsView => Syntax.Kind == SyntaxKind.ViewDeclaration;

    /// <summary>The fields that Prisma keeps, in the order of the text (of equal names the last counts in look-ups, as in Prisma).</summary>
    public IReadOnlyList<FieldSymbol> Fields { get; internal set; } = [];

    /// <summary>The fields that are columns.</summary>
    public IEnumerable<FieldSymbol> Columns => Fields.Where(member => member.IsColumn);

    public IEnumerable<FieldSymbol> RelationFields => Fields.Where(member => member.IsRelation);

    /// <summary>The name in the database: of <c>@@map</c>, else the model's own.</summary>
    public string TableName { get; internal set; }

    public AttributeSymbol? MapAttribute { get; internal set; }

    /// <summary>The database schema: of <c>@@schema</c>, in a contract the namespace; <see langword="null"/> without one.</summary>
    public string? SchemaName { get; internal set; }

    /// <summary>The model carries <c>@@ignore</c>.</summary>
    public bool IsIgnored { get; internal set; }

    /// <summary>The model of a contract carries <c>@@base</c>: its key, and perhaps its table, are those of another model.</summary>
    public bool IsVariant { get; internal set; }

    /// <summary>The primary key (<c>@id</c>, <c>@@id</c>), also the first of <see cref="Indexes"/>.</summary>
    public IndexSymbol? PrimaryKey { get; internal set; }

    /// <summary>
    /// Every index that the schema declares: the primary key, uniques, indexes and full-text indexes, in the order
    /// key, field attributes, block attributes. Those that a database makes by itself are not among them: see
    /// <see cref="Connectors.ConnectorFacts.IndexesForeignKeys"/>.
    /// </summary>
    public IReadOnlyList<IndexSymbol> Indexes { get; internal set; } = [];

    /// <summary>The foreign keys whose columns lie in this model.</summary>
    public IReadOnlyList<ForeignKeySymbol> ForeignKeys { get; internal set; } = [];

    /// <summary>The foreign keys of other models (or this one) that refer to this one.</summary>
    public IReadOnlyList<ForeignKeySymbol> ReferencingKeys { get; internal set; } = [];

    internal Dictionary<string, FieldSymbol> FieldsByName { get; set; } = s_noFields;

    public FieldSymbol? FindField(string name) => FieldsByName.TryGetValue(name, out var field) ? field : null;

    /// <summary>The field of a column name in the database; <see langword="null"/> without one.</summary>
    public FieldSymbol? FindColumn(string columnName) => Columns.FirstOrDefault(column => column.ColumnName == columnName);

    /// <summary>
    /// An index finds the rows of a foreign key of this model: see <see cref="IndexCoverage.Covers"/>.
    /// </summary>
    public bool HasIndexFor(ForeignKeySymbol key, CoverageMode mode = CoverageMode.Set)
    {
        string[]? names = null;
        foreach (var leading in key.Fields)
        {
            // An index that serves the key begins with one of its columns: only those are looked at.
            foreach (var index in IndexesLedBy(leading))
            {
                names ??= [.. key.Fields.Select(column => column.Name)];
                if (IndexCoverage.Covers(index.Shape, names, mode))
                    return true;
            }
        }
        return false;
    }

    /// <summary>The indexes whose first column the field is.</summary>
    public IEnumerable<IndexSymbol> IndexesLedBy(FieldSymbol leading)
    {
        _indexesByLeadingField ??= Indexes.Where(index => index.Columns.Count > 0).ToLookup(index => index.Columns[0].Field);
        return _indexesByLeadingField[leading];
    }

    /// <summary>A full index (no predicate, B-tree) starts with these fields, in this order.</summary>
    public bool HasIndexStartingWith(IReadOnlyList<FieldSymbol> fields) => Indexes.Any(index => index.StartsWith(fields));

    public AttributeSymbol? FindAttribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name)
                return attribute;
        }

        return null;
    }
}
