using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds lists that are named in the singular, or in the plural.</summary>
public sealed class ListFieldNumberRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1013", "list-field-number")
    {
        Title = "List field name in the other grammatical number",
        Message = "List `{0}` has a name in the {1}, expected `{2}`",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            A list is used as one: `user.tag` reads like a single tag until it is indexed. A convention; this rule holds to
            one.
            """,
        Example = new RuleExample(
            Flagged: """
                model Article {
                  id  Int      @id
                  tag String[]
                }
                """,
            Clean: """
                model Article {
                  id   Int      @id
                  tags String[] @map("tag")
                }
                """),
        WhenNotToUse = """
            A convention: off unless asked for. Only the last word counts. Words with one form for both (`news`, `data`,
            `settings`) and collections (`list`, `history`, `set`) are right as they are. Ignored fields and models, views and
            models of frameworks are not judged.
            """,
        Fix = """
            Renames the field with every reference in the schema; a column keeps its name by `@map`. Unsafe: the client's API
            changes.
            """,
    };

    public static readonly RuleOption<string> Style = GrammaticalNumber.Style("names of lists", GrammaticalNumber.Plural);

    public static readonly RuleOption<NameList> Allow = RuleOption.Names("allow", "Names of lists that may have any number.");

    public static readonly RuleOption<IReadOnlyDictionary<string, string>> Irregular = NamingOptions.Irregular();

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("field-name-grammatical-number");

    public override IReadOnlyList<RuleOption> Options => [Style, Allow, Irregular, Compatibility];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var wanted = context.Get(Style);
        var allow = context.Get(Allow);
        var isPrismaLint = PrismaLintMode.IsOn(context.Get(Compatibility));
        var inflection = isPrismaLint ? Inflection.With(context.Get(Irregular)) : GrammaticalNumber.English(context.Get(Irregular));
        return
            from member in NamingOptions.Fields(context, isPrismaLint)
            where member.IsList && !allow.Contains(member.Name)
            let expected = isPrismaLint
                ? GrammaticalNumber.FindOtherOfWhole(member.Name, wanted, inflection)
                : FindOther(member, wanted, inflection)
            where expected is not null
            select Definition
                .At(member.Location, member.DisplayName, GrammaticalNumber.Opposite(wanted), expected)
                .On(member.DisplayName)
                .WithFix(RenameEdits.RenameField(member, expected));
    }

    private static string? FindOther(FieldSymbol member, string wanted, Inflection inflection) =>
        (wanted == GrammaticalNumber.Plural && GrammaticalNumber.HasPlural(member.Name, inflection)) || IntrospectedNames.IsMade(member)
            ? null
            : GrammaticalNumber.FindOther(member.Name, wanted, inflection);
}
