using Superpower.Model;
using ExpressionResult = Superpower.Model.TokenListParserResult<PrismaLint.Syntax.SyntaxToken, PrismaLint.Syntax.ExpressionSyntax>;
using TextSpan = PrismaLint.Text.TextSpan;
using Tokens = Superpower.Model.TokenList<PrismaLint.Syntax.SyntaxToken>;

namespace PrismaLint.Syntax.Parsing;

/// <content>Arguments and values: what nests, and so what has a depth.</content>
internal sealed partial class ContractGrammar
{
    /// <summary><c>( argument, … )</c>. Prisma asks for neither the arguments nor the closing parenthesis.</summary>
    private TokenListParserResult<SyntaxToken, ArgumentListSyntax> ArgumentList(Tokens input, int depth)
    {
        var open = Peek(input);
        var rest = Next(input);
        var firstArgument = _arguments.Count;
        var firstComma = _commas.Count;
        while (Peek(rest).Kind is not (SyntaxKind.CloseParenToken or SyntaxKind.EndOfFileToken))
        {
            var argument = Argument(rest, depth);
            if (argument.HasValue)
            {
                _arguments.Add(argument.Value);
                rest = argument.Remainder;
            }
            if (Peek(rest).Kind != SyntaxKind.CommaToken)
                break;
            _commas.Add(Peek(rest));
            rest = Next(rest);
        }
        var close = default(SyntaxToken);
        if (Peek(rest).Kind == SyntaxKind.CloseParenToken)
        {
            close = Peek(rest);
            rest = Next(rest);
        }
        else
        {
            _errors.ListStaysOpen(Peek(rest), "`,` or `)`");
        }
        return Value(new ArgumentListSyntax(open, MemberGrammar.Take(_arguments, firstArgument), MemberGrammar.Take(_commas, firstComma), close), input, rest);
    }

    private TokenListParserResult<SyntaxToken, ArgumentSyntax> Argument(Tokens input, int depth)
    {
        var name = default(SyntaxToken);
        var colon = default(SyntaxToken);
        var rest = input;
        if (Peek(rest).Kind == SyntaxKind.IdentifierToken && Peek(Next(rest)).Kind == SyntaxKind.ColonToken)
        {
            name = Peek(rest);
            rest = Next(rest);
            colon = Peek(rest);
            rest = Next(rest);
        }
        var value = Expression(rest, depth);
        if (value.HasValue)
            return Value(new ArgumentSyntax(name, colon, value.Value), input, value.Remainder);
        return name.IsMissing ? Fail<ArgumentSyntax>(input, s_value) : Value(new ArgumentSyntax(name, colon, null), input, rest);
    }

    private ExpressionResult Expression(Tokens input, int depth)
    {
        var token = Peek(input);
        switch (token.Kind)
        {
            case SyntaxKind.StringLiteralToken:
                if (token.Text[0] == '`')
                    _errors.Report("untagged-backtick-string", token.Span, "A string in backticks follows a tag, as in `` sql`now()` ``");
                return Value<ExpressionSyntax>(new LiteralExpressionSyntax(CheckedString(token)), input, Next(input));
            case SyntaxKind.NumericLiteralToken:
                return Value<ExpressionSyntax>(new LiteralExpressionSyntax(token), input, Next(input));
            case SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken or SyntaxKind.IdentifierToken when depth > MemberGrammar.MaximumDepth:
                _errors.Report("value-too-deep", token.Span, $"Values nest no deeper than {MemberGrammar.MaximumDepth} levels");
                return Fail<ExpressionSyntax>(input, s_value);
            case SyntaxKind.OpenBracketToken:
                return Array(input, depth);
            case SyntaxKind.OpenBraceToken:
                return Object(input, depth);
            case SyntaxKind.IdentifierToken:
                return CallOrTaggedOrName(input, depth);
            default:
                return Fail<ExpressionSyntax>(input, s_value);
        }
    }

    // One dot is looked over, no more: `a.b` alone is no value.
    private ExpressionResult CallOrTaggedOrName(Tokens input, int depth)
    {
        var name = Peek(input);
        var rest = Next(input);
        if (Peek(rest).Kind == SyntaxKind.DotToken && Peek(Next(rest)).Kind == SyntaxKind.IdentifierToken
            && Peek(Next(Next(rest))).Kind is SyntaxKind.OpenParenToken or SyntaxKind.StringLiteralToken)
        {
            name = Joined(name, Peek(Next(rest)));
            rest = Next(Next(rest));
        }
        switch (Peek(rest).Kind)
        {
            case SyntaxKind.StringLiteralToken:
                return Value<ExpressionSyntax>(new TaggedLiteralExpressionSyntax(name, CheckedString(Peek(rest))), input, Next(rest));
            case SyntaxKind.OpenParenToken:
                var arguments = ArgumentList(rest, depth + 1);
                return Value<ExpressionSyntax>(new CallExpressionSyntax(name, arguments.Value), input, arguments.Remainder);
            default:
                return Value<ExpressionSyntax>(new PathExpressionSyntax(name), input, rest);
        }
    }

