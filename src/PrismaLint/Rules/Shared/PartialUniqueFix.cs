using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Shared;

/// <summary>Turns a unique into a partial one (Prisma 7.4).</summary>
internal static class PartialUniqueFix
{
    private const string Feature = "partialIndexes";

    /// <summary>The schema may hold partial indexes, with the preview feature turned on if need be.</summary>
    public static bool IsPossible(RuleContext context) =>
        context.Connector.HasPartialIndexes
        && (context.Schema.HasPreviewFeature(Feature)
            || (context.Schema is { PrismaVersion: PrismaVersion.V7, MayHavePartialIndexes: true } && context.Schema.Generators.Count > 0));

    /// <summary>
    /// The fix, unsafe since the client no longer finds rows by the unique; <see langword="null"/> where the schema's line
    /// of Prisma has no partial indexes, or is not known to have them.
    /// </summary>
    public static CodeFix? Create(RuleContext context, IndexSymbol index, IReadOnlyList<FieldSymbol> columns, string condition)
    {
        if (!IsPossible(context))
            return null;
        var unique = $"@@unique([{string.Join(", ", columns.Select(column => column.Name))}], where: {{ {condition} }}{KeepNames(index)})";
        var edits = new List<TextEdit>();
        if (index.DeclaringField is null)
        {
            edits.Add(SchemaEdits.Replace(index.Model.Tree.Source, index.Attribute.Syntax, unique));
        }
        else
        {
            edits.Add(SchemaEdits.RemoveAttribute(index.Attribute));
            edits.Add(SchemaEdits.AppendBlockAttribute(index.Model, unique));
        }
        if (!context.Schema.HasPreviewFeature(Feature))
            edits.Add(AddFeature(context.Schema.Generators[0]));
        return new CodeFix($"Replace `{index.Quote}` with `{unique}`", FixSafety.Unsafe, edits);
    }

    /// <summary>
    /// Adds a partial unique beside what there is, unsafe since the migration fails on rows that break it;
    /// <see langword="null"/> where the schema's line of Prisma has no partial indexes, or is not known to have them.
    /// </summary>
    public static CodeFix? Add(RuleContext context, ModelSymbol model, IReadOnlyList<FieldSymbol> columns, string condition)
    {
        if (!IsPossible(context))
            return null;
        var unique = $"@@unique([{string.Join(", ", columns.Select(column => column.Name))}], where: {{ {condition} }})";
        var edits = new List<TextEdit> { SchemaEdits.AppendBlockAttribute(model, unique) };
        if (!context.Schema.HasPreviewFeature(Feature))
            edits.Add(AddFeature(context.Schema.Generators[0]));
        return new CodeFix($"Add `{unique}`", FixSafety.Unsafe, edits);
    }

    private static string KeepNames(IndexSymbol index) =>
        (index.ClientName is { } name ? $", name: \"{name}\"" : "")
        + (index.HasExplicitName ? $", map: {SyntaxFacts.EncodeString(index.DatabaseName)}" : "");

    private static TextEdit AddFeature(GeneratorSymbol generator) =>
        generator.FindProperty("previewFeatures")?.Value is ArrayExpressionSyntax { CloseBracket.IsMissing: false } list
            ? TextEdit.Insert(generator.Tree.Source, list.CloseBracket.Start, (list.Elements.Count > 0 ? ", " : "") + $"\"{Feature}\"")
            : SchemaEdits.AppendProperty(generator, "previewFeatures", $"[\"{Feature}\"]");
}
