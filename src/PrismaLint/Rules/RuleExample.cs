using System.Collections.Generic;
using PrismaLint.Connectors;

namespace PrismaLint.Rules;

/// <summary>A schema that a rule reports and one that it does not. Both are run by the tests.</summary>
/// <param name="Flagged">Blocks without datasource; the rule finds something here.</param>
/// <param name="Clean">The same, put right; the rule is silent.</param>
/// <param name="Provider">The provider that both are read for.</param>
public sealed record RuleExample(string Flagged, string Clean, Provider Provider = Provider.PostgreSql)
{
    /// <summary>
    /// Of a live rule: the SQL that makes the database in which the rule finds something with <see cref="Flagged"/>, from an empty one.
    /// <see langword="null"/> where no small script can bring the state about (it takes days, or another configuration of the server).
    /// </summary>
    public string? Database { get; init; }

    /// <summary>Of a live rule: the SQL that puts the database right, so that with <see cref="Clean"/> it finds nothing.</summary>
    public string? Repair { get; init; }

    /// <summary>
    /// Of a migration rule, whose <see cref="Flagged"/> and <see cref="Clean"/> are scripts: the migrations that came before.
    /// </summary>
    public string? Before { get; init; }

    /// <summary>Values of options that both are run with: a policy finds nothing without its value.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
}
