using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds models without the prefix that a team gives to all of them.</summary>
public sealed class ModelNamePrefixRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1014", "model-name-prefix")
    {
        Title = "Model name without the prefix",
        Message = "Model `{0}` does not begin with `{1}`, expected `{1}{0}`",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.Full,
        Preset = RulePreset.All,
        Rationale = """
            Where an application has types of its own for what it stores, a prefix keeps the generated types apart from them.
            It only helps if every model has it.
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id Int @id
                }
                """,
            Clean: """
                model ShopOrder {
                  id Int @id
                }
                """)
        {
            Options = new Dictionary<string, string> { ["prefix"] = "Shop" },
        },
        WhenNotToUse = """
            A policy: without `prefix` nothing is reported. Views, ignored models and those of frameworks are not judged.
            """,
    };

    public static readonly RuleOption<string> Prefix = RuleOption.Text("prefix", "What the name of every model begins with.", "");

    public static readonly RuleOption<NameList> Allow = RuleOption.Names("allow", "Names of models that need no prefix.");

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("model-name-prefix");

    public override IReadOnlyList<RuleOption> Options => [Prefix, Allow, Compatibility];

    public override RuleOption? NeededOption => Prefix;

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var prefix = context.Get(Prefix);
        var allow = context.Get(Allow);
        return
            from model in NamingOptions.Models(context, PrismaLintMode.IsOn(context.Get(Compatibility)))
            where !model.Name.StartsWith(prefix, StringComparison.Ordinal) && !allow.Contains(model.Name)
            select Definition.At(model.Location, model.Name, prefix).On(model.DisplayName);
    }
}
