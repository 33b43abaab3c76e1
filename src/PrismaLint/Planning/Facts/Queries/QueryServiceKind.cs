namespace PrismaLint.Planning.Facts.Queries;

/// <summary>How far an index serves a query. The greater, the further.</summary>
internal enum QueryServiceKind
{
    /// <summary>No index helps: the table is read.</summary>
    None,

    /// <summary>An index finds rows by some of the values, and the others are thrown away one by one.</summary>
    Part,

    /// <summary>An index finds the rows by all values that are fixed; the range or the order is worked out from what it finds.</summary>
    Values,

    /// <summary>As <see cref="Full"/>, but rows of one value of the last field but one are sorted by the last field.</summary>
    AllButLast,

    /// <summary>The rows come out of the index as they are asked for.</summary>
    Full,
}
