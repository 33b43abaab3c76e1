using System;
using System.Collections.Generic;
using PrismaLint.Connectors;

namespace PrismaLint.Migrations.Diff;

/// <summary>What becomes of the values of a column when its type changes.</summary>
internal sealed class TypeConversion
{
    private static readonly string[] s_wholeNumbers = ["TINYINT", "SMALLINT", "MEDIUMINT", "INTEGER", "BIGINT"];

    private static readonly Dictionary<string, string> s_synonyms = new(StringComparer.Ordinal)
    {
        ["INT"] = "INTEGER", ["INT4"] = "INTEGER", ["INT8"] = "BIGINT", ["INT2"] = "SMALLINT",
        ["FLOAT8"] = "DOUBLE PRECISION", ["FLOAT4"] = "REAL", ["DOUBLE"] = "DOUBLE PRECISION",
        ["NVARCHAR"] = "VARCHAR", ["STRING"] = "TEXT", ["NCHAR"] = "CHAR",
    };

    private TypeConversion(ColumnType from, ColumnType to) => (From, To) = (from, to);

    public ColumnType From { get; }

    public ColumnType To { get; }

    /// <summary>Every value fits the new type as it is.</summary>
    public bool IsWidening { get; private set; }

    /// <summary>The same kind of value with less room: a value that does not fit stops the migration, or is rounded.</summary>
    public bool IsNarrowing { get; private set; }

    /// <summary>Values are rounded or cut without a word.</summary>
    public bool IsLossy { get; private set; }

    /// <summary>PostgreSQL changes its catalog alone: no row is read or written.</summary>
    public bool IsCatalogOnly { get; private set; }

    /// <summary>Between timestamp and timestamptz, with the full precision in the end: in a session in UTC PostgreSQL 12 and later write no row.</summary>
    public bool IsZoneChange => !From.IsList && !To.IsList && (From.Name, To.Name) is ("TIMESTAMP", "TIMESTAMPTZ") or ("TIMESTAMPTZ", "TIMESTAMP") && HasFullPrecision(To);

    /// <summary>The client reads and writes both in the same way, and every value has its like on the other side.</summary>
    public bool IsSameToClients => From.Scalar is { } scalar && scalar == To.Scalar && From.IsList == To.IsList
        && (IsWidening || (From.Name, To.Name) is ("JSON", "JSONB")
            || ((From.Name, To.Name) is ("TIMESTAMP", "TIMESTAMPTZ") && Precision(From) <= Precision(To)));

    /// <summary>A moment with all its six digits: values need no rounding on the way in.</summary>
    public static bool HasFullPrecision(ColumnType type) => Precision(type) == 6;

    /// <summary>Prisma writes ALTER COLUMN … SET DATA TYPE; else it drops the column and adds it anew, empty.</summary>
    public bool IsCastable { get; private set; }

    /// <summary>The two are one type to Prisma: a precision that is not written equals any.</summary>
    public static bool IsSame(ColumnType from, ColumnType to, Provider provider)
    {
        if (from.IsList != to.IsList)
            return false;
        if (from.Enum is not null || to.Enum is not null)
            return from.Enum is not null && to.Enum is not null;
        // Prisma does not compare the texts of types that it does not know.
        if (from.IsUnsupported && to.IsUnsupported)
            return true;
        if (from.IsUnsupported != to.IsUnsupported || from.Name != to.Name)
            return false;
        return from.ElementText == to.ElementText
            || (provider == Provider.PostgreSql && IsTime(from.Name) && (from.Arguments.Count == 0 || to.Arguments.Count == 0));
    }

    /// <summary>Prisma writes a statement that PostgreSQL refuses, since it has no cast from a value to a list.</summary>
    public bool IsRefused { get; private set; }

    /// <param name="from">The old type.</param>
    /// <param name="to">The new type.</param>
    /// <param name="provider">The database.</param>
    /// <param name="isSameEnum">Both are of one enum whose database type stays.</param>
    public static TypeConversion Between(ColumnType from, ColumnType to, Provider provider, bool isSameEnum = false)
    {
        var conversion = new TypeConversion(from, to);
        conversion.IsRefused = provider == Provider.PostgreSql && isSameEnum && from.IsList != to.IsList;
        conversion.IsCastable = provider != Provider.PostgreSql || conversion.IsRefused || conversion.CastsInPrisma();
        if (!from.IsList && !to.IsList && from.Enum is null && to.Enum is null && !from.IsUnsupported && !to.IsUnsupported)
            conversion.Judge();
        conversion.IsCatalogOnly &= provider == Provider.PostgreSql && from.IsList == to.IsList;
        return conversion;
    }

    private void Judge()
    {
        var (from, to) = (Name(From), Name(To));
        var (smaller, larger) = (Array.IndexOf(s_wholeNumbers, from), Array.IndexOf(s_wholeNumbers, to));
        if (smaller >= 0 && larger >= 0)
            (IsWidening, IsNarrowing) = (smaller < larger, smaller > larger);
        else if (smaller >= 0 && to is ("DECIMAL" or "DOUBLE PRECISION"))
            (IsWidening, IsLossy) = (to == "DECIMAL" ? WholeDigits(To) >= DigitsOf(from) : from != "BIGINT", to == "DOUBLE PRECISION" && from == "BIGINT");
        else if (from is "REAL" && to is "DOUBLE PRECISION")
            IsWidening = true;
        else if (from is "DOUBLE PRECISION" && to is "REAL")
            IsNarrowing = IsLossy = true;
        else if (from is "DECIMAL" && to is "DECIMAL")
            JudgeDecimals();
        else if (from is "DECIMAL" or "REAL" or "DOUBLE PRECISION")
            IsLossy = larger >= 0 || to is ("REAL" or "DOUBLE PRECISION" or "DECIMAL");
        else if (IsText(from) && IsText(to))
            JudgeTexts(from, to);
        else if (IsTime(from) && from == to)
            (IsWidening, IsNarrowing, IsLossy, IsCatalogOnly) = Precision(From) <= Precision(To) ? (true, false, false, true) : (false, true, true, false);
        else if (from is "DATE" && to is ("TIMESTAMP" or "TIMESTAMPTZ"))
            IsWidening = true;
        else if (from is ("TIMESTAMP" or "TIMESTAMPTZ") && to is ("DATE" or "TIME" or "TIMETZ"))
            IsLossy = true;
        else if (from is "TIMETZ" && to is "TIME")
            IsLossy = true;
        else if (to is "TEXT" || (to is "VARCHAR" && To.Arguments.Count == 0))
            IsCatalogOnly = from is "XML" or "CITEXT";
    }

