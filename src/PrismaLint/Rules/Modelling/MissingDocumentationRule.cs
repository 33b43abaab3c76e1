using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds models, enums and fields that no documentation comment explains.</summary>
public sealed class MissingDocumentationRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5021", "missing-documentation")
    {
        Title = "Declaration without documentation",
        Message = "{0} `{1}` has no documentation comment (`///`)",
        Category = DiagnosticCategory.Modelling,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.All,
        Rationale = """
            `///` comments travel with the schema: into the generated client and so into every editor, into generated
            documentation, into the plan of the architecture. A sentence on what a row of the table is saves the next reader the
            search through the code. Plain `//` comments stay where they are, and are no documentation.
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id Int @id
                }
                """,
            Clean: """
                /// What a customer has bought at one time, from the cart to the delivery.
                model Order {
                  id Int @id
                }
                """),
        WhenNotToUse = """
            A policy: most schemas document little. A comment with a blank line between it and the model does not belong to the
            model, to Prisma neither. Models that a framework prescribes and ignored models are not reported, of fields no keys,
            no relations and no moments of creation or change.
            """,
    };

    public static readonly RuleOption<NameList> Kinds = RuleOption.Names(
        "kinds", "What needs documentation: `models` (with views and composite types), `enums`, `fields`.", "models", "enums");

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names(
        "ignored_models", "Models, views, types and enums that need none, nor do their fields.");

    public override IReadOnlyList<RuleOption> Options => [Kinds, IgnoredModels];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var (kinds, ignored) = (context.Get(Kinds), context.Get(IgnoredModels));
        var models = context.Models.Where(model => !model.IsIgnored && !ignored.Contains(model.Name) && !FrameworkModels.Owns(model)).ToArray();
        var types = context.CompositeTypes.Where(type => !ignored.Contains(type.Name)).ToArray();
        var blocks = new List<(string Kind, BlockSymbol Block)>();
        if (kinds.Contains("models"))
        {
            blocks.AddRange(models.Select(model => (model.IsView ? "View" : "Model", (BlockSymbol)model)));
            blocks.AddRange(types.Select(type => ("Type", (BlockSymbol)type)));
        }
        if (kinds.Contains("enums"))
            blocks.AddRange(context.Enums.Where(symbol => !ignored.Contains(symbol.Name)).Select(symbol => ("Enum", (BlockSymbol)symbol)));
        foreach (var (kind, block) in blocks)
        {
            if (block.Documentation.Length == 0)
                yield return Definition.At(block.Location, kind, block.Name).On(block.DisplayName);
        }
        if (!kinds.Contains("fields"))
            yield break;
        foreach (var column in models.SelectMany(model => model.Fields).Concat(types.SelectMany(type => type.Fields)))
        {
            if (NeedsWords(column) && column.Documentation.Length == 0)
                yield return Definition.At(column.Location, "Field", column.DisplayName).On(column.DisplayName);
        }
    }

    private static bool NeedsWords(FieldSymbol column) =>
        column is { IsColumn: true, IsId: false, IsUpdatedAt: false, IsIgnored: false }
        && !AuditNames.IsCreation(column.Name)
        && !AuditNames.IsChange(column.Name)
        && !column.ForeignKeysOver.Any();
}
