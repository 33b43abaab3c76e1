using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Fixes;

/// <summary>
/// Lays a block out as Prisma's formatter does: names, types and attributes in columns that a blank line starts anew, the
/// attributes of a field and of the block in their order, those of the block at its end behind a blank line.
/// </summary>
internal sealed class BlockLayout
{
    private static readonly string[] s_attributeOrder = ["id", "unique", "default", "updatedAt", "index", "fulltext", "map", "relation", "ignore"];

    private readonly SourceText _source;
    private readonly StringBuilder _text = new();
    private readonly List<Row> _table = [];
    private readonly List<Row> _comments = [];
    private readonly List<(int Rank, Row[] Comments, Row Attribute)> _attributes = [];
    private bool _commentsFollowBlank;

    private BlockLayout(SourceText source) => _source = source;

    /// <summary>The block is laid out as the formatter would.</summary>
    public static bool IsFormatted(SyntaxTree tree, BlockDeclarationSyntax block) =>
        Format(tree, block) == tree.Source.ToString(block.Span);

    /// <summary>The block's text, laid out; <see langword="null"/> where it holds more than members and comments of one line each.</summary>
    public static string? Format(SyntaxTree tree, BlockDeclarationSyntax block)
    {
        if (tree.IsContract || block.OpenBrace.IsMissing || block.CloseBrace.IsMissing || block.Kind == SyntaxKind.UnknownBlock)
            return null;
        var layout = new BlockLayout(tree.Source);
        return layout.Read(block) ? layout.Write(block) : null;
    }

    private bool Read(BlockDeclarationSyntax block)
    {
        var last = _source.GetLinePosition(block.CloseBrace.Start).Line;
        var first = _source.GetLinePosition(block.OpenBrace.Start).Line;
        if (first == last || LineFrom(block.OpenBrace.End).Trim().Length > 0)
            return false;
        var next = 0;
        bool blank = false, isFirst = true;
        for (var line = first + 1; line < last; line++)
        {
            var text = _source.GetLine(line);
            var trimmed = text.TrimStart();
            if (trimmed.Length == 0)
            {
                AddComments();
                blank = !isFirst;
                continue;
            }
            isFirst = false;
            if (trimmed.StartsWith("//", StringComparison.Ordinal))
            {
                if (_comments.Count == 0)
                    _commentsFollowBlank = blank;
                _comments.Add(new Row([], trimmed));
                blank = false;
                continue;
            }
            if (next == block.Members.Count || block.Members[next].Span.Start != _source.GetLineSpan(line).Start + text.Length - trimmed.Length)
                return false;
            var member = block.Members[next++];
            if (!Add(member, ref blank))
                return false;
        }
        AddComments();
        return next == block.Members.Count && _source.GetLine(last).TrimStart().StartsWith('}');
    }

    private bool Add(MemberSyntax member, ref bool blank)
    {
        var suffix = LineFrom(member.Span.End).TrimStart();
        if (suffix.Length > 0 && !suffix.StartsWith("//", StringComparison.Ordinal) && !(suffix.StartsWith("/*", StringComparison.Ordinal) && suffix.EndsWith("*/", StringComparison.Ordinal)))
            return false;
        if (Columns(member) is not { } columns || !HasAllOf(member, columns))
            return false;
        if (member is BlockAttributeSyntax attribute)
        {
            _attributes.Add((Rank(attribute.Attribute), [.. _comments], new Row(columns, suffix)));
            _comments.Clear();
        }
        else
        {
            AddComments();
            if (blank)
                StartTable();
            if (member is FieldDeclarationSyntax { Attributes.Count: > 1 } field)
                columns[2] = string.Join(" ", field.Attributes.OrderBy(Rank).Select(TextOf));
            _table.Add(new Row(columns, suffix));
        }
        blank = false;
        return true;
    }

