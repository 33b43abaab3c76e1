using System.Collections.Generic;
using System.Linq;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Semantics;

/// <summary>A datasource or generator: named properties.</summary>
public abstract class ConfigurationBlockSymbol : BlockSymbol
{
    private protected ConfigurationBlockSymbol(SyntaxTree tree, BlockDeclarationSyntax syntax)
        : base(tree, syntax) => Properties = syntax.Properties.ToArray();

    /// <summary>The properties in the order of the text.</summary>
    public IReadOnlyList<PropertySyntax> Properties { get; }

    public PropertySyntax? FindProperty(string key)
    {
        foreach (var property in Properties)
        {
            if (property.Key.Text == key)
                return property;
        }

        return null;
    }

    /// <summary>The decoded text of a property that is a string.</summary>
    public string? FindString(string key) => FindProperty(key)?.Value is LiteralExpressionSyntax { IsString: true } text ? text.Value : null;

    /// <summary>The variable's name where a property is <c>env("NAME")</c>.</summary>
    public string? FindEnvironmentVariable(string key) =>
        FindProperty(key)?.Value is CallExpressionSyntax { Name.Text: "env", Arguments.Count: 1 } call
        && call.Arguments[0].Value is LiteralExpressionSyntax { IsString: true } text
            ? text.Value
            : null;

    /// <summary>The strings of a property that is a string or an array of them.</summary>
    public IReadOnlyList<LiteralExpressionSyntax> FindStrings(string key) => FindProperty(key)?.Value switch
    {
        LiteralExpressionSyntax { IsString: true } one => [one],
        ArrayExpressionSyntax array => array.Elements.OfType<LiteralExpressionSyntax>().Where(element => element.IsString).ToArray(),
        _ => [],
    };

    public Location LocationOf(PropertySyntax property) => new(Tree.Source, property.Span);
}
