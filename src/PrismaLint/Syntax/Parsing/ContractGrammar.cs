using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Text;
using Superpower.Model;
using MemberResult = Superpower.Model.TokenListParserResult<PrismaLint.Syntax.SyntaxToken, PrismaLint.Syntax.MemberSyntax>;
using NodeResult = Superpower.Model.TokenListParserResult<PrismaLint.Syntax.SyntaxToken, PrismaLint.Syntax.SyntaxNode>;
using TextSpan = PrismaLint.Text.TextSpan;
using Tokens = Superpower.Model.TokenList<PrismaLint.Syntax.SyntaxToken>;

namespace PrismaLint.Syntax.Parsing;

/// <summary>
/// The productions of a Prisma 8 contract. Each has the shape of a Superpower parser and is written by hand, as those of
/// <see cref="MemberGrammar"/> are.
/// </summary>
/// <remarks>
/// The verdict is that of Prisma's own parser, which takes what it can and goes on: a production reports what is wrong and
/// gives what it has. It fails, and takes nothing, only where something else stands.
/// </remarks>
internal sealed partial class ContractGrammar
{
    private static readonly string[] s_value = ["a value"];
    private static readonly string[] s_colon = ["`:`"];
    private static readonly string[] s_type = ["a type"];
    private static readonly string[] s_member = ["a member"];

    private readonly SourceText _source;
    private readonly ContractScanner _scanner;
    private readonly ContractErrors _errors;

    // What is being collected, innermost on top.
    private readonly List<SyntaxNode> _declarations = [];
    private readonly List<MemberSyntax> _members = [];
    private readonly List<AttributeSyntax> _attributes = [];
    private readonly List<ArgumentSyntax> _arguments = [];
    private readonly List<ExpressionSyntax> _elements = [];
    private readonly List<ObjectMemberSyntax> _objectMembers = [];
    private readonly List<SyntaxToken> _commas = [];
    private readonly List<SyntaxToken> _typeTokens = [];

    public ContractGrammar(SourceText source, ContractScanner scanner, ContractErrors errors)
    {
        _source = source;
        _scanner = scanner;
        _errors = errors;
    }

    /// <summary>Everything up to the end of the file.</summary>
    public TokenListParserResult<SyntaxToken, IReadOnlyList<SyntaxNode>> File(Tokens input)
    {
        var rest = input;
        while (Peek(rest).Kind != SyntaxKind.EndOfFileToken)
            rest = TakeDeclaration(rest, depth: 0);
        return Value<IReadOnlyList<SyntaxNode>>(MemberGrammar.Take(_declarations, 0), input, rest);
    }

    private Tokens TakeDeclaration(Tokens input, int depth)
    {
        var count = _errors.Count;
        var hadOpenList = _errors.HasOpenList;
        var declaration = Declaration(input, depth);
        _errors.Took(count, hadOpenList);
        _declarations.Add(declaration.Value);
        return declaration.Remainder;
    }

    /// <summary>A block, or the line that is none.</summary>
    private NodeResult Declaration(Tokens input, int depth)
    {
        var word = Peek(input);
        if (word.Kind != SyntaxKind.IdentifierToken)
            return SkippedDeclaration(input);
        switch (word.Text)
        {
            case "namespace":
                return Namespace(input, depth);
            case "types":
                if (depth > 0)
                    _errors.Report("nested-namespace", word.Span, "`types` stands outside of namespaces");
                return Block(input, new SyntaxToken(SyntaxKind.TypesKeyword, word.Start, word.Text), SyntaxKind.TypesDeclaration);
            case "model":
                return Block(input, new SyntaxToken(SyntaxKind.ModelKeyword, word.Start, word.Text), SyntaxKind.ModelDeclaration);
            case "type":
                return Block(input, new SyntaxToken(SyntaxKind.TypeKeyword, word.Start, word.Text), SyntaxKind.CompositeTypeDeclaration);
            default:
                return GenericBlock(input);
        }
    }

