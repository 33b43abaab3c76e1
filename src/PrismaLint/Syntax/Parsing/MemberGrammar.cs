using System.Collections.Generic;
using Superpower.Model;
using MemberResult = Superpower.Model.TokenListParserResult<PrismaLint.Syntax.SyntaxToken, PrismaLint.Syntax.MemberSyntax>;
using Tokens = Superpower.Model.TokenList<PrismaLint.Syntax.SyntaxToken>;

namespace PrismaLint.Syntax.Parsing;

/// <summary>
/// The productions of one line. Each has the shape of a Superpower parser and is written by hand: the member grammar is
/// what a parse spends its time in, and combinators were measured 60 times slower on it.
/// </summary>
/// <remarks>Where a production fails, the remainder of its result stands at the token that does not fit.</remarks>
internal sealed partial class MemberGrammar
{
    /// <summary>Values nest no deeper. Prisma has no limit; a hostile file must not exhaust the stack.</summary>
    internal const int MaximumDepth = 200;

    private static readonly string[] s_name = ["a field or `@@` attribute"];
    private static readonly string[] s_valueName = ["a value's name or `@@` attribute"];
    private static readonly string[] s_key = ["a property"];
    private static readonly string[] s_equals = ["`=`"];
    private static readonly string[] s_type = ["a type"];
    private static readonly string[] s_attributeName = ["an attribute's name"];
    private static readonly string[] s_value = ["a value"];
    private static readonly string[] s_closeParen = ["`)`"];
    private static readonly string[] s_commaOrParen = ["`,` or `)`"];
    private static readonly string[] s_commaOrBracket = ["`,` or `]`"];
    private static readonly string[] s_commaOrBrace = ["`,` or `}`"];
    private static readonly string[] s_closeBracket = ["`]`"];
    private static readonly string[] s_objectKey = ["a key"];
    private static readonly string[] s_colon = ["`:`"];
    private static readonly string[] s_openParen = ["`(`"];
    private static readonly string[] s_depth = ["a value that nests less deeply"];

    private readonly LineScanner _scanner;

    // What is being collected, innermost on top. A list for each node would be garbage as soon as the node is made.
    private readonly List<AttributeSyntax> _attributes = [];
    private readonly List<ArgumentSyntax> _arguments = [];
    private readonly List<ExpressionSyntax> _elements = [];
    private readonly List<ObjectMemberSyntax> _objectMembers = [];
    private readonly List<SyntaxToken> _commas = [];
    private readonly List<SyntaxToken> _typeTokens = [];

    public MemberGrammar(LineScanner scanner) => _scanner = scanner;

    /// <summary><c>name Type @attribute …</c> or <c>@@attribute</c></summary>
    public MemberResult ModelMember(Tokens input)
    {
        if (Peek(input).Kind == SyntaxKind.AtAtToken)
            return BlockAttribute(input);
        var name = Peek(input);
        if (!IsIdentifier(name))
            return Fail<MemberSyntax>(input, s_name);
        var rest = Next(input);
        var colon = default(SyntaxToken);
        if (Peek(rest).Kind == SyntaxKind.ColonToken)
        {
            colon = Peek(rest);
            rest = Next(rest);
        }
        TypeSyntax? type = null;
        if (Peek(rest).Kind is not (SyntaxKind.AtToken or SyntaxKind.EndOfLineToken))
        {
            var found = Type(rest);
            if (!found.HasValue)
                return Cast<TypeSyntax, MemberSyntax>(found);
            type = found.Value;
            rest = found.Remainder;
        }
        var attributes = Attributes(rest);
        if (!attributes.HasValue)
            return Cast<IReadOnlyList<AttributeSyntax>, MemberSyntax>(attributes);
        return Value<MemberSyntax>(new FieldDeclarationSyntax(name, colon, type, attributes.Value), input, attributes.Remainder);
    }

