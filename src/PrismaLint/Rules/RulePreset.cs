namespace PrismaLint.Rules;

/// <summary>A named selection of rules; each one holds those before it.</summary>
public enum RulePreset
{
    /// <summary>Validation only, and what the configuration turns on.</summary>
    None,

    /// <summary>What one accepts in review without discussion: warnings that a well-made schema does not get.</summary>
    Recommended,

    /// <summary>Also the suggestions, advice that not every team shares, and these as warnings.</summary>
    Strict,

    /// <summary>Every rule; policies that need a value stay off without one.</summary>
    All,
}
