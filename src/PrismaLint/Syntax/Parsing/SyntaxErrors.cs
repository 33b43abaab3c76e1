using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Text;
using Superpower.Model;
using TextSpan = PrismaLint.Text.TextSpan;

namespace PrismaLint.Syntax.Parsing;

/// <summary>The words of the syntax errors, and what is said of the commonest mistakes.</summary>
internal sealed class SyntaxErrors
{
    private readonly SourceText _source;
    private readonly List<Diagnostic> _found = [];
    private readonly List<Diagnostic> _recoveries = [];

    public SyntaxErrors(SourceText source)
    {
        _source = source;
        Repairs = new SyntaxRepairs(source);
    }

    public SyntaxRepairs Repairs { get; }

    public IReadOnlyList<Diagnostic> Found => _found;

    /// <summary>Those behind which reading went on otherwise than Prisma's would.</summary>
    public IReadOnlyList<Diagnostic> Recoveries => _recoveries;

    public int Count => _found.Count;

    /// <summary>The last error reported is one behind which reading goes on otherwise than Prisma's would.</summary>
    public void MarkRecovery() => _recoveries.Add(_found[_found.Count - 1]);

    /// <summary>Takes back what was reported from the <paramref name="count"/>-th error on.</summary>
    public void ForgetFrom(int count) => _found.RemoveRange(count, _found.Count - count);

    /// <summary>A repair by one edit that nothing else can be meant by.</summary>
    public CodeFix Replace(string title, TextSpan span, string text) => CodeFix.Safe(title, new TextEdit(_source, span, text));

    public void Report(string detail, TextSpan span, string message, string? schemaObject = null, CodeFix? fix = null) =>
        _found.Add((SyntaxDescriptors.SyntaxError.At(new Location(_source, span), message) with { Detail = detail, Object = schemaObject }).WithFix(fix));

    /// <summary>A line of a block that is no member.</summary>
    /// <param name="tokens">The tokens of the line.</param>
    /// <param name="failed">The token that does not fit.</param>
    /// <param name="expectations">What would have fitted; <see langword="null"/> where a whole member was read and more follows.</param>
    /// <param name="block">The kind of the block.</param>
    public void ReportLine(Token<SyntaxToken>[] tokens, int failed, IReadOnlyList<string>? expectations, SyntaxKind block)
    {
        var token = tokens[failed].Kind;
        var detail = block switch
        {
            SyntaxKind.EnumDeclaration => "invalid-enum-line",
            SyntaxKind.DatasourceDeclaration or SyntaxKind.GeneratorDeclaration => "invalid-configuration-line",
            _ => "invalid-member-line",
        };
        Report(detail, Visible(token), Explain(tokens, failed, expectations, block), fix: Repairs.OfLine(tokens, failed, expectations, block));
    }

    /// <summary>A name or mark as shown in a message: short, on one line.</summary>
    public static string Show(string text)
    {
        const int longest = 40;
        if (text.Length > longest)
            text = text.Remove(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest) + "…";
        return "`" + text.Replace('\n', ' ').Replace('\r', ' ') + "`";
    }

    private string Explain(Token<SyntaxToken>[] tokens, int failed, IReadOnlyList<string>? expectations, SyntaxKind block)
    {
        var token = tokens[failed].Kind;
        var found = token.Kind == SyntaxKind.EndOfLineToken ? "the end of the line" : Show(token.Text);
        var isModel = block is SyntaxKind.ModelDeclaration or SyntaxKind.ViewDeclaration or SyntaxKind.CompositeTypeDeclaration;
        switch (token.Kind)
        {
            case SyntaxKind.BadToken when token.Text == "\"":
                return $"The string{Owner(tokens, failed)} is not closed on its line";
            case SyntaxKind.BadToken when token.Text is "'" or "`":
                return $"Expected a string in double quotes, found {found}";
            case SyntaxKind.BadToken when token.Text == ";":
                return "Members end with their line, not with `;`";
            case SyntaxKind.BadToken when token.Text == "/" && StartsComment(token):
                return "A comment in `/* */` stands before a member or behind it, not inside, and is closed";
            case SyntaxKind.BadToken when token.Text == "_" && failed == 0:
                return "A name begins with a letter, found `_`";
            case SyntaxKind.CommaToken when expectations is null:
                return "Members end with their line, not with `,`";
            case SyntaxKind.CloseBraceToken when expectations is null:
                return "The `}` of a block stands on a line of its own";
            case SyntaxKind.AtAtToken when expectations is null && failed > 0:
                return $"`@@{tokens[failed + 1].Kind.Text}` stands on a line of its own, found behind {Show(tokens[0].Kind.Text)}";
            case SyntaxKind.EqualsToken when block == SyntaxKind.EnumDeclaration && failed == 1:
                return "A value of an enum has no `=`; its name in the database goes into `@map(\"…\")`";
            case SyntaxKind.EqualsToken when isModel && failed == 1:
                return $"Expected a type, found `=`: the members of this block are fields";
            case SyntaxKind.EndOfLineToken when OpenBracket(tokens, failed) is { } open:
                return $"`{open}` is not closed on its line: arguments and lists do not continue on the next one";
            case SyntaxKind.OpenParenToken when isModel && failed == 2 && tokens[1].Kind.Text == "Unsupported":
                return "`Unsupported` and its `(` stand together";
        }
        return expectations is null
            ? $"Expected the end of the line, found {found}"
            : $"Expected {expectations[0]}, found {found}";
    }

    // The member, not the string, which may be a secret.
    private static string Owner(Token<SyntaxToken>[] tokens, int failed) =>
        failed == 0 ? "" : " of " + Show(tokens[0].Kind.Kind == SyntaxKind.AtAtToken ? "@@" + tokens[1].Kind.Text : tokens[0].Kind.Text);

    private bool StartsComment(SyntaxToken token) => token.End < _source.Length && _source.Content[token.End] == '*';

    private static string? OpenBracket(Token<SyntaxToken>[] tokens, int end)
    {
        var open = new Stack<string>();
        for (var i = 0; i < end; i++)
        {
            var token = tokens[i].Kind;
            if (token.Kind is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken)
                open.Push(token.Text);
            else if (token.Kind is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken && open.Count > 0)
                open.Pop();
        }
        return open.Count > 0 ? open.Peek() : null;
    }

    // The end of a line has no width; the place is the last character before it, on the line itself.
    private TextSpan Visible(SyntaxToken token)
    {
        if (token.Kind != SyntaxKind.EndOfLineToken)
            return token.Span;
        var end = token.Start;
        while (end > 0 && SyntaxFacts.IsBlank(_source.Content[end - 1]))
            end--;
        return new TextSpan(end > 0 && !SyntaxFacts.IsLineBreak(_source.Content[end - 1]) ? end - 1 : end, end > 0 ? 1 : 0);
    }
}