    /// <summary><c>VALUE @attribute …</c> or <c>@@attribute</c></summary>
    public MemberResult EnumMember(Tokens input)
    {
        if (Peek(input).Kind == SyntaxKind.AtAtToken)
            return BlockAttribute(input);
        var name = Peek(input);
        if (!IsIdentifier(name))
            return Fail<MemberSyntax>(input, s_valueName);
        var attributes = Attributes(Next(input));
        if (!attributes.HasValue)
            return Cast<IReadOnlyList<AttributeSyntax>, MemberSyntax>(attributes);
        return Value<MemberSyntax>(new EnumValueSyntax(name, attributes.Value), input, attributes.Remainder);
    }

    /// <summary><c>key = value</c></summary>
    public MemberResult Property(Tokens input)
    {
        var key = Peek(input);
        if (!IsIdentifier(key))
            return Fail<MemberSyntax>(input, s_key);
        var rest = Next(input);
        var equals = Peek(rest);
        if (equals.Kind != SyntaxKind.EqualsToken)
            return Fail<MemberSyntax>(rest, s_equals);
        rest = Next(rest);
        if (Peek(rest).Kind == SyntaxKind.EndOfLineToken)
            return Value<MemberSyntax>(new PropertySyntax(key, equals, null), input, rest);
        ForgetFailures();
        var value = Expression(rest, 0);
        if (!value.HasValue)
            return Cast<ExpressionSyntax, MemberSyntax>(value);
        return Value<MemberSyntax>(new PropertySyntax(key, equals, value.Value), input, value.Remainder);
    }

    /// <summary><c>Type?</c>, <c>Type[]</c>, <c>Unsupported("…")</c> and the forms of old.</summary>
    public TokenListParserResult<SyntaxToken, TypeSyntax> Type(Tokens input)
    {
        var tokens = _typeTokens;
        tokens.Clear();
        var rest = input;
        if (Peek(rest).Kind == SyntaxKind.OpenBracketToken)
        {
            tokens.Add(Peek(rest));
            var inner = BaseType(Next(rest), tokens, out var innerName, out var innerText);
            if (!inner.HasValue)
                return Cast<SyntaxToken, TypeSyntax>(inner);
            rest = inner.Remainder;
            if (Peek(rest).Kind != SyntaxKind.CloseBracketToken)
                return Fail<TypeSyntax>(rest, s_closeBracket);
            tokens.Add(Peek(rest));
            return Value(new TypeSyntax(innerName, innerText, TypeModifier.LegacyList, tokens.ToArray()), input, Next(rest));
        }
        var found = BaseType(rest, tokens, out var name, out var unsupported);
        if (!found.HasValue)
            return Cast<SyntaxToken, TypeSyntax>(found);
        rest = found.Remainder;
        var modifier = TypeModifier.Required;
        var mark = Peek(rest);
        if (mark.Kind == SyntaxKind.OpenBracketToken && Peek(Next(rest)) is { Kind: SyntaxKind.CloseBracketToken } close && close.Start == mark.End)
        {
            modifier = TypeModifier.List;
            tokens.Add(mark);
            tokens.Add(close);
            rest = Next(Next(rest));
            if (Peek(rest).Kind == SyntaxKind.QuestionToken)
            {
                modifier = TypeModifier.OptionalList;
                tokens.Add(Peek(rest));
                rest = Next(rest);
            }
        }
        else if (mark.Kind is SyntaxKind.QuestionToken or SyntaxKind.ExclamationToken)
        {
            modifier = mark.Kind == SyntaxKind.QuestionToken ? TypeModifier.Optional : TypeModifier.LegacyRequired;
            tokens.Add(mark);
            rest = Next(rest);
        }
        return Value(new TypeSyntax(name, unsupported, modifier, tokens.Count == 1 ? null : tokens.ToArray()), input, rest);
    }

    /// <summary>Any number of <c>@attribute</c>.</summary>
    public TokenListParserResult<SyntaxToken, IReadOnlyList<AttributeSyntax>> Attributes(Tokens input)
    {
        ForgetFailures();
        var rest = input;
        while (Peek(rest).Kind == SyntaxKind.AtToken)
        {
            var attribute = Attribute(rest);
            if (!attribute.HasValue)
                return Cast<AttributeSyntax, IReadOnlyList<AttributeSyntax>>(attribute);
            _attributes.Add(attribute.Value);
            rest = attribute.Remainder;
        }
        return Value<IReadOnlyList<AttributeSyntax>>(Take(_attributes, 0), input, rest);
    }

