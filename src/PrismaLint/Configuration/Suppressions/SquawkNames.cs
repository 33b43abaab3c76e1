using System;
using System.Collections.Generic;

namespace PrismaLint.Configuration.Suppressions;

/// <summary>
/// The rules of squawk, a linter of migrations, that say what rules of ours say: its comments hide our findings too. docs/from-squawk.md tells
/// about each.
/// </summary>
internal static class SquawkNames
{
    private static readonly Dictionary<string, string[]> s_ids = new(StringComparer.Ordinal)
    {
        ["require-concurrent-index-creation"] = ["PL9001"],
        ["require-concurrent-index-deletion"] = ["PL9001"],
        ["require-concurrent-reindex"] = ["PL9001"],
        ["require-concurrent-partition-detach"] = ["PL9001"],
        ["ban-concurrent-index-creation-in-transaction"] = ["PL9002"],
        ["adding-required-field"] = ["PL9003"],
        ["adding-not-nullable-field"] = ["PL9003", "PL9004"],
        ["constraint-missing-not-valid"] = ["PL9005"],
        ["adding-foreign-key-constraint"] = ["PL9005"],
        ["adding-serial-primary-key-field"] = ["PL9005"],
        ["disallowed-unique-constraint"] = ["PL9005"],
        ["renaming-column"] = ["PL9007"],
        ["renaming-table"] = ["PL9007"],
        ["ban-drop-column"] = ["PL9006", "PL9007"],
        ["ban-drop-table"] = ["PL9006", "PL9007"],
        ["ban-drop-database"] = ["PL9007"],
        ["ban-drop-not-null"] = ["PL9007"],
        ["ban-truncate-cascade"] = ["PL9007"],
        ["changing-column-type"] = ["PL9008"],
        ["adding-field-with-default"] = ["PL9009"],
        ["require-timeout-settings"] = ["PL9012"],
        ["require-lock-timeout"] = ["PL9012"],
        ["transaction-nesting"] = ["PL9014"],
        ["ban-uncommitted-transaction"] = ["PL9014"],
    };

    /// <summary>The rules that a name of squawk stands for; none for a rule that has no counterpart here.</summary>
    public static IReadOnlyList<string> IdsOf(string name) => s_ids.TryGetValue(name, out var ids) ? ids : [];
}
