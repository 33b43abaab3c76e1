namespace PrismaLint.Database.Statements;

/// <summary>How a statement compares a column.</summary>
public enum FilterOperator
{
    /// <summary>In a way that nothing is claimed of.</summary>
    Other,
    Equal,

    /// <summary>A list of values, or the rows of an inner query.</summary>
    In,

    /// <summary><c>&lt;</c>, <c>&gt;=</c>, <c>BETWEEN</c>.</summary>
    Range,
    Like,

    /// <summary><c>ILIKE</c>: without regard to case.</summary>
    InsensitiveLike,

    /// <summary><c>IS NULL</c> or <c>IS NOT NULL</c>.</summary>
    NullTest,

    /// <summary><c>@&gt;</c>, <c>&amp;&amp;</c> and their kind: what a GIN index answers.</summary>
    Contains,

    /// <summary>Something at a path in a JSON value.</summary>
    JsonPath,
}
