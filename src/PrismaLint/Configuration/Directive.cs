using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Text;

namespace PrismaLint.Configuration;

/// <summary>A setting that concerns this tool, with its names resolved.</summary>
/// <param name="Key">Equal for settings that override each other, whichever way they name the rule.</param>
/// <param name="DisplayKey">The key as one would write it, with the rule's id.</param>
/// <param name="Text">The value as written.</param>
/// <param name="Location">Where the value, or an empty value's key, stands.</param>
internal sealed record Directive(string Key, string DisplayKey, string Text, Location Location)
{
    /// <summary>The id of the rule whose option is set; only in directives of prisma-lint's configuration.</summary>
    public string? RuleId { get; init; }

    /// <summary>The severity is set for one id: the keys that are looked up before any other.</summary>
    public bool IsForId { get; init; }

    /// <summary>The severity set; <see langword="null"/> for an option and for <c>default</c>.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>The value cannot be read.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The option set.</summary>
    public RuleOption? Option { get; init; }

    /// <summary>The option's value; <see langword="null"/> for <c>unset</c>.</summary>
    public object? Value { get; init; }
}
