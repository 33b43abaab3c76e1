using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Security;

/// <summary>Finds fields named for sensitive data whose documentation does not mark them.</summary>
public sealed class SensitiveFieldUndocumentedRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL6005", "sensitive-field-undocumented")
    {
        Title = "Sensitive field without a mark in its documentation",
        Message = "`{0}` is named for {1} and its documentation has no mark such as `{2}`",
        Category = DiagnosticCategory.Security,
        Preset = RulePreset.All,
        Rationale = """
            A team that marks sensitive fields (`/// @pii`) can list them, keep them out of logs and exports, and see in a review
            when one is added. Only exact names count: credentials, numbers that identify a person, money and health.
            """,
        Example = new RuleExample(
            Flagged: """
                model Person {
                  id  Int    @id
                  ssn String
                }
                """,
            Clean: """
                model Person {
                  id  Int    @id
                  /// @pii
                  ssn String
                }
                """),
        WhenNotToUse = "The team keeps its inventory elsewhere.",
    };

    public static readonly RuleOption<NameList> Markers = RuleOption.Names(
        "markers", "Marks of which one must stand in the documentation.", "@pii", "@secret", "@encrypted", "@sensitive");

    public override IReadOnlyList<RuleOption> Options => [Markers];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var markers = context.Get(Markers).Patterns;
        foreach (var model in context.Models)
        {
            if (FrameworkModels.Owns(model))
                continue;
            foreach (var column in model.Fields)
            {
                if (column.Scalar is ScalarType.Boolean or null || column.IsRelation || SensitiveNames.KindOf(column.Name) is not { } kind)
                    continue;
                var documentation = column.Documentation;
                if (!markers.Any(marker => documentation.Contains(marker, StringComparison.OrdinalIgnoreCase)))
                    yield return Definition.At(column.Location, column.DisplayName, Describe(kind), markers.Count > 0 ? markers[0] : "@pii").On(column.DisplayName);
            }
        }
    }

    private static string Describe(SensitiveKind kind) => kind switch
    {
        SensitiveKind.Credential => "a credential",
        SensitiveKind.Identity => "a person's identity",
        SensitiveKind.Financial => "money matters",
        _ => "health",
    };
}
