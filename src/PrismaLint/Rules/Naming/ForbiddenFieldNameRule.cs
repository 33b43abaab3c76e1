using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds fields with names that a team has ruled out.</summary>
public sealed class ForbiddenFieldNameRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1015", "forbidden-field-name")
    {
        Title = "Forbidden field name",
        Message = "Field `{0}` has a name that `{1}` forbids",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.Full,
        Preset = RulePreset.All,
        Rationale = """
            Some names are ruled out by agreement: the old name of a column that was to go, a second word for what is called
            otherwise everywhere else, a unit that nobody uses any more. A list keeps them from coming back.
            """,
        Example = new RuleExample(
            Flagged: """
                model Product {
                  uuid String @id
                }
                """,
            Clean: """
                model Product {
                  id String @id
                }
                """)
        {
            Options = new Dictionary<string, string> { ["names"] = "uuid, /_old$/" },
        },
        WhenNotToUse = """
            A policy: without `names` nothing is reported. Views, ignored fields and models and those of frameworks are not
            judged.
            """,
    };

    public static readonly RuleOption<NameList> Names = RuleOption.Names("names", "Names that no field may have.");

    public static readonly RuleOption<NameList> Allow = RuleOption.Names("allow", "Names that a field may have all the same.");

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("forbid-field");

    public override IReadOnlyList<RuleOption> Options => [Names, Allow, Compatibility];

    public override RuleOption? NeededOption => Names;

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var names = context.Get(Names);
        var allow = context.Get(Allow);
        if (names.IsEmpty)
            yield break;
        foreach (var member in NamingOptions.Fields(context, PrismaLintMode.IsOn(context.Get(Compatibility))))
        {
            if (names.Find(member.Name) is { } pattern && !allow.Contains(member.Name))
                yield return Definition.At(member.Location, member.DisplayName, pattern).On(member.DisplayName);
        }
    }
}
