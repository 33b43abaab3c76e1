namespace PrismaLint.Database.Statements;

/// <summary>What a token of SQL is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a bare name, in lower case.</summary>
    Word,

    /// <summary>A name in double quotes, without them.</summary>
    QuotedName,

    /// <summary><c>$1</c>, or the <c>?</c> that stands for a literal.</summary>
    Parameter,

    /// <summary>A number or a string; its text is not kept.</summary>
    Literal,

    /// <summary>An operator, a bracket, a comma.</summary>
    Symbol,
}
