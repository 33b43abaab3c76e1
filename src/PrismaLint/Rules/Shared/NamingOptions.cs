using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>The options that the rules about styles of names have in common.</summary>
internal static class NamingOptions
{
    public static RuleOption<string> Style(string what) => RuleOption.Choice(
        "style",
        $"The style of {what}; `auto` takes the one that 85 of 100 names or more show (of at least eight), and reports nothing where there is none.",
        "auto",
        "auto",
        "pascal",
        "camel",
        "snake",
        "upper");

    public static RuleOption<NameList> Allow(string what) => RuleOption.Names("allow", $"Names of {what} that may have any style.");

    public static RuleOption<IReadOnlyDictionary<string, string>> Irregular() =>
        RuleOption.Pairs("irregular", "Plurals that no rule gives, `singular:plural`.");

    public static RuleOption<IReadOnlyList<string>> CompoundWords() =>
        RuleOption.Words("compound_words", "Parts of names that are one word, written as in the names: `GraphQL, OAuth`.");

    /// <summary>The models whose names a convention binds: no views, none that are ignored, none of a framework.</summary>
    /// <param name="context">The schema.</param>
    /// <param name="isPrismaLint">All models, as prisma-lint has it.</param>
    public static IEnumerable<ModelSymbol> Models(RuleContext context, bool isPrismaLint) =>
        isPrismaLint ? context.WrittenModels : context.Models.Where(model => !model.IsView && !model.IsIgnored && !FrameworkModels.Owns(model));

    /// <summary>The fields whose names a convention binds: of those models and of composite types, without ignored ones.</summary>
    /// <param name="context">The schema.</param>
    /// <param name="isPrismaLint">All fields of models, as prisma-lint has it.</param>
    public static IEnumerable<FieldSymbol> Fields(RuleContext context, bool isPrismaLint)
    {
        var fields = Models(context, isPrismaLint).SelectMany(model => model.Fields);
        return isPrismaLint ? fields : fields.Concat(context.CompositeTypes.SelectMany(type => type.Fields)).Where(member => !member.IsIgnored);
    }

    /// <summary>The part of a name that is judged.</summary>
    public static string Trim(string name, string prefix) =>
        prefix.Length > 0 && name.Length > prefix.Length && name.StartsWith(prefix, System.StringComparison.Ordinal) ? name.Substring(prefix.Length) : name;
}
