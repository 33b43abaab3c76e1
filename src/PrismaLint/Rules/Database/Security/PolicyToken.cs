namespace PrismaLint.Rules.Database.Security;

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Words in lower case unless they were quoted; literals without their quotes.</param>
internal readonly record struct PolicyToken(PolicyTokenKind Kind, string Text)
{
    public bool Is(string symbolOrKeyword) => Kind is PolicyTokenKind.Symbol or PolicyTokenKind.Word && Text == symbolOrKeyword;

    public bool IsName => Kind is PolicyTokenKind.Word or PolicyTokenKind.Quoted;

    public bool IsConstant => Kind is PolicyTokenKind.Literal or PolicyTokenKind.Number || (Kind == PolicyTokenKind.Word && Text is "true" or "false" or "null");

    public bool IsSessionUser => Kind == PolicyTokenKind.Word && Text is "current_user" or "session_user" or "current_role" or "user";
}