    private ExpressionResult Array(Tokens input, int depth)
    {
        var open = Peek(input);
        var rest = Next(input);
        var firstElement = _elements.Count;
        var firstComma = _commas.Count;
        while (Peek(rest).Kind is not (SyntaxKind.CloseBracketToken or SyntaxKind.EndOfFileToken))
        {
            var element = Expression(rest, depth + 1);
            if (!element.HasValue)
                break;
            _elements.Add(element.Value);
            rest = element.Remainder;
            if (Peek(rest).Kind != SyntaxKind.CommaToken)
                break;
            _commas.Add(Peek(rest));
            rest = Next(rest);
        }
        var close = default(SyntaxToken);
        if (Peek(rest).Kind == SyntaxKind.CloseBracketToken)
        {
            close = Peek(rest);
            rest = Next(rest);
        }
        else
        {
            _errors.ListStaysOpen(Peek(rest), "`,` or `]`");
        }
        return Value<ExpressionSyntax>(new ArrayExpressionSyntax(open, MemberGrammar.Take(_elements, firstElement), MemberGrammar.Take(_commas, firstComma), close), input, rest);
    }

    private ExpressionResult Object(Tokens input, int depth)
    {
        var open = Peek(input);
        var rest = Next(input);
        var firstMember = _objectMembers.Count;
        var firstComma = _commas.Count;
        var isWhole = true;
        while (Peek(rest).Kind is not (SyntaxKind.CloseBraceToken or SyntaxKind.EndOfFileToken))
        {
            var member = ObjectMember(rest, depth);
            isWhole &= member.HasValue;
            rest = member.Remainder;
            if (member.HasValue)
                _objectMembers.Add(member.Value);
            if (Peek(rest).Kind == SyntaxKind.CommaToken)
            {
                _commas.Add(Peek(rest));
                rest = Next(rest);
            }
            else if (Peek(rest).Kind == SyntaxKind.IdentifierToken)
            {
                isWhole = false;
                _errors.Report("invalid-object", Peek(rest).Span, $"Expected `,` or `}}`, found {SyntaxErrors.Show(Peek(rest).Text)}");
            }
            else
            {
                break;
            }
        }
        var close = default(SyntaxToken);
        if (Peek(rest).Kind == SyntaxKind.CloseBraceToken)
        {
            close = Peek(rest);
            rest = Next(rest);
        }
        else
        {
            isWhole = false;
            _errors.Report("invalid-object", open.Span, "The object is not closed: its `}` is missing");
        }
        var members = MemberGrammar.Take(_objectMembers, firstMember);
        var commas = MemberGrammar.Take(_commas, firstComma);
        return Value<ExpressionSyntax>(
            isWhole ? new ObjectExpressionSyntax(open, members, commas, close) : new SkippedExpressionSyntax(Skipped(input, rest)), input, rest);
    }

    // Where it fails, what was read of it stands before the remainder: the object becomes one piece of text.
    private TokenListParserResult<SyntaxToken, ObjectMemberSyntax> ObjectMember(Tokens input, int depth)
    {
        var key = Peek(input);
        var rest = input;
        if (key.Kind is SyntaxKind.IdentifierToken or SyntaxKind.StringLiteralToken)
        {
            if (key.Kind == SyntaxKind.StringLiteralToken)
                CheckedString(key);
            rest = Next(rest);
        }
        if (Peek(rest).Kind != SyntaxKind.ColonToken)
        {
            _errors.Report("invalid-object", key.Kind == SyntaxKind.EndOfFileToken ? LastToken(rest).Span : key.Span, $"Expected a key and `:`, found {Found(key)}");
            // Prisma takes the value all the same, unless it is the next key.
            if (!(Peek(rest).Kind == SyntaxKind.IdentifierToken && Peek(Next(rest)).Kind == SyntaxKind.ColonToken) && Expression(rest, depth + 1) is { HasValue: true } value)
                rest = value.Remainder;
            return Fail<ObjectMemberSyntax>(rest, s_colon);
        }
        var colon = Peek(rest);
        rest = Next(rest);
        var found = Expression(rest, depth + 1);
        if (found.HasValue && key.Kind is SyntaxKind.IdentifierToken or SyntaxKind.StringLiteralToken)
            return Value(new ObjectMemberSyntax(key, colon, found.Value), input, found.Remainder);
        if (found.HasValue)
            return Fail<ObjectMemberSyntax>(found.Remainder, s_colon);
        _errors.Report("invalid-object", colon.Span, $"Expected a value behind `:`, found {Found(Peek(rest))}");
        return Fail<ObjectMemberSyntax>(rest, s_value);
    }

    private SyntaxToken CheckedString(SyntaxToken literal)
    {
        if (!ContractScanner.IsTerminated(literal.Text))
        {
            var message = literal.Text[0] == '`' ? "The string in backticks is not closed" : "The string is not closed on its line";
            _errors.Report("unclosed-string", new TextSpan(literal.Start, 1), message);
        }
        return literal;
    }

    private static string Found(SyntaxToken token) => token.Kind == SyntaxKind.EndOfFileToken ? "the end of the file" : SyntaxErrors.Show(token.Text);
}