    private NodeResult SkippedDeclaration(Tokens input)
    {
        var token = Peek(input);
        if (token.Text == "\uFEFF")
            _errors.Report("byte-order-mark", token.Span, "The file begins with a byte order mark, which Prisma does not read");
        else if (token.Kind == SyntaxKind.CloseBraceToken)
            _errors.Report("invalid-top-level-line", token.Span, "This `}` closes no block");
        else
            _errors.Report("invalid-top-level-line", Shown(token), Explain(token, $"Expected a block (`model`, `enum`, `type`, `types`, `namespace` …), found {Found(token)}"));
        var rest = SkipLine(Next(input));
        return Value<SyntaxNode>(new SkippedTextSyntax(Skipped(input, rest)), input, rest);
    }

    /// <summary><c>namespace name { … }</c></summary>
    private NodeResult Namespace(Tokens input, int depth)
    {
        var word = Peek(input);
        var keyword = new SyntaxToken(SyntaxKind.NamespaceKeyword, word.Start, word.Text);
        var rest = Next(input);
        var name = Name(ref rest);
        var nestedBefore = _nestedNamespaces;
        if (depth > 0)
        {
            _nestedNamespaces++;
            _errors.Report("nested-namespace", keyword.Span, $"The namespace {SyntaxErrors.Show(name.Text)} stands inside of another one: namespaces do not nest");
        }
        else if (name.Text == "__unspecified__")
        {
            _errors.Report("reserved-namespace", name.Span, $"`{name.Text}` is reserved for what stands outside of namespaces");
        }
        var first = _declarations.Count;
        if (!OpensBody(keyword, name, rest) || depth >= MemberGrammar.MaximumDepth)
        {
            if (depth >= MemberGrammar.MaximumDepth)
                rest = Peek(rest).Kind == SyntaxKind.OpenBraceToken ? Next(rest) : rest;
            var skippedFrom = rest;
            rest = SkipLine(rest);
            SyntaxNode[] skipped = rest.Position == skippedFrom.Position ? [] : [new SkippedTextSyntax(Skipped(skippedFrom, rest))];
            var brace = skippedFrom.Position > 0 && LastToken(skippedFrom).Kind == SyntaxKind.OpenBraceToken ? LastToken(skippedFrom) : default;
            return Value<SyntaxNode>(new NamespaceDeclarationSyntax(keyword, name, brace, skipped, default), input, rest);
        }
        var open = Peek(rest);
        rest = Next(rest);
        while (Peek(rest).Kind is not (SyntaxKind.CloseBraceToken or SyntaxKind.EndOfFileToken))
            rest = TakeDeclaration(rest, depth + 1);
        // A namespace inside of an open one is the same mistake: its brace is what the other one misses.
        var close = CloseBrace(ref rest, keyword, name, isExplained: _nestedNamespaces != nestedBefore);
        return Value<SyntaxNode>(new NamespaceDeclarationSyntax(keyword, name, open, MemberGrammar.Take(_declarations, first), close), input, rest);
    }

    private int _nestedNamespaces;

    /// <summary><c>model</c>, <c>type</c> or <c>types</c>.</summary>
    private NodeResult Block(Tokens input, SyntaxToken keyword, SyntaxKind kind)
    {
        var rest = Next(input);
        var name = kind == SyntaxKind.TypesDeclaration ? default : Name(ref rest);
        return Body(input, rest, keyword, name, kind, OpensBody(keyword, name, rest, needsName: kind != SyntaxKind.TypesDeclaration));
    }

    /// <summary>Any other keyword; which ones mean something is not for the grammar to say.</summary>
    private NodeResult GenericBlock(Tokens input)
    {
        var keyword = Peek(input);
        var rest = Next(input);
        var name = default(SyntaxToken);
        if (Peek(rest).Kind == SyntaxKind.IdentifierToken && Peek(Next(rest)).Kind == SyntaxKind.OpenBraceToken)
            name = Name(ref rest);
        if (Misspelt(keyword, name, rest) is { } meant)
        {
            _errors.Report(
                "unknown-block",
                keyword.Span,
                $"No kind of block is called {SyntaxErrors.Show(keyword.Text)}; the nearest is `{meant}`",
                name.Text,
                CodeFix.Safe($"Replace `{keyword.Text}` with `{meant}`", new TextEdit(_source, keyword.Span, meant)));
            return Body(input, rest, keyword, name, meant == "model" ? SyntaxKind.ModelDeclaration : SyntaxKind.CompositeTypeDeclaration, opens: true);
        }
        var kind = keyword.Text switch
        {
            "enum" or "native_enum" => SyntaxKind.EnumDeclaration,
            "view" => SyntaxKind.ViewDeclaration,
            "datasource" => SyntaxKind.DatasourceDeclaration,
            "generator" => SyntaxKind.GeneratorDeclaration,
            _ => SyntaxKind.GenericBlock,
        };
        return Body(input, rest, keyword, name, kind, OpensBody(keyword, name, rest, needsName: false));
    }

