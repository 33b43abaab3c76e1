using System.Linq;
using PrismaLint.Database;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Where the schema speaks of an extension.</summary>
internal static class ExtensionPlaces
{
    /// <summary>Its place in <c>extensions</c> of the datasource, else that property, else the datasource.</summary>
    public static LivePlace Of(LiveContext context, DatabaseExtension extension)
    {
        var place = context.PlaceOfDatabase(extension.Name);
        if (context.Schema.Datasource is not { } datasource || datasource.FindProperty("extensions") is not { } property)
            return place;
        return Find(property, extension.Name) is { } element
            ? new LivePlace(new Location(datasource.Tree.Source, element.Span), extension.Name, IsDeclared: true)
            : place with { Location = datasource.LocationOf(property) };
    }

    private static ExpressionSyntax? Find(PropertySyntax property, string name) => property.Value is ArrayExpressionSyntax array
        ? array.Elements.FirstOrDefault(element => element switch
        {
            // extensions = [pgcrypto, uuidOssp(map: "uuid-ossp")]
            CallExpressionSyntax call => call.Arguments.Any(argument => argument.Value is LiteralExpressionSyntax { IsString: true } text && text.Value == name) || call.Name.Text == name,
            LiteralExpressionSyntax literal => literal.Value == name,
            PathExpressionSyntax path => path.Name.Text == name,
            _ => false,
        })
        : null;
}