    private static string[]? Columns(MemberSyntax member) => member switch
    {
        FieldDeclarationSyntax { Colon.IsMissing: true, Type: { } type } field => field.Attributes.Count == 0
            ? [field.Name.Text, TextOf(type)]
            : [field.Name.Text, TextOf(type), string.Join(" ", field.Attributes.Select(TextOf))],
        EnumValueSyntax { EqualsToken.IsMissing: true, Attributes.Count: 0 } value => [value.Name.Text],
        EnumValueSyntax { EqualsToken.IsMissing: true, Attributes.Count: 1 } value => [value.Name.Text, TextOf(value.Attributes[0])],
        PropertySyntax { Value: { } value } property => [property.Key.Text, "= " + TextOf(value)],
        BlockAttributeSyntax attribute => [TextOf(attribute.Attribute)],
        _ => null,
    };

    // A comment between two tokens has no place here.
    private bool HasAllOf(MemberSyntax member, string[] columns)
    {
        var position = member.Span.Start;
        foreach (var c in columns.SelectMany(column => column))
        {
            if (SyntaxFacts.IsBlank(c))
                continue;
            while (position < member.Span.End && SyntaxFacts.IsBlank(_source.Content[position]))
                position++;
            if (position == member.Span.End || _source.Content[position] != c)
                return false;
            position++;
        }
        return position == member.Span.End;
    }

    private static int Rank(AttributeSyntax attribute) =>
        Array.IndexOf(s_attributeOrder, attribute.Name.Text) is >= 0 and var rank ? rank : s_attributeOrder.Length;

    private static string TextOf(SyntaxNode node)
    {
        var text = new StringBuilder();
        Append(node, text);
        return text.ToString();
    }

    private static void Append(SyntaxNode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.Node is { } inner)
            {
                Append(inner, text);
                continue;
            }
            if (child.Token.Kind == SyntaxKind.CloseBraceToken)
                text.Append(' ');
            text.Append(child.Token.Text);
            if (child.Token.Kind is SyntaxKind.CommaToken or SyntaxKind.ColonToken or SyntaxKind.OpenBraceToken)
                text.Append(' ');
        }
    }

    private void AddComments()
    {
        if (_comments.Count == 0)
            return;
        if (_commentsFollowBlank)
            StartTable();
        _table.AddRange(_comments);
        _comments.Clear();
    }

    private void StartTable()
    {
        WriteTable();
        _table.Add(new Row([], ""));
    }

    private string Write(BlockDeclarationSyntax block)
    {
        WriteTable();
        if (_attributes.Count > 0)
            _table.Add(new Row([], ""));
        foreach (var (_, comments, attribute) in _attributes.OrderBy(attribute => attribute.Rank))
        {
            _table.AddRange(comments);
            _table.Add(attribute);
        }
        WriteTable();
        return block.Keyword.Text + " " + block.Name.Text + " {" + _source.NewLine + _text + "}";
    }

    // Prisma measures columns in bytes.
    private void WriteTable()
    {
        var widths = new int[3];
        foreach (var row in _table)
        {
            for (var i = 0; i < row.Columns.Length; i++)
                widths[i] = Math.Max(widths[i], Encoding.UTF8.GetByteCount(row.Columns[i]));
        }
        foreach (var row in _table)
        {
            if (row.Columns.Length + row.Suffix.Length > 0)
                _text.Append("  ");
            for (var i = 0; i < row.Columns.Length; i++)
            {
                _text.Append(row.Columns[i]);
                if (i + 1 < row.Columns.Length)
                    _text.Append(' ', widths[i] - Encoding.UTF8.GetByteCount(row.Columns[i]) + 1);
            }
            if (row.Columns.Length > 0 && row.Suffix.Length > 0)
                _text.Append(' ');
            _text.Append(row.Suffix).Append(_source.NewLine);
        }
        _table.Clear();
    }

    private string LineFrom(int offset) =>
        _source.ToString(TextSpan.FromBounds(offset, _source.GetLineSpan(_source.GetLinePosition(offset).Line).End));

    private sealed record Row(string[] Columns, string Suffix);
}
