namespace PrismaLint.Database.Statements;

/// <summary>A token of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; empty for parameters and literals, which are all alike.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text)
{
    public bool IsName => Kind == SqlTokenKind.QuotedName || Kind == SqlTokenKind.Word;

    public bool IsValue => Kind is SqlTokenKind.Parameter or SqlTokenKind.Literal;

    public bool IsWord(string word) => Kind == SqlTokenKind.Word && Text == word;

    public bool IsSymbol(string symbol) => Kind == SqlTokenKind.Symbol && Text == symbol;
}
