namespace PrismaLint.Syntax;

/// <summary>The kinds of tokens, trivia and nodes.</summary>
public enum SyntaxKind : byte
{
    None,

    // Tokens
    EndOfFileToken,
    EndOfLineToken,
    IdentifierToken,

    /// <summary>Identifiers joined by dots without blanks: <c>db.VarChar</c>.</summary>
    PathToken,
    NumericLiteralToken,
    StringLiteralToken,
    AtToken,
    AtAtToken,
    OpenBraceToken,
    CloseBraceToken,
    OpenParenToken,
    CloseParenToken,
    OpenBracketToken,
    CloseBracketToken,
    CommaToken,
    ColonToken,
    EqualsToken,
    QuestionToken,
    ExclamationToken,
    MinusToken,

    /// <summary>A character that no token starts with.</summary>
    BadToken,

    /// <summary>Text that could not be placed, up to the end of its line.</summary>
    SkippedTextToken,
    ModelKeyword,
    ViewKeyword,
    TypeKeyword,
    EnumKeyword,
    DatasourceKeyword,
    GeneratorKeyword,
    UnsupportedKeyword,

    // Trivia
    WhitespaceTrivia,
    EndOfLineTrivia,
    CommentTrivia,
    DocumentationCommentTrivia,
    BlockCommentTrivia,

    /// <summary>What follows <c>{</c> on its line: Prisma drops it unread.</summary>
    SwallowedTextTrivia,

    // Nodes
    Schema,
    ModelDeclaration,
    ViewDeclaration,
    CompositeTypeDeclaration,
    EnumDeclaration,
    DatasourceDeclaration,
    GeneratorDeclaration,
    UnknownBlock,
    TypeAlias,
    SkippedText,
    FieldDeclaration,
    EnumValue,
    Property,
    BlockAttribute,
    Attribute,
    Type,
    ArgumentList,
    Argument,
    NumericLiteralExpression,
    StringLiteralExpression,
    PathExpression,
    CallExpression,
    ArrayExpression,
    ObjectExpression,
    ObjectMember,
}
