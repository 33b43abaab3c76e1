using System;
using System.Collections.Generic;
using PrismaLint.Sql;

namespace PrismaLint.Migrations;

/// <summary>
/// The statements in a <c>DO</c> block, whatever hangs on their running: <c>BEGIN ALTER TABLE …; EXCEPTION WHEN duplicate_object THEN null; END</c> is how
/// people write IF NOT EXISTS where SQL has none.
/// </summary>
internal static class DoBlock
{
    private static readonly string[] s_verbs = ["create ", "alter ", "drop "];

    public static IEnumerable<SqlStatement> Read(DoStatement block)
    {
        var body = block.Body;
        var open = body.IndexOf('$') is 0 ? body.IndexOf('$', 1) : 0;
        if (open < 0 || body.Length < 2 * (open + 1))
            yield break;
        var text = body.Substring(open + 1, body.Length - 2 * (open + 1));
        foreach (var statement in SqlScript.Parse("", text).Statements)
        {
            var inner = text.Substring(statement.Span.Start, statement.Span.Length);
            // Behind BEGIN, THEN or ELSE; what is behind EXECUTE is a string, and not followed.
            if (FindVerb(inner) is { } start)
            {
                foreach (var found in SqlScript.Parse("", inner.Substring(start)).Statements)
                    yield return found;
            }
        }
    }

    private static int? FindVerb(string text)
    {
        int? first = null;
        foreach (var verb in s_verbs)
        {
            var at = text.IndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || char.IsWhiteSpace(text[at - 1])) && (first is null || at < first) && text.LastIndexOf('\'', at) < 0)
                first = at;
        }
        return first;
    }
}
