using System.Collections.Generic;

namespace PrismaLint.Database;

/// <summary>A column (<c>pg_attribute</c>).</summary>
public sealed class DatabaseColumn
{
    internal DatabaseColumn(DatabaseTable table, CatalogRow row)
    {
        Table = table;
        Number = row.Number("num");
        Name = row.Text("name");
        TypeOid = row.Number("typ");
        Type = row.Text("type");
        TypeName = row.Text("typname");
        TypeKind = row.Text("typtype");
        TypeSchema = row.Text("typschema");
        ElementTypeOid = row.Number("elem");
        TypeModifier = row.Number("typmod");
        IsNotNull = row.Flag("notnull");
        IsIdentity = row.Text("ident").Length > 0;
        IsAlwaysIdentity = row.Text("ident") == "a";
        IsGenerated = row.Text("gen").Length > 0;
        Default = row.FindText("def");
        Dimensions = row.Number("dims");
        Collation = row.FindText("collation");
        Acl = row.Texts("acl");
        Comment = row.FindText("comment");
    }

    public DatabaseTable Table { get; }

    /// <summary>Its number in the table, from 1.</summary>
    public long Number { get; }

    public string Name { get; }

    public string QualifiedName => Table.QualifiedName + "." + Name;

    public long TypeOid { get; }

    /// <summary>The type as the server prints it: <c>character varying(20)</c>, <c>timestamp(3) without time zone</c>, <c>integer[]</c>.</summary>
    public string Type { get; }

    /// <summary>The type's own name: <c>varchar</c>, <c>timestamp</c>, <c>_int4</c>.</summary>
    public string TypeName { get; }

    /// <summary><c>b</c> base, <c>e</c> enum, <c>d</c> domain, <c>c</c> composite, <c>r</c> range.</summary>
    public string TypeKind { get; }

    public string TypeSchema { get; }

    /// <summary>The type of the elements of an array; 0 for others.</summary>
    public long ElementTypeOid { get; }

    /// <summary>Length or precision as stored (<c>atttypmod</c>); -1 without one.</summary>
    public long TypeModifier { get; }

    public bool IsArray => TypeName.Length > 0 && TypeName[0] == '_' && ElementTypeOid != 0;

    public bool IsNotNull { get; }

    public bool IsIdentity { get; }

    /// <summary><c>GENERATED ALWAYS AS IDENTITY</c>: an INSERT that gives a value is refused.</summary>
    public bool IsAlwaysIdentity { get; }

    /// <summary><c>GENERATED ALWAYS AS (…)</c>, stored or virtual.</summary>
    public bool IsGenerated { get; }

    /// <summary>The default, or the expression of a generated column, as the server prints it.</summary>
    public string? Default { get; }

    public long Dimensions { get; }

    /// <summary>The collation where it is not the type's own.</summary>
    public string? Collation { get; }

    public IReadOnlyList<string> Acl { get; }

    public string? Comment { get; }

    /// <summary>What ANALYZE found; <see langword="null"/> where it may not be read or was never made.</summary>
    public ColumnStatistics? Statistics { get; internal set; }

    public override string ToString() => QualifiedName;
}
