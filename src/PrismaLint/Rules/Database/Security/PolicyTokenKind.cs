namespace PrismaLint.Rules.Database.Security;

/// <summary>What a piece of an expression is.</summary>
internal enum PolicyTokenKind
{
    /// <summary>A keyword or a plain name.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    Quoted,

    /// <summary>A string.</summary>
    Literal,

    Number,

    /// <summary>A bracket, a comma, a dot, or an operator.</summary>
    Symbol,
}