    private MemberResult BlockAttribute(Tokens input)
    {
        var attribute = Attribute(input);
        return attribute.HasValue
            ? Value<MemberSyntax>(new BlockAttributeSyntax(attribute.Value), input, attribute.Remainder)
            : Cast<AttributeSyntax, MemberSyntax>(attribute);
    }

    private TokenListParserResult<SyntaxToken, AttributeSyntax> Attribute(Tokens input)
    {
        var at = Peek(input);
        var rest = Next(input);
        var name = Peek(rest);
        if (!IsPath(name))
            return Fail<AttributeSyntax>(rest, s_attributeName);
        rest = Next(rest);
        if (Peek(rest).Kind != SyntaxKind.OpenParenToken)
            return Value(new AttributeSyntax(at, name, null), input, rest);
        var arguments = ArgumentList(rest, 0);
        return arguments.HasValue
            ? Value(new AttributeSyntax(at, name, arguments.Value), input, arguments.Remainder)
            : Cast<ArgumentListSyntax, AttributeSyntax>(arguments);
    }

    private TokenListParserResult<SyntaxToken, SyntaxToken> BaseType(
        Tokens input, List<SyntaxToken> tokens, out SyntaxToken name, out SyntaxToken unsupportedText)
    {
        name = Peek(input);
        unsupportedText = default;
        if (!IsIdentifier(name))
            return Fail<SyntaxToken>(input, s_type);
        var rest = Next(input);
        tokens.Add(name);
        if (name.Text == "Unsupported" && Peek(rest) is { Kind: SyntaxKind.OpenParenToken } open && open.Start == name.End)
        {
            var text = Peek(Next(rest));
            if (text.Kind != SyntaxKind.StringLiteralToken)
                return Fail<SyntaxToken>(Next(rest), s_value);
            var close = Peek(Next(Next(rest)));
            if (close.Kind != SyntaxKind.CloseParenToken)
                return Fail<SyntaxToken>(Next(Next(rest)), s_closeParen);
            unsupportedText = text;
            tokens.Add(open);
            tokens.Add(text);
            tokens.Add(close);
            rest = Next(Next(Next(rest)));
        }
        return Value(name, input, rest);
    }

    // A production that fails leaves behind what it has collected.
    private void ForgetFailures()
    {
        _attributes.Clear();
        _arguments.Clear();
        _elements.Clear();
        _objectMembers.Clear();
        _commas.Clear();
    }

    // Off the stack: what was collected since its length was `first`.
    internal static T[] Take<T>(List<T> collected, int first)
    {
        var count = collected.Count - first;
        if (count == 0)
            return [];
        var taken = new T[count];
        collected.CopyTo(first, taken, 0, count);
        collected.RemoveRange(first, count);
        return taken;
    }

    private SyntaxToken Peek(Tokens input) => _scanner.Buffer[input.Position].Kind;

    // The end of the line is a token that nothing steps over, so there always is a next one to look at.
    private Tokens Next(Tokens input) => Peek(input).Kind == SyntaxKind.EndOfLineToken ? input : _scanner.Behind(input);

    internal static bool IsIdentifier(SyntaxToken token) =>
        token.Kind == SyntaxKind.IdentifierToken || (token.Kind == SyntaxKind.NumericLiteralToken && token.Text.IndexOf('.') < 0);

    private static bool IsPath(SyntaxToken token) =>
        token.Kind is SyntaxKind.IdentifierToken or SyntaxKind.PathToken or SyntaxKind.NumericLiteralToken;

    private static TokenListParserResult<SyntaxToken, T> Value<T>(T value, Tokens location, Tokens remainder) =>
        TokenListParserResult.Value(value, location, remainder);

    private static TokenListParserResult<SyntaxToken, T> Fail<T>(Tokens remainder, string[] expectations) =>
        TokenListParserResult.Empty<SyntaxToken, T>(remainder, expectations);

    private static TokenListParserResult<SyntaxToken, U> Cast<T, U>(TokenListParserResult<SyntaxToken, T> failed) =>
        TokenListParserResult.CastEmpty<SyntaxToken, T, U>(failed);
}
