using System;
using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Text;
using Superpower;
using TextSpan = PrismaLint.Text.TextSpan;

namespace PrismaLint.Syntax.Parsing;

/// <summary>
/// Reads a whole file, line by line: blocks, their members, and what is neither. Never fails; a line that is not
/// understood becomes a <see cref="SkippedTextSyntax"/> with one diagnostic, and reading goes on with the next.
/// </summary>
/// <remarks>
/// Verdicts are those of Prisma's grammar, an ordered choice without second thoughts. Recovery is better: a block header
/// also ends the block before it, so that a lost brace costs one message. Where that was done, a second, literal reading
/// tells what Prisma makes of the file: there a block ends at a brace at the start of a line and nowhere else, one that never
/// ends is no block, and a misspelt keyword opens none.
/// </remarks>
internal sealed class SchemaParser
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly LineScanner _scanner;
    private readonly MemberGrammar _grammar;
    private readonly SyntaxErrors _errors;
    private readonly List<SyntaxNode> _topLevel = [];
    private readonly List<MemberSyntax> _members = [];
    private readonly TokenListParser<SyntaxToken, MemberSyntax> _modelMember;
    private readonly TokenListParser<SyntaxToken, MemberSyntax> _enumMember;
    private readonly TokenListParser<SyntaxToken, MemberSyntax> _property;
    // Each unclosed block is read to the end of the file in vain; nobody writes so many that this matters.
    private const int MaxForgottenBlocks = 100;

    private readonly bool _isLiteral;
    private int _forgottenBlocks;
    private int _position;

    private SchemaParser(SourceText source, bool isLiteral)
    {
        _source = source;
        _isLiteral = isLiteral;
        _text = source.Content;
        _scanner = new LineScanner(_text);
        _grammar = new MemberGrammar(_scanner);
        _errors = new SyntaxErrors(source);
        _modelMember = _grammar.ModelMember;
        _enumMember = _grammar.EnumMember;
        _property = _grammar.Property;
    }

    public static SyntaxTree Parse(SourceText source) => new SchemaParser(source, isLiteral: false).ParseFile();

    /// <summary>The reading without recovery, the one that Prisma's validator works on.</summary>
    public static SyntaxTree ParseLiterally(SourceText source) => new SchemaParser(source, isLiteral: true).ParseFile();

    private SyntaxTree ParseFile()
    {
        while (SkipToContent())
            ParseTopLevel();
        var root = new SchemaSyntax(_topLevel.ToArray(), new SyntaxToken(SyntaxKind.EndOfFileToken, _text.Length, ""));
        return new SyntaxTree(_source, root, _errors.Found, _errors.Recoveries);
    }

    // Past blanks, line breaks and comments; false at the end of the file.
    private bool SkipToContent()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (SyntaxFacts.IsBlank(c) || SyntaxFacts.IsLineBreak(c))
            {
                _position++;
            }
            else if (c == '/' && _position + 1 < _text.Length && _text[_position + 1] == '/')
            {
                _position = LineEnd(_position);
            }
            else if (c == '/' && _position + 1 < _text.Length && _text[_position + 1] == '*' && _scanner.BlockCommentEnd(_position) is var end and >= 0)
            {
                _position = end;
            }
            else
            {
                return true;
            }
        }
        return false;
    }

    private void ParseTopLevel()
    {
        var start = _position;
        _scanner.Scan(start, onlyHeader: true);
        var header = BlockHeader.Read(_scanner.Buffer);
        if (header is { Kind: SyntaxKind.TypeAlias })
        {
            ParseTypeAlias(header);
        }
        else if (header is { OpenBrace.Kind: SyntaxKind.OpenBraceToken } && LineEnd(header.OpenBrace.End) < _text.Length)
        {
            if (header.Kind != SyntaxKind.UnknownBlock)
                ParseBlock(header);
            else if (header.Name.IsMissing)
                ParseUnknownBlock(header);
            else if (_isLiteral)
                SkipTopLevelLine(start, header);
            else if (BlockHeader.NearestKeyword(header.Keyword.Text) is { } meant)
                ParseMisspeltBlock(header, meant);
            else
                ParseUnknownBlock(header);
        }
        else
        {
            SkipTopLevelLine(start, header);
        }
    }

    private void ParseBlock(BlockHeader header)
    {
        var parse = header.Kind switch
        {
            SyntaxKind.EnumDeclaration => _enumMember,
            SyntaxKind.DatasourceDeclaration or SyntaxKind.GeneratorDeclaration => _property,
            _ => _modelMember,
        };
        if (_isLiteral && (header.OpenBrace.End > LastClosingBrace || _forgottenBlocks > MaxForgottenBlocks))
        {
            ForgetBlock(header);
            return;
        }
        _members.Clear();
        var errorsBefore = _errors.Count;
        var close = default(SyntaxToken);
        _position = LineEnd(header.OpenBrace.End);
        while (SkipToContent())
        {
            var start = _position;
            if (_text[start] == '}')
            {
                close = new SyntaxToken(SyntaxKind.CloseBraceToken, start, "}");
                _position = start + 1;
                break;
            }
            if (!_isLiteral && BlockHeader.StandsAt(_text, start))
            {
                ReportUnclosed(header, start);
                FinishBlock(header, close);
                return;
            }
            _scanner.Scan(start);
            var result = parse(_scanner.Tokens);
            if (result.HasValue && _scanner.Buffer[result.Remainder.Position].Kind.Kind == SyntaxKind.EndOfLineToken)
            {
                _members.Add(result.Value);
                _position = _scanner.LineEnd;
                continue;
            }
            _errors.ReportLine(_scanner.Buffer, result.Remainder.Position, result.HasValue ? null : result.Expectations, header.Kind);
            var closes = !_isLiteral && result.HasValue && ClosesBlockHere(result.Remainder.Position);
            SkipMemberLine(start);
            if (closes)
            {
                _errors.MarkRecovery();
                FinishBlock(header, close);
                return;
            }
        }
        if (close.IsMissing && _isLiteral)
        {
            _errors.ForgetFrom(errorsBefore);
            ForgetBlock(header);
            return;
        }
        if (close.IsMissing)
        {
            _errors.Report("unclosed-block", header.Keyword.Span, $"The block {Describe(header)} has no `}}` on a line of its own", header.Name.Text, CloseBlock(header));
            _errors.MarkRecovery();
        }
        FinishBlock(header, close);
    }

    // A block that never ends is none: its first line is read again without the keyword, and then the lines behind it.
    private void ForgetBlock(BlockHeader header)
    {
        _forgottenBlocks++;
        var start = header.Keyword.Start;
        _position = start;
        _scanner.Scan(start, onlyHeader: true);
        var tokens = _scanner.Buffer;
        if (tokens[1].Kind.Kind == SyntaxKind.OpenBraceToken)
            ParseUnknownBlock(new BlockHeader(SyntaxKind.UnknownBlock, tokens[0].Kind, default, tokens[1].Kind));
        else
            SkipTopLevelLine(start, header);
    }

    private int _lastClosingBrace = -2;

    // The last brace that may close a block: at the start of a line, or behind a comment. Behind it no block is worth trying.
    private int LastClosingBrace
    {
        get
        {
            if (_lastClosingBrace == -2)
            {
                var at = _text.Length;
                do
                {
                    at = at > 0 ? _text.LastIndexOf('}', at - 1) : -1;
                }
                while (at > 0 && !MayClose(at));
                _lastClosingBrace = at;
            }
            return _lastClosingBrace;
        }
    }

    private bool MayClose(int brace)
    {
        var before = brace - 1;
        while (before >= 0 && SyntaxFacts.IsBlank(_text[before]))
            before--;
        return before < 0 || SyntaxFacts.IsLineBreak(_text[before]) || _text[before] == '/';
    }

    // `id Int @id }`: Prisma reads on, to the next brace at a line's start. Where only another block follows, the brace
    // was meant to close this one, and saying so a second time at that block would help nobody.
    private bool ClosesBlockHere(int failed)
    {
        var tokens = _scanner.Buffer;
        if (tokens[failed].Kind.Kind != SyntaxKind.CloseBraceToken || tokens[failed + 1].Kind.Kind != SyntaxKind.EndOfLineToken)
            return false;
        var before = _position;
        _position = _scanner.LineEnd;
        var atHeader = !SkipToContent() || BlockHeader.StandsAt(_text, _position);
        _position = before;
        return atHeader;
    }

    private void FinishBlock(BlockHeader header, SyntaxToken close)
    {
        var block = new BlockDeclarationSyntax(header.Kind, header.Keyword, header.Name, header.OpenBrace, _members.ToArray(), close);
        SyntaxChecks.Check(block, _errors);
        _topLevel.Add(block);
    }

    private void ReportUnclosed(BlockHeader header, int place)
    {
        var end = place;
        while (end < _text.Length && !SyntaxFacts.IsBlank(_text[end]))
            end++;
        var swallowed = HasBraceOnItsLine(header);
        _errors.Report(
            "unclosed-block",
            TextSpan.FromBounds(place, end),
            swallowed
                ? $"The block {Describe(header)} is still open here: a `}}` on the line of its `{{` is not read"
                : $"The block {Describe(header)} is still open here: its `}}` is missing",
            header.Name.Text,
            CloseBlock(header));
        _errors.MarkRecovery();
    }

    // `enum E { A }`: what stands there would be lost.
    private CodeFix? CloseBlock(BlockHeader header) => HasBraceOnItsLine(header)
        ? null
        : _errors.Repairs.CloseBlock(_members.Count > 0 ? _members[_members.Count - 1].Span.End : header.OpenBrace.End);

    private bool HasBraceOnItsLine(BlockHeader header) =>
        _text.IndexOf('}', header.OpenBrace.End, LineEnd(header.OpenBrace.End) - header.OpenBrace.End) >= 0;

    private static string Describe(BlockHeader header) => $"`{header.Keyword.Text} {header.Name.Text}`";

    // Read as the kind that was meant, so that what refers to it is understood; the binder marks it as broken.
    private void ParseMisspeltBlock(BlockHeader header, string meant)
    {
        var word = header.Keyword;
        _errors.Report(
            "unknown-block",
            word.Span,
            $"No kind of block is called {SyntaxErrors.Show(word.Text)}; the nearest is `{meant}`",
            header.Name.Text,
            CodeFix.Safe($"Replace `{word.Text}` with `{meant}`", new TextEdit(_source, word.Span, meant)));
        _errors.MarkRecovery();
        ParseBlock(header.MeantAs(meant));
    }

    private void ParseUnknownBlock(BlockHeader header)
    {
        var bodyStart = LineEnd(header.OpenBrace.End);
        var closeAt = NextCloseBrace(bodyStart);
        if (closeAt < 0)
        {
            SkipTopLevelLine(header.Keyword.Start, header);
            return;
        }
        var word = header.Keyword.Text;
        if (SyntaxFacts.IsBlockKeyword(word))
        {
            _errors.Report("block-without-name", header.Keyword.Span, $"The block `{word}` has no name");
        }
        else
        {
            var near = BlockHeader.NearestKeyword(word);
            _errors.Report(
                "unknown-block",
                header.Keyword.Span,
                $"No kind of block is called {SyntaxErrors.Show(word)}" + (near is null ? "" : $"; the nearest is `{near}`"));
            if (!header.Name.IsMissing)
                _errors.MarkRecovery();
        }
        _members.Clear();
        var contentStart = bodyStart;
        while (contentStart < closeAt && (SyntaxFacts.IsBlank(_text[contentStart]) || SyntaxFacts.IsLineBreak(_text[contentStart])))
            contentStart++;
        if (contentStart < closeAt)
        {
            var contentEnd = closeAt;
            while (SyntaxFacts.IsBlank(_text[contentEnd - 1]) || SyntaxFacts.IsLineBreak(_text[contentEnd - 1]))
                contentEnd--;
            _members.Add(Skipped(contentStart, contentEnd));
        }
        var close = new SyntaxToken(SyntaxKind.CloseBraceToken, closeAt, "}");
        _topLevel.Add(new BlockDeclarationSyntax(SyntaxKind.UnknownBlock, header.Keyword, header.Name, header.OpenBrace, _members.ToArray(), close));
        _position = closeAt + 1;
    }

    private void ParseTypeAlias(BlockHeader header)
    {
        _scanner.Scan(header.OpenBrace.End);
        var type = _grammar.Type(_scanner.Tokens);
        if (!type.HasValue)
        {
            SkipTopLevelLine(header.Keyword.Start, header);
            return;
        }
        var attributes = _grammar.Attributes(type.Remainder);
        var alias = new TypeAliasSyntax(header.Keyword, header.Name, header.OpenBrace, type.Value, attributes.HasValue ? attributes.Value : []);
        _topLevel.Add(alias);
        _errors.Report(
            "type-alias",
            alias.Span,
            $"Type aliases are no longer part of the schema language: `{header.Name.Text}` declares nothing",
            header.Name.Text);
        _position = alias.Span.End;
        SkipBlanks();
        if (_position < _text.Length && !SyntaxFacts.IsLineBreak(_text[_position]) && _text[_position] != '/')
        {
            // The same line, the same mistake: one message is enough.
            var end = LineEnd(_position);
            _topLevel.Add(Skipped(_position, end));
            _position = end;
        }
    }

    private void SkipTopLevelLine(int start, BlockHeader? header)
    {
        var end = LineEnd(start);
        var contentEnd = end;
        while (contentEnd > start && SyntaxFacts.IsBlank(_text[contentEnd - 1]))
            contentEnd--;
        var (detail, message) = ExplainTopLevel(start, header);
        var first = _scanner.Buffer[0].Kind;
        var span = first.Kind == SyntaxKind.EndOfLineToken || first.Start != start ? new TextSpan(start, Math.Min(1, contentEnd - start)) : first.Span;
        var fix = detail switch
        {
            "byte-order-mark" => _errors.Replace("Remove the byte order mark", new TextSpan(start, 1), ""),
            "invalid-block-header" => _errors.Repairs.JoinBrace(contentEnd),
            _ => null,
        };
        _errors.Report(detail, span, message, fix: fix);
        _topLevel.Add(Skipped(start, contentEnd));
        _position = end;
    }

    private (string Detail, string Message) ExplainTopLevel(int start, BlockHeader? header)
    {
        if (_text[start] == '\uFEFF')
            return ("byte-order-mark", "The file begins with a byte order mark, which Prisma does not read");
        if (header is null)
        {
            return _text[start] == '}'
                ? ("invalid-top-level-line", "This `}` closes no block")
                : ("invalid-top-level-line", $"Expected a block (`model`, `enum`, `type`, `view`, `datasource`, `generator`), found {SyntaxErrors.Show(FirstWord(start))}");
        }
        if (header.Kind is SyntaxKind.None && SyntaxFacts.IsBlockKeyword(header.Keyword.Text))
            return ("invalid-block-header", $"Expected a name and `{{` behind `{header.Keyword.Text}` on the same line");
        if (!header.OpenBrace.IsMissing)
            return ("unclosed-block", $"The block `{header.Keyword.Text}` has no `}}` on a line of its own");
        return ("invalid-top-level-line", $"Expected a block (`model`, `enum`, `type`, `view`, `datasource`, `generator`), found {SyntaxErrors.Show(header.Keyword.Text)}");
    }

    private string FirstWord(int start)
    {
        var end = start;
        while (end < _text.Length && end - start < 60 && !SyntaxFacts.IsBlank(_text[end]) && !SyntaxFacts.IsLineBreak(_text[end]))
            end++;
        return _text.Substring(start, end - start);
    }

    private void SkipMemberLine(int start)
    {
        var end = LineEnd(start);
        var contentEnd = end;
        while (contentEnd > start && SyntaxFacts.IsBlank(_text[contentEnd - 1]))
            contentEnd--;
        _members.Add(Skipped(start, contentEnd));
        _position = end;
    }

    private SkippedTextSyntax Skipped(int start, int end) =>
        new(new SyntaxToken(SyntaxKind.SkippedTextToken, start, _text.Substring(start, end - start)));

    private int _nextCloseBrace = -1;

    // Cached, since many unclosed blocks would otherwise search the rest of the file many times over.
    private int NextCloseBrace(int from)
    {
        if (_nextCloseBrace < from && _nextCloseBrace != int.MaxValue)
        {
            var found = _text.IndexOf('}', from);
            _nextCloseBrace = found < 0 ? int.MaxValue : found;
        }
        return _nextCloseBrace == int.MaxValue ? -1 : _nextCloseBrace;
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && SyntaxFacts.IsBlank(_text[_position]))
            _position++;
    }

    private int LineEnd(int position)
    {
        while (position < _text.Length && !SyntaxFacts.IsLineBreak(_text[position]))
            position++;
        return position;
    }
}
