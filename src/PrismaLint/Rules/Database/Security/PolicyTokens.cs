using System.Collections.Generic;
using System.Text;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Cuts an expression, as <c>pg_get_expr</c> prints it, into pieces.</summary>
internal static class PolicyTokens
{
    private const string Operators = "+-*/<>=~!@#%^&|`?:";

    public static List<PolicyToken> Scan(string text)
    {
        var tokens = new List<PolicyToken>();
        for (var i = 0; i < text.Length;)
        {
            var letter = text[i];
            if (char.IsWhiteSpace(letter))
            {
                i++;
            }
            else if (letter is '\'' or '"')
            {
                tokens.Add(new PolicyToken(letter == '"' ? PolicyTokenKind.Quoted : PolicyTokenKind.Literal, ReadQuoted(text, ref i, letter)));
            }
            else if (char.IsLetter(letter) || letter == '_')
            {
                var start = i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '$'))
                    i++;
                tokens.Add(new PolicyToken(PolicyTokenKind.Word, text.Substring(start, i - start).ToLowerInvariant()));
            }
            else if (char.IsDigit(letter))
            {
                var start = i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '.'))
                    i++;
                tokens.Add(new PolicyToken(PolicyTokenKind.Number, text.Substring(start, i - start)));
            }
            else
            {
                var start = i++;
                if (Operators.Contains(letter))
                {
                    while (i < text.Length && Operators.Contains(text[i]))
                        i++;
                }
                tokens.Add(new PolicyToken(PolicyTokenKind.Symbol, text.Substring(start, i - start)));
            }
        }
        return tokens;
    }

    private static string ReadQuoted(string text, ref int at, char quote)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                if (at + 1 == text.Length || text[at + 1] != quote)
                    break;
                at++;
            }
            value.Append(text[at]);
        }
        at++;
        return value.ToString();
    }
}
