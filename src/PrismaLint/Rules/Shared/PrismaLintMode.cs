namespace PrismaLint.Rules.Shared;

/// <summary>The switch of the rules that have a counterpart in prisma-lint: to judge what it judges, as it does, on the same lines.</summary>
internal static class PrismaLintMode
{
    private const string On = "prisma-lint";

    /// <param name="rule">The name of the counterpart.</param>
    public static RuleOption<string> Option(string rule) => RuleOption.Choice(
        "compatibility",
        $"`prisma-lint` judges as its rule `{rule}` does: every model block, ignored and refused ones included, and nothing else.",
        "none",
        "none",
        On);

    public static bool IsOn(string value) => value == On;
}
