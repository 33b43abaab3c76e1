using System;
using System.Collections.Generic;

namespace PrismaLint.Text;

/// <summary>Finds what must not be shown: keys by their shape, passwords by their place. Nothing here keeps a text.</summary>
internal static class SecretText
{
    private static readonly (string Prefix, int Length, Func<char, bool> IsPart, string What)[] s_shapes =
    [
        ("AKIA", 16, IsUpperOrDigit, "an AWS access key"),
        ("ASIA", 16, IsUpperOrDigit, "an AWS access key"),
        ("ghp_", 36, IsWord, "a GitHub token"),
        ("gho_", 36, IsWord, "a GitHub token"),
        ("ghs_", 36, IsWord, "a GitHub token"),
        ("github_pat_", 60, IsWord, "a GitHub token"),
        ("sk_live_", 20, IsWord, "a Stripe live key"),
        ("rk_live_", 20, IsWord, "a Stripe live key"),
        ("xoxb-", 20, IsWordOrDash, "a Slack token"),
        ("xoxp-", 20, IsWordOrDash, "a Slack token"),
        ("eyJ", 60, IsTokenPart, "a signed JSON web token"),
        ("-----BEGIN ", 15, IsHeaderPart, "a private key"),
    ];

    // Parameters of connection URLs and of SQL Server's connection strings.
    private static readonly string[] s_parameters = ["password=", "pwd=", "api_key=", "apikey=", "accesskey=", "secret=", "token="];

    /// <summary>The keys and tokens in a text, each with what it is.</summary>
    public static IEnumerable<(TextSpan Span, string What)> FindKeys(string text)
    {
        foreach (var (prefix, length, isPart, what) in s_shapes)
        {
            for (var at = text.IndexOf(prefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(prefix, at + 1, StringComparison.Ordinal))
            {
                if (at > 0 && (IsWord(text[at - 1]) || text[at - 1] == '-'))
                    continue;
                var end = at + prefix.Length;
                while (end < text.Length && isPart(text[end]))
                    end++;
                if (end - at - prefix.Length >= length && Confirms(prefix, text.Substring(at, end - at)))
                    yield return (TextSpan.FromBounds(at, end), what);
            }
        }
    }

    /// <summary>The text with stars in place of keys and passwords; as long as before, so that places stay places.</summary>
    public static string Mask(string text)
    {
        if (!MayHoldSecret(text))
            return text;
        char[]? masked = null;
        foreach (var (span, _) in FindKeys(text))
            Cover(span.Start, span.End);
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            var end = at + 3;
            while (end < text.Length && !IsEnd(text[end]))
                end++;
            // The last `@` ends the password, which may hold one itself; what follows a `/` behind it is the path.
            var host = text.LastIndexOf('@', end - 1, end - at - 3);
            var colon = host < 0 ? -1 : text.IndexOf(':', at + 3, host - at - 3);
            if (colon >= 0)
                Cover(colon + 1, host);
        }
        foreach (var parameter in s_parameters)
        {
            for (var at = text.IndexOf(parameter, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(parameter, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + parameter.Length;
                while (end < text.Length && !IsEnd(text[end]) && text[end] is not ('&' or ';'))
                    end++;
                Cover(at + parameter.Length, end);
            }
        }
        return masked is null ? text : new string(masked);

        void Cover(int start, int end)
        {
            masked ??= text.ToCharArray();
            for (var i = start; i < end; i++)
                masked[i] = '*';
        }
    }

    // Every message and every line shown comes by: keys are long words, passwords stand in URLs and behind `=`.
    private static bool MayHoldSecret(string text)
    {
        var word = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '"' or '`')
                word = 0;
            else if (++word >= 20 || c == '=' || (c == '/' && i > 1 && text[i - 1] == '/' && text[i - 2] == ':') || (c == '-' && string.CompareOrdinal(text, i, "-----", 0, 5) == 0))
                return true;
        }
        return false;
    }

    private static bool IsEnd(char c) => c is '"' or '\'' or '`' || char.IsWhiteSpace(c);

    private static bool Confirms(string prefix, string found) => prefix switch
    {
        // Three parts: header, content, signature.
        "eyJ" => found.Split('.') is { Length: 3 } parts && Array.TrueForAll(parts, part => part.Length > 10) && parts[1].StartsWith("eyJ", StringComparison.Ordinal),
        "-----BEGIN " => found.Contains("PRIVATE KEY", StringComparison.Ordinal),
        "AKIA" or "ASIA" => found.Length == 20 && !found.Contains("EXAMPLE", StringComparison.Ordinal),
        _ => true,
    };

    private static bool IsUpperOrDigit(char c) => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool IsWord(char c) => c == '_' || IsUpperOrDigit(c) || c is >= 'a' and <= 'z';

    private static bool IsWordOrDash(char c) => c == '-' || IsWord(c);

    private static bool IsTokenPart(char c) => c is '.' or '-' || IsWord(c);

    private static bool IsHeaderPart(char c) => c is ' ' or '-' or (>= 'A' and <= 'Z');
}
