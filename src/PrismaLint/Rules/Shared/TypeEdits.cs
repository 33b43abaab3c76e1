using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Shared;

/// <summary>Edits on the type of a field.</summary>
internal static class TypeEdits
{
    /// <summary>Gives a column the native type of another one; takes its own away where the other has none.</summary>
    public static CodeFix? CopyNativeType(FieldSymbol from, FieldSymbol to)
    {
        if (from.NativeType is not { } wanted)
        {
            return to.NativeType is { } needless
                ? CodeFix.Safe($"Remove `{needless.Attribute}` from `{to.DisplayName}`", SchemaEdits.RemoveAttribute(needless.Attribute))
                : null;
        }
        var attribute = from.Tree.Source.ToString(wanted.Attribute.Syntax.Span);
        return CodeFix.Safe(
            $"Make `{to.DisplayName}` `{attribute}`",
            to.NativeType is { } old ? SchemaEdits.Replace(to.Tree.Source, old.Attribute.Syntax, attribute) : SchemaEdits.AppendAttribute(to, attribute));
    }

    /// <summary>Makes a field optional.</summary>
    public static TextEdit MakeOptional(FieldSymbol required) => TextEdit.Insert(required.Tree.Source, required.Type.Span.End, "?");

    /// <summary>Makes an optional field required.</summary>
    public static TextEdit MakeRequired(FieldSymbol optional) =>
        TextEdit.Delete(optional.Tree.Source, TextSpan.FromBounds(optional.Type.Span.End - 1, optional.Type.Span.End));
}
