using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Configuration;

/// <summary>Finds properties under names that Prisma has given up and still accepts.</summary>
public sealed class DeprecatedPropertyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL7005", "deprecated-datasource-property")
    {
        Title = "Property under a name that Prisma has given up",
        Message = "`{0}` of `{1}` is read by nobody any more: {2}",
        Category = DiagnosticCategory.Configuration,
        Rationale = """
            Prisma hands properties of a generator that it does not know to the generator, which does not know them either: the
            setting is without effect, and nothing says so. `referentialIntegrity` of a datasource, the old name of
            `relationMode`, is not reported here, since Prisma's own validation warns of it.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider             = "prisma-client-js"
                  experimentalFeatures = ["views"]
                }
                """,
            Clean: """
                generator client {
                  provider        = "prisma-client-js"
                  previewFeatures = ["views"]
                }
                """),
        Fix = "Safe: renames `experimentalFeatures` to `previewFeatures` and `platforms` to `binaryTargets`, unless that is there too; removes `pinnedPlatform`.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var generator in context.Schema.Generators)
        {
            // Another generator may have a property of that name.
            if (generator.FindString("provider") is not ("prisma-client-js" or "prisma-client"))
                continue;
            foreach (var property in generator.Properties)
            {
                var successor = Successor(property);
                if (successor is null)
                    continue;
                var diagnostic = Definition
                    .At(generator.LocationOf(property.Key), property.Key.Text, generator.DisplayName, successor.Length == 0 ? "nothing takes its place" : $"today it is `{successor}`")
                    .On(generator.DisplayName);
                yield return successor.Length == 0
                    ? diagnostic.WithFix(CodeFix.Safe($"Remove `{property.Key.Text}`", SchemaEdits.RemoveProperty(generator, property)))
                    : generator.FindProperty(successor) is null
                        ? diagnostic.WithFix(CodeFix.Safe(
                            $"Rename `{property.Key.Text}` to `{successor}`",
                            SchemaEdits.Replace(generator.Tree.Source, property.Key, successor)))
                        : diagnostic;
            }
        }
    }

    private static string? Successor(PropertySyntax property) => property.Key.Text switch
    {
        "experimentalFeatures" => "previewFeatures",
        "platforms" => "binaryTargets",
        "pinnedPlatform" => "",
        _ => null,
    };
}
