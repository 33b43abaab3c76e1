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
        Contracts = ContractSupport.Full,
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
    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var tree in context.Schema.Trees)
        {
            // What a datasource holds is PL6001's.
            var datasources = context.Schema.Datasources.Where(datasource => datasource.Tree == tree).Select(datasource => datasource.Syntax.Span).ToArray();
            foreach (var (span, what) in SecretText.FindKeys(tree.Source.Content))
            {
                if (!datasources.Any(datasource => datasource.Contains(span)))
                    yield return Definition.At(new Location(tree.Source, span), what).On(ObjectAt(context.Schema, tree, span));
            }
        }
    }

    private static string ObjectAt(SemanticModel schema, SyntaxTree tree, TextSpan span) =>
        schema.Models.Cast<BlockSymbol>().Concat(schema.Enums).Concat(schema.CompositeTypes).Concat(schema.Generators)
            .FirstOrDefault(block => block.Tree == tree && block.Syntax.Span.Contains(span))?.DisplayName ?? tree.Source.Path;
}
