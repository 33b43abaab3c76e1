using PrismaLint.Text;

namespace PrismaLint.Sql;

/// <summary>A column of <c>CREATE TABLE</c> or <c>ADD COLUMN</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as the server prints it: <c>character varying(20)</c>, <c>timestamp(3) without time zone</c>.</param>
public sealed record ColumnDefinition(string Name, string Type)
{
    public bool IsNotNull { get; init; }

    /// <summary>The default as written; of a serial column the server makes one.</summary>
    public string? Default { get; init; }

    /// <summary><c>serial</c> and its relatives: an integer with a sequence.</summary>
    public bool IsSerial { get; init; }

    public bool IsIdentity { get; init; }

    /// <summary>The expression of <c>GENERATED ALWAYS AS (…)</c>.</summary>
    public string? Generated { get; init; }

    public string? Collation { get; init; }

    public TextSpan NameSpan { get; init; }

    public TextSpan TypeSpan { get; init; }

    /// <summary>The constraints written with the column, with its name as their only column.</summary>
    public System.Collections.Generic.IReadOnlyList<TableConstraint> Constraints { get; init; } = [];
}
