namespace PrismaLint.Database;

/// <summary>What a <see cref="SqlToken"/> is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A name or keyword.</summary>
    Word,
    String,
    Number,
    Symbol,
}
