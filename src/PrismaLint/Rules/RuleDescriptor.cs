using PrismaLint.Diagnostics;

namespace PrismaLint.Rules;

/// <summary>A rule's words: everything that its page says.</summary>
public sealed class RuleDescriptor(string id, string name) : DiagnosticDescriptor(id, name)
{
    private readonly RulePreset? _preset;

    /// <summary>Why the pattern is bad: what happens in the database or the client. Markdown.</summary>
    public required string Rationale { get; init; }

    public required RuleExample Example { get; init; }

    /// <summary>
    /// The smallest preset that has the rule on: without a choice of its own <see cref="RulePreset.Recommended"/> for a warning,
    /// <see cref="RulePreset.Strict"/> for a suggestion.
    /// </summary>
    public RulePreset Preset
    {
        get => _preset ?? (DefaultSeverity == DiagnosticSeverity.Suggestion ? RulePreset.Strict : RulePreset.Recommended);
        init => _preset = value;
    }

    /// <summary>When it is right to turn the rule off, and what it deliberately does not report. Markdown.</summary>
    public string? WhenNotToUse { get; init; }

    /// <summary>Whether the rule also judges Prisma 8 contracts. A rule that says nothing about them does not.</summary>
    public ContractSupport Contracts { get; init; }

    /// <summary>What the fix does and why it is safe or unsafe; <see langword="null"/> for a rule without fix. Markdown.</summary>
    public string? Fix { get; init; }
}
