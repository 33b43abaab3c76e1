using System;
using System.Linq;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>A generator.</summary>
public sealed class GeneratorSymbol : ConfigurationBlockSymbol
{
    internal GeneratorSymbol(SyntaxTree tree, BlockDeclarationSyntax syntax)
        : base(tree, syntax)
    {
    }

    /// <summary>The properties that Prisma itself reads; all others are the generator's own affair.</summary>
    internal static string[] PropertiesOfPrisma { get; } = ["provider", "output", "engineType", "binaryTargets", "previewFeatures", "experimentalFeatures"];

    /// <summary>
    /// A property that is the generator's own affair holds an object. Prisma then passes over the whole block without a word, preview
    /// features included.
    /// </summary>
    public bool IsPassedOver => Properties.Any(property =>
        property.Value is { } value && Array.IndexOf(PropertiesOfPrisma, property.Key.Text) < 0 && HasObject(value));

    public override string DisplayName => "generator " + Name;

    internal static bool HasObject(ExpressionSyntax value) =>
        value is ObjectExpressionSyntax || (value is ArrayExpressionSyntax array && array.Elements.Any(HasObject));

    /// <summary>Validation has judged the preview features: Prisma reads none of a generator whose other properties it cannot read.</summary>
    internal bool HasJudgedFeatures { get; set; }
}
