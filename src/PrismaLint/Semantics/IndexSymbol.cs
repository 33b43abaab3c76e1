using System.Collections.Generic;
using System.Linq;
using PrismaLint.Text;

namespace PrismaLint.Semantics;

/// <summary>A primary key, unique, index or full-text index.</summary>
public sealed class IndexSymbol
{
    internal IndexSymbol(ModelSymbol model, IndexKind kind, AttributeSymbol attribute, IReadOnlyList<IndexColumn> columns)
    {
        Model = model;
        Kind = kind;
        Attribute = attribute;
        Columns = columns;
        DatabaseName = "";
    }

    public ModelSymbol Model { get; }

    public IndexKind Kind { get; }

    /// <summary>The attribute that declares it.</summary>
    public AttributeSymbol Attribute { get; }

    /// <summary>The field that carries <see cref="Attribute"/> (<c>@id</c>, <c>@unique</c>); <see langword="null"/> for block attributes.</summary>
    public FieldSymbol? DeclaringField { get; internal set; }

    /// <summary>The columns in order; only those that exist.</summary>
    public IReadOnlyList<IndexColumn> Columns { get; }

    public IEnumerable<FieldSymbol> Fields => Columns.Select(column => column.Field);

    public IndexMethod Method { get; internal set; }

    /// <summary>The condition of a partial index (<c>where</c>, Prisma 7.4); <see langword="null"/> for a full one.</summary>
    public IndexPredicate? Predicate { get; internal set; }

    /// <summary><c>clustered</c> as written (sqlserver); <see langword="null"/> where it is not.</summary>
    public bool? IsClustered { get; internal set; }

    /// <summary>The name of the compound key in the client: <c>name</c>.</summary>
    public string? ClientName { get; internal set; }

    /// <summary>The name in the database: of <c>map</c>, else Prisma's default constraint name, shortened as Prisma does.</summary>
    public string DatabaseName { get; internal set; }

    /// <summary><see cref="DatabaseName"/> was written by hand.</summary>
    public bool HasExplicitName { get; internal set; }

    /// <summary>Rows are unique over the columns: primary key or unique.</summary>
    public bool IsUnique => Kind is IndexKind.PrimaryKey or IndexKind.Unique;

    public Location Location => Attribute.Location;

    /// <summary>The index as plain values, its columns by the names of their fields.</summary>
    public IndexShape Shape => field ??= CreateShape();

    /// <summary>The attribute as findings quote it: <c>@unique</c>, <c>@@index([a, b])</c>.</summary>
    public string Quote => DeclaringField is not null || Columns.Count == 0
        ? Attribute.ToString()
        : Attribute + "([" + string.Join(", ", Columns.Select(column => column.Path)) + (IsUniqueIndex ? "], unique: true)" : "])");

    // Contracts write a unique in two ways.
    private bool IsUniqueIndex => Kind == IndexKind.Unique && Attribute.Name == "index";

    /// <summary>How findings call it: <c>Model(a,b)</c>.</summary>
    public string DisplayName => Model.Name + "(" + string.Join(",", Columns.Select(column => column.Path)) + ")";

    /// <summary>A full B-tree that starts with the fields, in their order.</summary>
    public bool StartsWith(IReadOnlyList<FieldSymbol> fields)
    {
        if (Kind == IndexKind.Fulltext || Method != IndexMethod.BTree || Predicate is not null || Columns.Count < fields.Count)
            return false;
        for (var i = 0; i < fields.Count; i++)
        {
            if (Columns[i].Field != fields[i])
                return false;
        }

        return true;
    }

    public override string ToString() => DisplayName;

    private IndexShape CreateShape() => new(
        Kind,
        Method,
        [.. Columns.Select(column => new IndexShapeColumn(column.Path, column.IsDescending, column.Length, column.OperatorClass))])
    {
        Predicate = Predicate?.Normalized,
        NotNullColumns = Predicate?.FindNotNullFields(Model),
        IsClustered = IsClustered == true,
    };
}