    // Extensions bring keywords of their own; but where fields follow, a word near `model` or `type` was meant to be it.
    private string? Misspelt(SyntaxToken keyword, SyntaxToken name, Tokens body)
    {
        if (name.IsMissing)
            return null;
        var meant = NearestName.Distance(keyword.Text, "model") <= 2 ? "model" : NearestName.Distance(keyword.Text, "type") == 1 ? "type" : null;
        if (meant is null)
            return null;
        var first = Next(body);
        return Peek(first).Kind == SyntaxKind.IdentifierToken && Peek(Next(first)).Kind == SyntaxKind.IdentifierToken && !BreaksLine(Next(first)) ? meant : null;
    }

    private NodeResult Body(Tokens input, Tokens at, SyntaxToken keyword, SyntaxToken name, SyntaxKind kind, bool opens)
    {
        var rest = at;
        if (!opens)
        {
            rest = SkipLine(rest);
            MemberSyntax[] skipped = rest.Position == at.Position ? [] : [new SkippedTextSyntax(Skipped(at, rest))];
            return Value<SyntaxNode>(new BlockDeclarationSyntax(kind, keyword, name, default, skipped, default), input, rest);
        }
        var open = Peek(rest);
        rest = Next(rest);
        var first = _members.Count;
        var close = default(SyntaxToken);
        while (true)
        {
            if (Peek(rest).Kind is SyntaxKind.CloseBraceToken or SyntaxKind.EndOfFileToken)
            {
                close = CloseBrace(ref rest, keyword, name, isExplained: false);
                break;
            }
            if (StandsAtHeader(rest))
            {
                var header = TextSpan.FromBounds(Peek(rest).Start, Peek(rest).End);
                _errors.Report("unclosed-block", header, $"The block {Describe(keyword, name)} is still open here: its `}}` is missing", name.Text);
                break;
            }
            var count = _errors.Count;
            var hadOpenList = _errors.HasOpenList;
            var member = Member(rest, kind, keyword.Text);
            _errors.Took(count, hadOpenList);
            _members.Add(member.Value);
            rest = member.Remainder;
        }
        return Value<SyntaxNode>(new BlockDeclarationSyntax(kind, keyword, name, open, MemberGrammar.Take(_members, first), close), input, rest);
    }

    private MemberResult Member(Tokens input, SyntaxKind block, string keyword)
    {
        if (Peek(input).Kind == SyntaxKind.AtAtToken && block != SyntaxKind.TypesDeclaration)
        {
            var attribute = Attribute(input);
            return Value<MemberSyntax>(new BlockAttributeSyntax(attribute.Value), input, attribute.Remainder);
        }
        var member = block switch
        {
            SyntaxKind.ModelDeclaration or SyntaxKind.CompositeTypeDeclaration or SyntaxKind.ViewDeclaration => Field(input),
            SyntaxKind.TypesDeclaration => NamedType(input),
            _ => Entry(input, block == SyntaxKind.EnumDeclaration, takesAttributes: keyword == "enum"),
        };
        return member.HasValue ? member : SkippedMember(input, block);
    }

    private MemberResult SkippedMember(Tokens input, SyntaxKind block)
    {
        var token = Peek(input);
        var (detail, expected) = block switch
        {
            SyntaxKind.ModelDeclaration or SyntaxKind.CompositeTypeDeclaration or SyntaxKind.ViewDeclaration =>
                ("invalid-member-line", "a field or `@@` attribute"),
            SyntaxKind.TypesDeclaration => ("invalid-types-entry", "a name and its type"),
            SyntaxKind.EnumDeclaration => ("invalid-enum-line", "a value's name or `@@` attribute"),
            _ => ("invalid-block-entry", "a key or `@@` attribute"),
        };
        var isComma = token.Kind == SyntaxKind.CommaToken;
        _errors.Report(detail, Shown(token), isComma ? "Nothing separates the members of a block, found `,`" : Explain(token, $"Expected {expected}, found {Found(token)}"));
        var rest = SkipLine(Next(input));
        return Value<MemberSyntax>(new SkippedTextSyntax(Skipped(input, rest)), input, rest);
    }

