namespace PrismaLint.Sql;

/// <summary>A token of SQL by what it says, however it is written; equal ones say the same.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Of a name the name as the server keeps it, of a string its value, of all else what is written.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text)
{
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;

    /// <summary>A string, a number or a parameter.</summary>
    public bool IsValue => Kind is SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Parameter;

    /// <summary>A bracket, a comma, a dot, an operator.</summary>
    public bool IsMark => !IsName && !IsValue && Kind != SqlTokenKind.None;

    /// <summary>A keyword or a name without quotes.</summary>
    /// <param name="word">The word in lower case.</param>
    public bool IsWord(string word) => Kind == SqlTokenKind.Word && Text == word;

    public bool IsSymbol(string symbol) => IsMark && Text == symbol;

    /// <summary>The keyword or the symbol.</summary>
    public bool Is(string text) => Text == text && (Kind == SqlTokenKind.Word || IsMark);

    public static SqlToken Symbol(string text) => new(SqlTokenKind.Operator, text);

    public static SqlToken Word(string text) => new(SqlTokenKind.Word, text);
}
