namespace PrismaLint.Text;

/// <summary>The replacement of a span of one file; an empty span inserts.</summary>
public sealed record TextEdit(SourceText Source, TextSpan Span, string NewText)
{
    public static TextEdit Insert(SourceText source, int offset, string text) => new(source, new TextSpan(offset, 0), text);

    public static TextEdit Delete(SourceText source, TextSpan span) => new(source, span, "");
}
