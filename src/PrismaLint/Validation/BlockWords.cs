using PrismaLint.Semantics;

namespace PrismaLint.Validation;

/// <summary>How messages call the kinds of blocks.</summary>
internal static class BlockWords
{
    /// <summary><c>model</c>, <c>view</c>, <c>enum</c>, <c>composite type</c>, <c>datasource</c>, <c>generator</c>.</summary>
    public static string KindOf(BlockSymbol block) => block switch
    {
        ModelSymbol { IsView: true } => "view",
        ModelSymbol => "model",
        EnumSymbol => "enum",
        CompositeTypeSymbol => "composite type",
        DatasourceSymbol => "datasource",
        _ => "generator",
    };

    /// <summary>The kind with its article.</summary>
    public static string Article(BlockSymbol block) => block is EnumSymbol ? "an enum" : "a " + KindOf(block);
}
