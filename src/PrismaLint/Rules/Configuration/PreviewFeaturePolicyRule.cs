using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Configuration;

/// <summary>Finds preview features that the team has not agreed on.</summary>
public sealed class PreviewFeaturePolicyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL7002", "preview-feature-policy")
    {
        Title = "Preview feature outside the team's list",
        Message = "Preview feature `{0}` is not among those allowed ({1})",
        Category = DiagnosticCategory.Configuration,
        Preset = RulePreset.All,
        Rationale = """
            A preview feature may change or go with any release. A list keeps the ones that a project relies on a decision, and
            a new one visible. Without a list nothing is reported, and with an empty one everything.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["relationJoins"]
                }
                """,
            Clean: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["views"]
                }
                """)
        {
            Options = new Dictionary<string, string> { ["allowed"] = "views" },
        },
    };

    public static readonly RuleOption<NameList> Allowed = RuleOption.Names("allowed", "Preview features that may be used.");

    public override IReadOnlyList<RuleOption> Options => [Allowed];

    public override RuleOption? NeededOption => Allowed;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (!context.IsSet(Allowed))
            yield break;
        var allowed = context.Get(Allowed);
        foreach (var generator in context.Schema.Generators)
        {
            foreach (var feature in generator.FindStrings("previewFeatures").Where(feature => !allowed.Contains(feature.Value)))
            {
                yield return Definition.At(generator.LocationOf(feature), feature.Value, allowed.IsEmpty ? "none" : allowed.ToString())
                    .On(generator.DisplayName);
            }
        }
    }
}
