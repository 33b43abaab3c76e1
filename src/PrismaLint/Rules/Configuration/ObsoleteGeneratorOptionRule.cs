using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Configuration;

/// <summary>Finds options of the client generator that Prisma 7 reads no more.</summary>
public sealed class ObsoleteGeneratorOptionRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL7006", "obsolete-generator-option")
    {
        Title = "Generator option without effect in Prisma 7",
        Message = "`{0}` of `{1}` {2} in Prisma 7",
        Category = DiagnosticCategory.Configuration,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Prisma 7 has no Rust engines: there is no engine type to choose and no binary to fetch for a platform. The validator
            accepts both options in silence. The generator `prisma-client-js` still works, and `prisma-client` has taken its
            place. Reported only where the schema is known to be of the 7 line.
            """,
        Example = new RuleExample(
            Flagged: """
                // The datasource has no url: Prisma 7.
                datasource db {
                  provider = "postgresql"
                }

                generator client {
                  provider   = "prisma-client"
                  output     = "../generated/prisma"
                  engineType = "library"
                }
                """,
            Clean: """
                datasource db {
                  provider = "postgresql"
                }

                generator client {
                  provider = "prisma-client"
                  output   = "../generated/prisma"
                }
                """),
        Fix = "Safe: removes the option. The generator's name is changed by hand, since imports change with it.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!IsPrisma7(context))
            yield break;
        foreach (var generator in context.Schema.Generators)
        {
            if (generator.FindString("provider") is not ("prisma-client-js" or "prisma-client"))
                continue;
            foreach (var property in generator.Properties)
            {
                if (property.Key.Text is "engineType" or "binaryTargets" && !(property.Key.Text == "engineType" && generator.FindString("engineType") == "client"))
                {
                    yield return Definition.At(generator.LocationOf(property), property.Key.Text, generator.DisplayName, "has no effect")
                        .On(generator.DisplayName)
                        .WithFix(CodeFix.Safe($"Remove `{property.Key.Text}`", SchemaEdits.RemoveProperty(generator, property)));
                }
                else if (property is { Key.Text: "provider", Value: { } value } && generator.FindString("provider") == "prisma-client-js")
                {
                    yield return Definition.At(generator.LocationOf(value), "prisma-client-js", generator.DisplayName, "has a successor, `prisma-client`,")
                        .On(generator.DisplayName);
                }
            }
        }
    }

    private static bool IsPrisma7(RuleContext context) => context.Schema.PrismaVersion == PrismaVersion.V7
        || (context.Schema.PrismaVersion == PrismaVersion.Unknown
            && context.Schema.Datasource is { } datasource
            && datasource.FindProperty("url") is null);
}
