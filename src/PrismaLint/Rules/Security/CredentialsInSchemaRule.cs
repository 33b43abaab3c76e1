using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Security;

/// <summary>Finds connection URLs written into the schema.</summary>
public sealed class CredentialsInSchemaRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL6001", "credentials-in-schema")
    {
        Title = "Credentials in the schema",
        Message = "`{0}` of `{1}` holds {2}",
        Category = DiagnosticCategory.Security,
        Rationale = """
            A schema is committed, copied into images and sent to colleagues, and its history keeps what was once in it: a
            password in it is published. It also ties the schema to one database. The URL belongs into an environment variable,
            since Prisma 7 read by the Prisma config.

            A real secret is to be changed, not only moved. A password that everybody knows, or a server on the machine itself,
            is a suggestion. The value is never shown, neither here nor in any output format.
            """,
        Example = new RuleExample(
            Flagged: """
                datasource db {
                  provider = "postgresql"
                  url      = "postgresql://app:tR0ub4dor@db.company.com:5432/app"
                }
                """,
            Clean: """
                datasource db {
                  provider = "postgresql"
                  url      = env("DATABASE_URL")
                }
                """),
        WhenNotToUse = "The schema is a test's, and its database lives as long as the test. `file:` URLs are never reported.",
        Fix = "Safe, before Prisma 7: replaces the text with `env(\"DATABASE_URL\")`; the variable must be set. From 7 on the property moves to the Prisma config by hand.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        // Of every datasource, broken ones too: an error elsewhere must not hide a secret.
        foreach (var datasource in context.Schema.Datasources)
        {
            foreach (var property in datasource.Properties)
            {
                if (property.Value is not LiteralExpressionSyntax { IsString: true } literal
                    || ConnectionUrl.Parse(literal.Value) is not { } url
                    || Describe(url) is not { } found)
                {
                    continue;
                }
                var diagnostic = Definition
                    .At(datasource.LocationOf(literal), property.Key.Text, datasource.DisplayName, found.Text)
                    .On(datasource.DisplayName);
                if (!found.IsSerious)
                    diagnostic = diagnostic with { Severity = DiagnosticSeverity.Suggestion };
                if (context.Schema.PrismaVersion is PrismaVersion.Unknown or PrismaVersion.V6 && VariableFor(property.Key.Text) is { } variable)
                {
                    diagnostic = diagnostic.WithFix(CodeFix.Safe(
                        $"Replace the value with `env(\"{variable}\")`",
                        SchemaEdits.Replace(datasource.Tree.Source, literal, $"env(\"{variable}\")")));
                }
                yield return diagnostic;
            }
        }
    }

    private static (string Text, bool IsSerious)? Describe(ConnectionUrl url)
    {
        if (url.Scheme == "file")
            return null;
        if (url.HasSecret)
        {
            return url.IsPlaceholder || url.IsLocal || url.IsExampleHost
                ? ("a connection URL with a password for development", false)
                : (url.Parameters.ContainsKey("api_key") ? "an API key" : "a password", true);
        }
        return url.IsLocal || url.IsExampleHost ? null : ("the address of a database server", true);
    }

    private static string? VariableFor(string property) => property switch
    {
        "url" => "DATABASE_URL",
        "directUrl" => "DIRECT_URL",
        "shadowDatabaseUrl" => "SHADOW_DATABASE_URL",
        _ => null,
    };
}
