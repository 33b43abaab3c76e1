using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Security;

/// <summary>Finds tokens and keys of well-known shapes anywhere in a schema.</summary>
public sealed class SecretLiteralRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL6004", "secret-literal")
    {
        Title = "Token or key in the schema",
        Message = "This text has the shape of {0}",
        Category = DiagnosticCategory.Security,
        Rationale = """
            A default, a comment or a generator's option is committed with the schema, and a default goes into the database's
            catalogue and each migration. Only shapes that nothing else has are looked for: keys of AWS, GitHub, Stripe (live)
            and Slack, signed JSON web tokens, private keys. The text is never shown.

            A secret that was committed is to be withdrawn, not only removed.
            """,
        Example = new RuleExample(
            Flagged: """
                model Setting {
                  id    Int    @id
                  token String @default("ghp_0123456789abcdefghijABCDEFGHIJ012345")
                }
                """,
            Clean: """
                model Setting {
                  id    Int    @id
                  token String
                }
                """),
        WhenNotToUse = "The text is an example from somebody's documentation.",
    };

    // Prefix, shortest rest, the characters of the rest, what it is.
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

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var tree in context.Schema.Trees)
        {
            // What a datasource holds is PL6001's.
            var datasources = context.Schema.Datasources.Where(datasource => datasource.Tree == tree).Select(datasource => datasource.Syntax.Span).ToArray();
            foreach (var (span, what) in Find(tree.Source.Content))
            {
                if (!datasources.Any(datasource => datasource.Contains(span)))
                    yield return Definition.At(new Location(tree.Source, span), what).On(ObjectAt(context.Schema, tree, span));
            }
        }
    }

    private static IEnumerable<(TextSpan Span, string What)> Find(string text)
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

    private static bool Confirms(string prefix, string found) => prefix switch
    {
        // Three parts: header, content, signature.
        "eyJ" => found.Split('.') is { Length: 3 } parts && parts.All(part => part.Length > 10) && parts[1].StartsWith("eyJ", StringComparison.Ordinal),
        "-----BEGIN " => found.Contains("PRIVATE KEY", StringComparison.Ordinal),
        "AKIA" or "ASIA" => found.Length == 20 && !found.Contains("EXAMPLE", StringComparison.Ordinal),
        _ => true,
    };

    private static string ObjectAt(SemanticModel schema, SyntaxTree tree, TextSpan span) =>
        schema.Models.Cast<BlockSymbol>().Concat(schema.Enums).Concat(schema.CompositeTypes).Concat(schema.Generators)
            .FirstOrDefault(block => block.Tree == tree && block.Syntax.Span.Contains(span))?.DisplayName ?? tree.Source.Path;

    private static bool IsUpperOrDigit(char c) => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool IsWord(char c) => c == '_' || SyntaxFacts.IsAsciiLetter(c) || SyntaxFacts.IsAsciiDigit(c);

    private static bool IsWordOrDash(char c) => c == '-' || IsWord(c);

    private static bool IsTokenPart(char c) => c is '.' or '-' || IsWord(c);

    private static bool IsHeaderPart(char c) => c is ' ' or '-' or (>= 'A' and <= 'Z');
}
