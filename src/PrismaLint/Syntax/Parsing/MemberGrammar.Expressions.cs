using System.Collections.Generic;
using Superpower.Model;
using MemberResult = Superpower.Model.TokenListParserResult<PrismaLint.Syntax.SyntaxToken, PrismaLint.Syntax.MemberSyntax>;
using Tokens = Superpower.Model.TokenList<PrismaLint.Syntax.SyntaxToken>;

namespace PrismaLint.Syntax.Parsing;

/// <content>Arguments and values: what nests, and so what has a depth.</content>
internal sealed partial class MemberGrammar
{
    private TokenListParserResult<SyntaxToken, ArgumentListSyntax> ArgumentList(Tokens input, int depth)
    {
        var open = Peek(input);
        var rest = Next(input);
        var firstArgument = _arguments.Count;
        var firstComma = _commas.Count;
        if (Peek(rest).Kind == SyntaxKind.CommaToken)
        {
            // `(,)` is an empty list with a trailing comma.
            _commas.Add(Peek(rest));
            rest = Next(rest);
            if (Peek(rest).Kind != SyntaxKind.CloseParenToken)
                return Fail<ArgumentListSyntax>(rest, s_closeParen);
        }
        while (Peek(rest).Kind != SyntaxKind.CloseParenToken)
        {
            var argument = Argument(rest, depth);
            if (!argument.HasValue)
                return Cast<ArgumentSyntax, ArgumentListSyntax>(argument);
            _arguments.Add(argument.Value);
            rest = argument.Remainder;
            if (Peek(rest).Kind == SyntaxKind.CommaToken)
            {
                _commas.Add(Peek(rest));
                rest = Next(rest);
            }
            else if (Peek(rest).Kind != SyntaxKind.CloseParenToken)
            {
                return Fail<ArgumentListSyntax>(rest, s_commaOrParen);
            }
        }
        var list = new ArgumentListSyntax(open, Take(_arguments, firstArgument), Take(_commas, firstComma), Peek(rest));
        return Value(list, input, Next(rest));
    }

    private TokenListParserResult<SyntaxToken, ArgumentSyntax> Argument(Tokens input, int depth)
    {
        var name = default(SyntaxToken);
        var colon = default(SyntaxToken);
        var rest = input;
        if (IsIdentifier(Peek(rest)) && Peek(Next(rest)).Kind == SyntaxKind.ColonToken)
        {
            name = Peek(rest);
            rest = Next(rest);
            colon = Peek(rest);
            rest = Next(rest);
            if (Peek(rest).Kind is SyntaxKind.CommaToken or SyntaxKind.CloseParenToken)
                return Value(new ArgumentSyntax(name, colon, null), input, rest);
        }
        var value = Expression(rest, depth);
        return value.HasValue
            ? Value(new ArgumentSyntax(name, colon, value.Value), input, value.Remainder)
            : Cast<ExpressionSyntax, ArgumentSyntax>(value);
    }

    private TokenListParserResult<SyntaxToken, ExpressionSyntax> Expression(Tokens input, int depth)
    {
        if (depth > MaximumDepth)
            return Fail<ExpressionSyntax>(input, s_depth);
        var token = Peek(input);
        switch (token.Kind)
        {
            case SyntaxKind.StringLiteralToken:
                return Value<ExpressionSyntax>(new LiteralExpressionSyntax(token), input, Next(input));
            case SyntaxKind.MinusToken:
                return NegativeNumber(input, token);
            case SyntaxKind.NumericLiteralToken or SyntaxKind.IdentifierToken or SyntaxKind.PathToken:
                return PathOrCall(input, token, depth);
            case SyntaxKind.OpenBracketToken:
                return Array(input, depth);
            case SyntaxKind.OpenBraceToken:
                return Object(input, depth);
            default:
                return Fail<ExpressionSyntax>(input, s_value);
        }
    }

