using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds enums whose values are written in several styles.</summary>
public sealed class EnumValueCaseRule() : Rule(Definition)
{
    /// <summary>Words in capitals up to this length are abbreviations and may stand among words in any style: SMS, PDF.</summary>
    private const int LongestAbbreviation = 4;

    private static readonly NameStyle[] s_styles = [NameStyle.Upper, NameStyle.Snake, NameStyle.Camel, NameStyle.Pascal];

    public static readonly RuleDescriptor Definition = new("PL1004", "enum-value-case")
    {
        Title = "Enum values in several styles",
        Message = "Value `{0}` of enum `{1}` is not in {2}{3}",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            The values become constants of the client and are typed by hand in queries. Where one enum writes them in
            several styles, each use has to be looked up.
            """,
        Example = new RuleExample(
            Flagged: """
                enum Role {
                  ADMIN
                  OWNER
                  superUser
                }
                """,
            Clean: """
                enum Role {
                  ADMIN
                  OWNER
                  SUPER_USER @map("superUser")
                }
                """),
        WhenNotToUse = """
            The values are codes from outside, such as units or languages: name them in `allow`. Each enum is judged by
            itself, and one without a style that more than half of its values share gets no finding.
            """,
        Fix = """
            Renames the value, with the defaults that name it, and adds `@map` with the old name. Unsafe: the client's API
            changes.
            """,
    };

    public static readonly RuleOption<string> Style = RuleOption.Choice(
        "style", "The style of enum values; `consistent` takes, in each enum, the one of most of its values.", "consistent", "consistent", "upper", "snake", "camel", "pascal");

    public static readonly RuleOption<NameList> Allow = NamingOptions.Allow("enum values");

    public static readonly RuleOption<Prefixes> TrimPrefix = Prefixes.Option();

    public static readonly RuleOption<IReadOnlyList<string>> CompoundWords = NamingOptions.CompoundWords();

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("enum-value-case");

    /// <summary>What the older rule <c>enum-value-snake-case</c> asks for where a configuration of prisma-lint has both; no file of ours can.</summary>
    internal static readonly RuleOption<EnumValueNames?> SnakeCaseToo = new("snake_case_too", "", null, "", "", _ => null);

    public override IReadOnlyList<RuleOption> Options => [Style, Allow, TrimPrefix, CompoundWords, Compatibility];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        PrismaLintMode.IsOn(context.Get(Compatibility)) ? JudgeAsPrismaLint(context) : Judge(context);

    // On the line of the enum, each value that its own conversion changes.
    private static IEnumerable<Diagnostic> JudgeAsPrismaLint(RuleContext context)
    {
        var asked = new EnumValueNames(context.Get(Style), context.Get(Allow), context.Get(TrimPrefix), context.Get(CompoundWords));
        var older = context.Get(SnakeCaseToo);
        ILookup<BlockSymbol, FieldSymbol>? uses = null;
        foreach (var symbol in context.WrittenEnums)
        {
            foreach (var value in symbol.Values)
            {
                foreach (var (wanted, origin) in new[] { (Names: asked, Origin: older is null ? null : "enum-value-case"), (Names: older, Origin: "enum-value-snake-case") })
                {
                    if (wanted?.FindBetter(value.Name) is not { } better)
                        continue;
                    uses ??= RenameEdits.FieldsByType(context.Schema);
                    yield return Definition
                        .At(symbol.Location, value.Name, symbol.Name, NameStyles.Name(wanted.Style), $": expected `{better}`")
                        .On(value.DisplayName)
                        .WithRelated(value.Location, $"`{value.Name}` stands here")
                        .WithFix(symbol.HasErrors ? null : RenameEdits.RenameValue(value, better, uses[symbol]))
                        with { Origin = origin };
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> Judge(RuleContext context)
    {
        var configured = NameStyles.Parse(context.Get(Style));
        var allow = context.Get(Allow);
        var prefix = context.Get(TrimPrefix);
        ILookup<BlockSymbol, FieldSymbol>? uses = null;
        foreach (var symbol in context.Enums)
        {
            var values = symbol.Values.Where(value => !allow.Contains(value.Name)).ToList();
            bool Fits(EnumValueSymbol value, NameStyle style) => FitsStyle(prefix.Trim(value.Name), style);
            var counts = s_styles.Select(style => (Style: style, Count: values.Count(value => Fits(value, style)))).ToList();
            var (wanted, count) = configured is { } one
                ? counts.First(entry => entry.Style == one)
                : counts.OrderByDescending(entry => entry.Count).First();
            if (configured is null && (count * 2 <= values.Count || values.All(value => IsCapitalizedWords(value.Name))))
                continue;
            foreach (var value in values.Where(value => !Fits(value, wanted)))
            {
                uses ??= RenameEdits.FieldsByType(context.Schema);
                yield return Definition
                    .At(value.Location, value.Name, symbol.Name, NameStyles.Name(wanted), configured is null ? $", the style of {count} of {values.Count} values" : "")
                    .On(value.DisplayName)
                    .WithFix(RenameEdits.RenameValue(value, prefix.Convert(value.Name, wanted), uses[symbol]));
            }
        }
    }

    // Social_Media beside Blogs is a style of its own, only not one that is asked for by name.
    private static bool IsCapitalizedWords(string name) => name.Split('_').All(word =>
        word.Length > 0 && !char.IsLower(word[0]) && (word.Length <= LongestAbbreviation || word.Any(char.IsLower)));

    private static bool FitsStyle(string name, NameStyle style)
    {
        if (NameStyles.Of(name) is var own and not NameStyle.Flat)
            return own == style;
        // Of a word alone the rest of the letters count as well: ADMIN, Admin and admin are three styles here.
        var hasSmall = name.Any(char.IsLower);
        var hasCapital = name.Any(char.IsUpper);
        if (!hasSmall && name.Length <= LongestAbbreviation)
            return style is NameStyle.Upper or NameStyle.Pascal;
        return style switch
        {
            NameStyle.Upper => !hasSmall,
            NameStyle.Pascal => hasSmall && hasCapital,
            _ => !hasCapital,
        };
    }
}