    /// <summary><c>name Type @attribute …</c></summary>
    private MemberResult Field(Tokens input)
    {
        var name = Peek(input);
        if (name.Kind != SyntaxKind.IdentifierToken)
            return Fail<MemberSyntax>(input, s_member);
        var rest = Next(input);
        var colon = default(SyntaxToken);
        var next = Peek(rest);
        if (next.Kind == SyntaxKind.ColonToken)
        {
            _errors.Report("field-colon", next.Span, $"No `:` stands between the field `{name.Text}` and its type");
            colon = next;
            rest = Next(rest);
        }
        else if (next.Kind == SyntaxKind.OpenBracketToken && Peek(Next(rest)).Kind == SyntaxKind.IdentifierToken)
        {
            _errors.Report("list-brackets-around", TextSpan.FromBounds(next.Start, Peek(Next(rest)).End), $"The brackets of a list stand behind its type: `{Peek(Next(rest)).Text}[]`");
        }
        else if (next.Kind != SyntaxKind.IdentifierToken)
        {
            _errors.Report("field-without-type", name.Span, $"The field `{name.Text}` has no type");
        }
        var type = Type(rest);
        if (type.HasValue)
            rest = type.Remainder;
        var attributes = Attributes(rest);
        return Value<MemberSyntax>(new FieldDeclarationSyntax(name, colon, type.HasValue ? type.Value : null, attributes.Value), input, attributes.Remainder);
    }

    /// <summary><c>Name = Type @attribute …</c></summary>
    private MemberResult NamedType(Tokens input)
    {
        var name = Peek(input);
        if (name.Kind != SyntaxKind.IdentifierToken)
            return Fail<MemberSyntax>(input, s_member);
        var rest = Next(input);
        var equals = default(SyntaxToken);
        if (Peek(rest).Kind == SyntaxKind.EqualsToken)
        {
            equals = Peek(rest);
            rest = Next(rest);
        }
        else
        {
            _errors.Report("invalid-types-entry", name.Span, $"Expected `=` and a type behind `{name.Text}`, found {Found(Peek(rest))}");
        }
        var type = Type(rest);
        if (type.HasValue)
            rest = type.Remainder;
        var attributes = Attributes(rest);
        return Value<MemberSyntax>(new NamedTypeSyntax(name, equals, type.HasValue ? type.Value : null, attributes.Value), input, attributes.Remainder);
    }

    /// <summary><c>key</c> or <c>key = value</c>; attributes behind it in an enum.</summary>
    private MemberResult Entry(Tokens input, bool isValue, bool takesAttributes)
    {
        var key = Peek(input);
        if (key.Kind != SyntaxKind.IdentifierToken)
            return Fail<MemberSyntax>(input, s_member);
        var rest = Next(input);
        var equals = default(SyntaxToken);
        ExpressionSyntax? value = null;
        if (Peek(rest).Kind == SyntaxKind.EqualsToken)
        {
            equals = Peek(rest);
            rest = Next(rest);
            var found = Expression(rest, 0);
            if (found.HasValue)
                (value, rest) = (found.Value, found.Remainder);
            else
                _errors.Report("entry-without-value", equals.Span, $"Expected a value for `{key.Text}`, found {Found(Peek(rest))}");
        }
        if (!isValue)
            return Value<MemberSyntax>(new PropertySyntax(key, equals, value), input, rest);
        IReadOnlyList<AttributeSyntax> attributes = [];
        if (takesAttributes)
        {
            var found = Attributes(rest);
            (attributes, rest) = (found.Value, found.Remainder);
        }
        return Value<MemberSyntax>(new EnumValueSyntax(key, attributes, equals, value), input, rest);
    }

