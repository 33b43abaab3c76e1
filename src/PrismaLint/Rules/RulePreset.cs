namespace PrismaLint.Rules;

/// <summary>A named selection of rules; each one holds those before it.</summary>
public enum RulePreset
{
    /// <summary>Validation only, and what the configuration turns on.</summary>
    None,

    /// <summary>What is right on a well-made schema.</summary>
    Recommended,

    /// <summary>Advice that not every team shares.</summary>
    Strict,

    /// <summary>Every rule; policies that need a value stay off without one.</summary>
    All,
}
