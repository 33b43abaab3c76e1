using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds models without the fields that the team wants in each of them.</summary>
public sealed class RequiredFieldsRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5010", "required-fields")
    {
        Title = "Model without a field that the team asks for",
        Message = "`{0}` has no field `{1}`{2}",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            When a row was made and last changed, whose it is, in which currency its amounts are: what every table has to say is
            easily forgotten in the next one, and cannot be found out afterwards. A list of names, each for all models or for
            those with a certain other field, holds the agreement. Without a list nothing is reported.
            """,
        Example = new RuleExample(
            Flagged: """
                model Product {
                  id            Int      @id
                  createdAt     DateTime @default(now())
                  priceAmountD6 Int
                }
                """,
            Clean: """
                model Product {
                  id            Int      @id
                  createdAt     DateTime @default(now())
                  priceAmountD6 Int
                  currencyCode  String
                }
                """)
        {
            Options = new Dictionary<string, string> { ["require"] = "createdAt, currencyCode?ifSibling=/AmountD6$/" },
        },
        WhenNotToUse = """
            Views and ignored models are not looked at; `models` keeps to some, `ignored_models` leaves some out. There is no fix:
            the type of the field and what the rows of today hold in it are yours to say.
            """,
    };

    public static readonly RuleOption<IReadOnlyList<FieldRequirement>> Require = new(
        "require",
        "The fields that models have; `name?ifSibling=other` asks only models that have the other field.",
        [],
        "",
        "names, separated by commas, each with or without `?ifSibling=` and a name or `/…/`",
        FieldRequirement.Parse);

    public static readonly RuleOption<NameList> Models = RuleOption.Names("models", "The models that are judged.", "*");

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models that need none of the fields.");

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("require-field");

    public override IReadOnlyList<RuleOption> Options => [Require, Models, IgnoredModels, Compatibility];

    public override RuleOption? NeededOption => Require;

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var require = context.Get(Require);
        if (require.Count == 0)
            yield break;
        var judged = context.Get(Models);
        var ignored = context.Get(IgnoredModels);
        var models = PrismaLintMode.IsOn(context.Get(Compatibility)) ? context.WrittenModels : context.Tables;
        foreach (var model in models.Where(model => judged.Contains(model.Name) && !ignored.Contains(model.Name)))
        {
            var missing = new HashSet<string>(StringComparer.Ordinal);
            foreach (var requirement in require.Where(requirement => model.FindField(requirement.Name) is null))
            {
                var reason = requirement.Sibling is { } siblings ? model.Fields.FirstOrDefault(sibling => siblings.Contains(sibling.Name)) : null;
                if ((requirement.Sibling is null || reason is not null) && missing.Add(requirement.Name))
                    yield return Report(model, requirement, reason);
            }
        }
    }

    private static Diagnostic Report(ModelSymbol model, FieldRequirement requirement, FieldSymbol? reason)
    {
        var found = Definition
            .At(model.Location, model.Name, requirement.Name, reason is null ? "" : $", which `{reason.Name}` asks for")
            .On(model.Name + "." + requirement.Name);
        return reason is null ? found : found.WithRelated(reason.Location, $"`{reason.Name}` stands here");
    }
}