    private void JudgeDecimals()
    {
        var (fromScale, toScale) = (Scale(From), Scale(To));
        IsWidening = WholeDigits(To) >= WholeDigits(From) && toScale >= fromScale;
        IsNarrowing = !IsWidening;
        IsLossy = toScale < fromScale;
        IsCatalogOnly = IsWidening && (toScale == fromScale || To.Arguments.Count == 0);
    }

    private void JudgeTexts(string from, string to)
    {
        var (fromLength, toLength) = (Length(From), Length(To));
        IsWidening = toLength >= fromLength;
        IsNarrowing = !IsWidening;
        // CHAR pads, so from and to it values are written anew.
        IsCatalogOnly = IsWidening && from is not ("CHAR" or "CITEXT") && to is not ("CHAR" or "CITEXT");
    }

    // What the schema engine of Prisma 7 decides, tried on every pair of types.
    private bool CastsInPrisma()
    {
        if (From.Enum is not null || To.Enum is not null || From.IsUnsupported || To.IsUnsupported)
            return false;
        if (From.IsList != To.IsList)
            return From.IsList && To.Name is ("TEXT" or "VARCHAR" or "CHAR");
        if (To.Name is "TEXT" || (To.Name is "VARCHAR" && To.Arguments.Count == 0))
            return true;
        if (From.Name is "CITEXT" or "MONEY")
            return true;
        var length = Length(To);
        if (To.Name is "VARCHAR")
            return length >= LeastLength(From.Name);
        if (To.Name is "CHAR")
            return From.Name is not ("OID" or "INET" or "UUID" or "DATE" or "TIMESTAMP" or "TIMESTAMPTZ") && length >= CharLength();
        return From.Name switch
        {
            "TEXT" => To.Name is "CITEXT",
            "BIT" => To.Name is "VARBIT",
            "VARBIT" => To.Name is "BIT" || (To.Name is "VARBIT" && To.Arguments.Count == 0),
            "INET" => To.Name is "CITEXT",
            "OID" => To.Name is "INTEGER" or "BIGINT",
            "SMALLINT" or "INTEGER" or "BIGINT" or "REAL" or "DOUBLE PRECISION" or "DECIMAL" =>
                To.Name is "SMALLINT" or "INTEGER" or "BIGINT" or "REAL" or "DOUBLE PRECISION" or "DECIMAL",
            "TIMESTAMP" or "TIMESTAMPTZ" => To.Name is "TIMESTAMP" or "TIMESTAMPTZ" or "DATE" or "TIME" or "TIMETZ",
            "DATE" => To.Name is "TIMESTAMP" or "TIMESTAMPTZ",
            "TIME" or "TIMETZ" => To.Name is "TIME" or "TIMETZ",
            "JSON" or "JSONB" => To.Name is "JSON" or "JSONB",
            _ => false,
        };
    }

    private int CharLength() => From.Name switch
    {
        "BOOLEAN" => 5,
        "TIME" => 14,
        "TIMETZ" => 19,
        "BYTEA" => 2,
        "BIT" => From.Number(0) ?? 1,
        _ => 1,
    };

    private static int LeastLength(string name) => name switch
    {
        "UUID" => 36,
        "INET" => 18,
        "OID" => 10,
        "BOOLEAN" => 5,
        "TIMESTAMP" => 23,
        "TIMESTAMPTZ" or "DATE" => 28,
        "TIME" => 14,
        "TIMETZ" => 19,
        "BYTEA" => 2,
        _ => 1,
    };

    private static string Name(ColumnType type) => s_synonyms.TryGetValue(type.Name, out var name) ? name : type.Name;

    private static bool IsText(string name) => name is "TEXT" or "VARCHAR" or "CHAR" or "CITEXT" or "TINYTEXT" or "MEDIUMTEXT" or "LONGTEXT";

    private static bool IsTime(string name) => name is "TIMESTAMP" or "TIMESTAMPTZ" or "TIME" or "TIMETZ" or "DATETIME";

    private static int Length(ColumnType type) => type.Name switch
    {
        "CHAR" => type.Number(0) ?? 1,
        "VARCHAR" or "NVARCHAR" or "NCHAR" => type.Number(0) ?? int.MaxValue,
        "TINYTEXT" => 255,
        _ => int.MaxValue,
    };

    private static int Precision(ColumnType type) => type.Number(0) ?? 6;

    private static int Scale(ColumnType type) => type.Arguments.Count == 0 ? int.MaxValue : type.Number(1) ?? 0;

    private static int WholeDigits(ColumnType type) => type.Number(0) is { } digits ? digits - (type.Number(1) ?? 0) : int.MaxValue;

    private static int DigitsOf(string name) => name switch
    {
        "TINYINT" => 3,
        "SMALLINT" => 5,
        "MEDIUMINT" => 7,
        "INTEGER" => 10,
        _ => 19,
    };
}
