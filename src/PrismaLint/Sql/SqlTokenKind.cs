namespace PrismaLint.Sql;

/// <summary>What a piece of SQL is, as PostgreSQL's lexical structure has it (manual, 4.1).</summary>
public enum SqlTokenKind
{
    None,

    /// <summary>A keyword or an unquoted name.</summary>
    Word,

    /// <summary><c>"name"</c>, also <c>U&amp;"name"</c></summary>
    QuotedName,

    /// <summary>A string of any form: <c>'…'</c>, <c>E'…'</c>, <c>B'…'</c>, <c>X'…'</c>, <c>U&amp;'…'</c>, <c>$tag$…$tag$</c>.</summary>
    String,
    Number,

    /// <summary><c>$1</c></summary>
    Parameter,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    Comma,
    Semicolon,
    Dot,

    /// <summary>One or more operator characters, <c>::</c> and <c>:=</c> among them.</summary>
    Operator,

    /// <summary>A whole line that is for psql and not for the server: <c>\connect x</c>, the rows behind <c>COPY … FROM stdin</c>.</summary>
    PsqlLine,

    /// <summary>A character that SQL does not know.</summary>
    Unknown,
}
