using System;
using System.Collections.Generic;
using Superpower.Model;
using TextSpan = PrismaLint.Text.TextSpan;

namespace PrismaLint.Sql.Parsing;

/// <summary>Cuts a script into statements and has each read.</summary>
internal static class ScriptParser
{
    // Where a parenthesis was never closed, a line that begins so is the next statement.
    private static readonly HashSet<string> s_openers = new(StringComparer.OrdinalIgnoreCase) { "create", "alter", "drop", "insert", "update", "delete", "begin", "commit", "truncate" };

    public static IReadOnlyList<SqlStatement> Parse(string text)
    {
        var tokens = SqlScanner.Scan(text);
        var statements = new List<SqlStatement>();
        for (var start = 0; start < tokens.Length;)
        {
            if (tokens[start].Kind == SqlTokenKind.PsqlLine)
            {
                statements.Add(new PsqlStatement { Span = Span(tokens, start, start + 1), Verb = "" });
                start++;
                continue;
            }
            var (end, hasSemicolon) = FindEnd(text, tokens, start);
            if (end == start)
            {
                // A semicolon alone is a statement of nothing.
                statements.Add(new OpaqueStatement { Span = Span(tokens, start, start + 1) });
                start++;
                continue;
            }
            var next = hasSemicolon ? end + 1 : end;
            var statement = StatementGrammar.Read(text, tokens, start, end);
            statements.Add(statement with { Span = Span(tokens, start, next), Verb = VerbOf(text, tokens, start, end) });
            start = next;
        }
        return statements;
    }

    public static IReadOnlyList<TextSpan> Comments(string text)
    {
        var comments = new List<TextSpan>();
        var end = 0;
        foreach (var token in SqlScanner.Scan(text))
        {
            var start = token.Span.Position.Absolute;
            if (start > end)
                comments.AddRange(SqlScanner.Comments(text, end, start));
            end = start + token.Span.Length;
        }
        comments.AddRange(SqlScanner.Comments(text, end, text.Length));
        return comments;
    }

    private static (int End, bool HasSemicolon) FindEnd(string text, Token<SqlTokenKind>[] tokens, int start)
    {
        var depth = 0;
        // The body of a function in standard SQL holds statements: BEGIN ATOMIC … END.
        var blocks = 0;
        for (var i = start; i < tokens.Length; i++)
        {
            switch (tokens[i].Kind)
            {
                case SqlTokenKind.OpenParen:
                    depth++;
                    break;
                case SqlTokenKind.CloseParen:
                    depth = Math.Max(0, depth - 1);
                    break;
                case SqlTokenKind.Semicolon when depth == 0 && blocks == 0:
                    return (i, true);
                case SqlTokenKind.Semicolon when depth > 0 && IsOpener(text, tokens, i + 1):
                    return (i, true);
                case SqlTokenKind.PsqlLine when depth == 0 && blocks == 0:
                    return (i, false);
                case SqlTokenKind.Word when Is(text, tokens, i, "atomic") && i > start && Is(text, tokens, i - 1, "begin"):
                    blocks++;
                    break;
                case SqlTokenKind.Word when blocks > 0 && Is(text, tokens, i, "case"):
                    blocks++;
                    break;
                case SqlTokenKind.Word when blocks > 0 && Is(text, tokens, i, "end"):
                    blocks--;
                    break;
            }
        }
        return (tokens.Length, false);
    }

    private static bool IsOpener(string text, Token<SqlTokenKind>[] tokens, int index) =>
        index < tokens.Length
        && tokens[index].Kind == SqlTokenKind.Word
        && s_openers.Contains(tokens[index].ToStringValue())
        && text.LastIndexOf('\n', tokens[index].Span.Position.Absolute) > tokens[index - 1].Span.Position.Absolute;

    private static bool Is(string text, Token<SqlTokenKind>[] tokens, int index, string word)
    {
        var span = tokens[index].Span;
        return span.Length == word.Length && string.Compare(text, span.Position.Absolute, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    private static TextSpan Span(Token<SqlTokenKind>[] tokens, int start, int end)
    {
        var last = tokens[end - 1].Span;
        return TextSpan.FromBounds(tokens[start].Span.Position.Absolute, last.Position.Absolute + last.Length);
    }

    private static string VerbOf(string text, Token<SqlTokenKind>[] tokens, int start, int end)
    {
        var verb = "";
        for (var i = start; i < Math.Min(end, start + 3) && tokens[i].Kind == SqlTokenKind.Word; i++)
            verb += (verb.Length > 0 ? " " : "") + text.Substring(tokens[i].Span.Position.Absolute, tokens[i].Span.Length).ToUpperInvariant();
        return verb;
    }
}