    private TokenListParserResult<SyntaxToken, ExpressionSyntax> NegativeNumber(Tokens input, SyntaxToken minus)
    {
        var rest = Next(input);
        var digits = Peek(rest);
        if (digits.Kind != SyntaxKind.NumericLiteralToken || digits.Start != minus.End)
            return Fail<ExpressionSyntax>(rest, s_value);
        var number = new SyntaxToken(SyntaxKind.NumericLiteralToken, minus.Start, "-" + digits.Text);
        return Value<ExpressionSyntax>(new LiteralExpressionSyntax(number), input, Next(rest));
    }

    private TokenListParserResult<SyntaxToken, ExpressionSyntax> PathOrCall(Tokens input, SyntaxToken token, int depth)
    {
        var rest = Next(input);
        if (Peek(rest).Kind == SyntaxKind.OpenParenToken)
        {
            var arguments = ArgumentList(rest, depth + 1);
            return arguments.HasValue
                ? Value<ExpressionSyntax>(new CallExpressionSyntax(token, arguments.Value), input, arguments.Remainder)
                : Cast<ArgumentListSyntax, ExpressionSyntax>(arguments);
        }
        if (token.Kind == SyntaxKind.NumericLiteralToken)
            return Value<ExpressionSyntax>(new LiteralExpressionSyntax(token), input, rest);
        // `1a` is a function's name at most: read as a value, its digits would be a number with letters behind it.
        return SyntaxFacts.IsAsciiDigit(token.Text[0])
            ? Fail<ExpressionSyntax>(rest, s_openParen)
            : Value<ExpressionSyntax>(new PathExpressionSyntax(token), input, rest);
    }

    private TokenListParserResult<SyntaxToken, ExpressionSyntax> Array(Tokens input, int depth)
    {
        var open = Peek(input);
        var rest = Next(input);
        var firstElement = _elements.Count;
        var firstComma = _commas.Count;
        if (Peek(rest).Kind != SyntaxKind.CloseBracketToken)
        {
            while (true)
            {
                var element = Expression(rest, depth + 1);
                if (!element.HasValue)
                    return element;
                _elements.Add(element.Value);
                rest = element.Remainder;
                if (Peek(rest).Kind == SyntaxKind.CloseBracketToken)
                    break;
                if (Peek(rest).Kind != SyntaxKind.CommaToken)
                    return Fail<ExpressionSyntax>(rest, s_commaOrBracket);
                _commas.Add(Peek(rest));
                rest = Next(rest);
            }
        }
        var array = new ArrayExpressionSyntax(open, Take(_elements, firstElement), Take(_commas, firstComma), Peek(rest));
        return Value<ExpressionSyntax>(array, input, Next(rest));
    }

    private TokenListParserResult<SyntaxToken, ExpressionSyntax> Object(Tokens input, int depth)
    {
        var open = Peek(input);
        var rest = Next(input);
        var firstMember = _objectMembers.Count;
        var firstComma = _commas.Count;
        if (Peek(rest).Kind != SyntaxKind.CloseBraceToken)
        {
            while (true)
            {
                var key = Peek(rest);
                if (!IsIdentifier(key))
                    return Fail<ExpressionSyntax>(rest, s_objectKey);
                rest = Next(rest);
                var colon = Peek(rest);
                if (colon.Kind != SyntaxKind.ColonToken)
                    return Fail<ExpressionSyntax>(rest, s_colon);
                var value = Expression(Next(rest), depth + 1);
                if (!value.HasValue)
                    return value;
                _objectMembers.Add(new ObjectMemberSyntax(key, colon, value.Value));
                rest = value.Remainder;
                if (Peek(rest).Kind == SyntaxKind.CloseBraceToken)
                    break;
                if (Peek(rest).Kind != SyntaxKind.CommaToken)
                    return Fail<ExpressionSyntax>(rest, s_commaOrBrace);
                _commas.Add(Peek(rest));
                rest = Next(rest);
            }
        }
        var found = new ObjectExpressionSyntax(open, Take(_objectMembers, firstMember), Take(_commas, firstComma), Peek(rest));
        return Value<ExpressionSyntax>(found, input, Next(rest));
    }
}
