using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Text;
using Superpower.Model;
using MemberResult = Superpower.Model.TokenListParserResult<PrismaLint.Syntax.SyntaxToken, PrismaLint.Syntax.MemberSyntax>;
using NodeResult = Superpower.Model.TokenListParserResult<PrismaLint.Syntax.SyntaxToken, PrismaLint.Syntax.SyntaxNode>;
using TextSpan = PrismaLint.Text.TextSpan;
using Tokens = Superpower.Model.TokenList<PrismaLint.Syntax.SyntaxToken>;

namespace PrismaLint.Syntax.Parsing;

/// <content>Types, the names that they are made of, and attributes.</content>
internal sealed partial class ContractGrammar
{
    /// <summary><c>space:namespace.Name(arguments)[]?</c></summary>
    private TokenListParserResult<SyntaxToken, TypeSyntax> Type(Tokens input)
    {
        var tokens = _typeTokens;
        tokens.Clear();
        var rest = input;
        var name = Peek(rest);
        if (name.Kind == SyntaxKind.OpenBracketToken && Peek(Next(rest)).Kind == SyntaxKind.IdentifierToken)
            return LegacyList(input);
        if (name.Kind is not (SyntaxKind.IdentifierToken or SyntaxKind.OpenBracketToken or SyntaxKind.QuestionToken))
            return Fail<TypeSyntax>(input, s_type);
        ArgumentListSyntax? arguments = null;
        var nameTokens = 0;
        if (name.Kind == SyntaxKind.IdentifierToken)
        {
            tokens.Add(name);
            rest = Next(rest);
            name = Segments(ref rest, SyntaxKind.ColonToken, name);
            name = Segments(ref rest, SyntaxKind.DotToken, name);
            nameTokens = tokens.Count;
            if (Peek(rest).Kind == SyntaxKind.OpenParenToken)
            {
                var list = ArgumentList(rest, 0);
                (arguments, rest) = (list.Value, list.Remainder);
            }
        }
        var modifier = Modifier(ref rest, name.Text);
        if (nameTokens == 0)
            // `[]` and `?` without a name: the field has no type, and that has been said.
            return Value<TypeSyntax>(new QualifiedTypeSyntax(tokens.ToArray(), default, null, modifier, []), input, rest);
        if (nameTokens == 1 && arguments is null)
            return Value(new TypeSyntax(name, default, modifier, tokens.Count == 1 ? null : tokens.ToArray()), input, rest);
        var all = tokens.ToArray();
        SyntaxToken[] behind = new SyntaxToken[all.Length - nameTokens];
        System.Array.Copy(all, nameTokens, behind, 0, behind.Length);
        System.Array.Resize(ref all, nameTokens);
        return Value<TypeSyntax>(new QualifiedTypeSyntax(all, name, arguments, modifier, behind), input, rest);
    }

    private TypeModifier Modifier(ref Tokens rest, string typeName)
    {
        var isList = false;
        if (Peek(rest).Kind == SyntaxKind.OpenBracketToken)
        {
            isList = true;
            Accept(ref rest);
            if (Peek(rest).Kind == SyntaxKind.CloseBracketToken)
                Accept(ref rest);
            else
                _errors.ListStaysOpen(Peek(rest), "`]`");
        }
        if (Peek(rest).Kind == SyntaxKind.QuestionToken)
        {
            Accept(ref rest);
            return isList ? TypeModifier.OptionalList : TypeModifier.Optional;
        }
        if (Peek(rest) is { Kind: SyntaxKind.BadToken, Text: "!" } mark && mark.Start == LastToken(rest).End)
        {
            _errors.Report("required-mark", mark.Span, $"A field is required without a mark: `{typeName}`, not `{typeName}!`");
            Accept(ref rest);
            return TypeModifier.LegacyRequired;
        }
        return isList ? TypeModifier.List : TypeModifier.Required;

        void Accept(ref Tokens at)
        {
            _typeTokens.Add(Peek(at));
            at = Next(at);
        }
    }

    private TokenListParserResult<SyntaxToken, TypeSyntax> LegacyList(Tokens input)
    {
        var tokens = _typeTokens;
        var rest = Next(input);
        var name = Peek(rest);
        tokens.Add(Peek(input));
        tokens.Add(name);
        rest = Next(rest);
        if (Peek(rest).Kind == SyntaxKind.CloseBracketToken)
        {
            tokens.Add(Peek(rest));
            rest = Next(rest);
        }
        return Value(new TypeSyntax(name, default, TypeModifier.LegacyList, tokens.ToArray()), input, rest);
    }

    // The answer is the last name. A name has one colon and one dot at most.
    private SyntaxToken Segments(ref Tokens rest, SyntaxKind separator, SyntaxToken name)
    {
        for (var count = 1; Peek(rest).Kind == separator; count++)
        {
            var mark = Peek(rest);
            _typeTokens.Add(mark);
            rest = Next(rest);
            if (count > 1)
                _errors.Report("invalid-qualified-name", mark.Span, $"A name has one `{mark.Text}` at most");
            if (Peek(rest).Kind == SyntaxKind.IdentifierToken)
            {
                name = Peek(rest);
                _typeTokens.Add(name);
                rest = Next(rest);
            }
            else
            {
                _errors.Report("invalid-qualified-name", mark.Span, $"Expected a name behind `{mark.Text}`, found {Found(Peek(rest))}");
            }
        }
        return name;
    }

    /// <summary>Any number of <c>@attribute</c>.</summary>
    private TokenListParserResult<SyntaxToken, IReadOnlyList<AttributeSyntax>> Attributes(Tokens input)
    {
        var rest = input;
        while (Peek(rest).Kind == SyntaxKind.AtToken)
        {
            var attribute = Attribute(rest);
            _attributes.Add(attribute.Value);
            rest = attribute.Remainder;
        }
        return Value<IReadOnlyList<AttributeSyntax>>(MemberGrammar.Take(_attributes, 0), input, rest);
    }

    private TokenListParserResult<SyntaxToken, AttributeSyntax> Attribute(Tokens input)
    {
        var at = Peek(input);
        var rest = Next(input);
        var name = Peek(rest);
        if (name.Kind == SyntaxKind.IdentifierToken)
        {
            _typeTokens.Clear();
            _typeTokens.Add(name);
            rest = Next(rest);
            Segments(ref rest, SyntaxKind.ColonToken, name);
            Segments(ref rest, SyntaxKind.DotToken, name);
            if (_typeTokens.Count > 1)
                name = Joined(name, _typeTokens[_typeTokens.Count - 1]);
        }
        else
        {
            _errors.Report("attribute-without-name", at.Span, $"Expected an attribute's name behind `{at.Text}`, found {Found(name)}");
            name = default;
        }
        if (Peek(rest).Kind != SyntaxKind.OpenParenToken)
            return Value(new AttributeSyntax(at, name, null), input, rest);
        var arguments = ArgumentList(rest, 0);
        return Value(new AttributeSyntax(at, name, arguments.Value), input, arguments.Remainder);
    }

    private SyntaxToken Name(ref Tokens rest)
    {
        var name = Peek(rest);
        if (name.Kind != SyntaxKind.IdentifierToken)
            return default;
        rest = Next(rest);
        return name;
    }
}
