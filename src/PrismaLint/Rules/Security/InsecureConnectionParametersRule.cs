using System;
using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Security;

/// <summary>Finds connection URLs that turn encryption or its checks off.</summary>
public sealed class InsecureConnectionParametersRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL6002", "insecure-connection-parameters")
    {
        Title = "Connection that can be listened to",
        Message = "`{0}` of `{1}` has `{2}`: {3}",
        Category = DiagnosticCategory.Security,
        Rationale = """
            Without encryption everybody on the way reads the password and the rows. With encryption whose certificate is not
            checked, whoever sits on the way answers in the server's place and reads them as well.

            Servers on the machine itself, in a container beside it or in a private network are not reported. What an environment
            variable holds is not known here.
            """,
        Example = new RuleExample(
            Flagged: """
                datasource db {
                  provider = "postgresql"
                  url      = "postgresql://app@db.company.com/app?sslmode=disable"
                }
                """,
            Clean: """
                datasource db {
                  provider = "postgresql"
                  url      = "postgresql://app@db.company.com/app?sslmode=verify-full"
                }
                """),
        WhenNotToUse = "The way to the server is a tunnel that encrypts by itself.",
        Fix = "Unsafe: writes the strict value. A server without a certificate that the client trusts then refuses.",
    };

    private static readonly (string Key, string Value, string Strict, string Reason)[] s_parameters =
    [
        ("sslmode", "disable", "verify-full", "the connection is not encrypted"),
        ("sslaccept", "accept_invalid_certs", "strict", "any certificate is accepted"),
        ("trustservercertificate", "true", "false", "any certificate is accepted"),
        ("encrypt", "false", "true", "the connection is not encrypted"),
        ("tlsallowinvalidcertificates", "true", "false", "any certificate is accepted"),
        ("tls", "false", "true", "the connection is not encrypted"),
        ("ssl", "false", "true", "the connection is not encrypted"),
    ];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var datasource in context.Schema.Datasources)
        {
            foreach (var property in datasource.Properties)
            {
                if (property.Value is not LiteralExpressionSyntax { IsString: true } literal
                    || ConnectionUrl.Parse(literal.Value) is not { IsLocal: false } url)
                {
                    continue;
                }
                foreach (var (key, value, strict, reason) in s_parameters)
                {
                    if (url.Parameters.TryGetValue(key, out var actual)
                        && actual.Equals(value, StringComparison.OrdinalIgnoreCase)
                        && FindValue(literal, key, actual) is { } span)
                    {
                        var source = datasource.Tree.Source;
                        yield return Definition
                            .At(new Location(source, span.Whole), property.Key.Text, datasource.DisplayName, source.ToString(span.Whole), reason)
                            .On(datasource.DisplayName)
                            .WithFix(CodeFix.Unsafe($"Replace `{value}` with `{strict}`", new TextEdit(source, span.Value, strict)));
                    }
                }
            }
        }
    }

    // The parameter as it stands in the file; one that is written with escapes is left alone.
    private static (TextSpan Whole, TextSpan Value)? FindValue(LiteralExpressionSyntax literal, string key, string value)
    {
        var text = literal.Token.Text;
        for (var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase); at > 0; at = text.IndexOf(key, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var start = at + key.Length + 1;
            if (text[at - 1] is '?' or '&' or ';' && start + value.Length <= text.Length
                && text[start - 1] == '=' && string.CompareOrdinal(text, start, value, 0, value.Length) == 0)
            {
                return (TextSpan.FromBounds(literal.Token.Start + at, literal.Token.Start + start + value.Length),
                    new TextSpan(literal.Token.Start + start, value.Length));
            }
        }
        return null;
    }
}