    private bool OpensBody(SyntaxToken keyword, SyntaxToken name, Tokens at, bool needsName = true)
    {
        var opens = Peek(at).Kind == SyntaxKind.OpenBraceToken;
        if (needsName && name.IsMissing)
            _errors.Report("block-without-name", keyword.Span, $"The block `{keyword.Text}` has no name");
        else if (!opens)
            _errors.Report("invalid-block-header", LastToken(at).Span, $"Expected `{{` behind {Describe(keyword, name)}, found {Found(Peek(at))}");
        return opens;
    }

    private SyntaxToken CloseBrace(ref Tokens rest, SyntaxToken keyword, SyntaxToken name, bool isExplained)
    {
        var close = Peek(rest);
        if (close.Kind == SyntaxKind.CloseBraceToken)
        {
            _errors.TookBrace();
            rest = Next(rest);
            return close;
        }
        if (!isExplained)
            _errors.Report("unclosed-block", keyword.Span, $"The block {Describe(keyword, name)} is not closed: its `}}` is missing", name.Text);
        return default;
    }

    // `model Name {` at the start of a line, where only members may stand: a brace is missing before it.
    private bool StandsAtHeader(Tokens at)
    {
        if (Peek(at) is not { Kind: SyntaxKind.IdentifierToken } word || !BreaksLine(at))
            return false;
        var next = Next(at);
        return word.Text == "types"
            ? Peek(next).Kind == SyntaxKind.OpenBraceToken
            : word.Text is "model" or "type" or "enum" or "native_enum" or "namespace" or "view" or "datasource" or "generator"
                && Peek(next).Kind == SyntaxKind.IdentifierToken && Peek(Next(next)).Kind == SyntaxKind.OpenBraceToken;
    }

    private static string Describe(SyntaxToken keyword, SyntaxToken name) => name.IsMissing ? $"`{keyword.Text}`" : $"`{keyword.Text} {name.Text}`";

    private string Explain(SyntaxToken token, string otherwise) => token switch
    {
        { Kind: SyntaxKind.BadToken, Text: "/" } when token.End < _source.Length && _source.Content[token.End] == '*' =>
            "A contract has no comments in `/* */`, only those behind `//`",
        { Kind: SyntaxKind.BadToken, Text: ";" } => "Nothing separates the members of a block, found `;`",
        _ => otherwise,
    };

    // A string may be long, and open to the end of the file.
    private static TextSpan Shown(SyntaxToken token) => token.Kind == SyntaxKind.StringLiteralToken ? new TextSpan(token.Start, 1) : token.Span;

    // The first token of a later line, a `}` or the end of the file.
    private Tokens SkipLine(Tokens input)
    {
        var rest = input;
        while (Peek(rest).Kind is not (SyntaxKind.CloseBraceToken or SyntaxKind.EndOfFileToken) && !BreaksLine(rest))
            rest = Next(rest);
        return rest;
    }

    // A line break stands between the token and the one before it.
    private bool BreaksLine(Tokens at)
    {
        var text = _source.Content;
        for (var i = at.Position == 0 ? 0 : LastToken(at).End; i < Peek(at).Start; i++)
        {
            if (SyntaxFacts.IsLineBreak(text[i]))
                return true;
        }
        return false;
    }

    private SyntaxToken Skipped(Tokens from, Tokens to)
    {
        var start = Peek(from).Start;
        var end = LastToken(to).End;
        return new SyntaxToken(SyntaxKind.SkippedTextToken, start, _source.Content.Substring(start, end - start));
    }

    // A name of several parts is one token in the tree, as in schemas.
    private SyntaxToken Joined(SyntaxToken first, SyntaxToken last) =>
        new(SyntaxKind.PathToken, first.Start, _source.Content.Substring(first.Start, last.End - first.Start));

    private SyntaxToken Peek(Tokens input) => _scanner.Buffer[input.Position].Kind;

    private SyntaxToken LastToken(Tokens input) => _scanner.Buffer[input.Position - 1].Kind;

    private Tokens Next(Tokens input) => Peek(input).Kind == SyntaxKind.EndOfFileToken ? input : _scanner.Behind(input);

    private static TokenListParserResult<SyntaxToken, T> Value<T>(T value, Tokens location, Tokens remainder) =>
        TokenListParserResult.Value(value, location, remainder);

    private static TokenListParserResult<SyntaxToken, T> Fail<T>(Tokens remainder, string[] expectations) =>
        TokenListParserResult.Empty<SyntaxToken, T>(remainder, expectations);
}
