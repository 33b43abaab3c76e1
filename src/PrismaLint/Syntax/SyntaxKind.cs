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

    /// <summary>Stands alone in contracts only; elsewhere dots are parts of a <see cref="PathToken"/>.</summary>
    DotToken,

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
    NamespaceKeyword,
    TypesKeyword,

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

    /// <summary><c>namespace</c> of a contract.</summary>
    NamespaceDeclaration,

    /// <summary><c>types</c> of a contract.</summary>
    TypesDeclaration,

    /// <summary>A block of a contract whose keyword is no part of the grammar: <c>policy_select</c>, <c>role</c>.</summary>
    GenericBlock,
    TypeAlias,
    SkippedText,
    FieldDeclaration,
    EnumValue,
    Property,

    /// <summary>A named scalar in the <c>types</c> of a contract.</summary>
    NamedType,
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
    TaggedLiteralExpression,
    SkippedExpression,
}
