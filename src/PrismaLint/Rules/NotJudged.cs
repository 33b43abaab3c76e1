namespace PrismaLint.Rules;

/// <summary>A check of a live rule that lacked its evidence: it found nothing, and that means nothing.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Check">What could not be judged: <c>index-bloat</c>, <c>unused-index</c>.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="Remedy">The SQL grant, or the step, that would change it; <see langword="null"/> where nothing would.</param>
public sealed record NotJudged(string RuleId, string Check, string Reason, string? Remedy);
