using System.Collections.Generic;

namespace PrismaLint.Rules;

/// <summary>Options that several live rules read.</summary>
public static class LiveOptions
{
    public static readonly RuleOption<int> MinDays = RuleOption.Number(
        "min_days", "Days that the statistics of a database must cover, instead of what each check asks for by itself (mostly 1, unused indexes 14); 0 also lifts the hours of statements.", 14);

    public static readonly RuleOption<string> AppRole = RuleOption.Text(
        "app_role", "The role that the application connects with; without it the role of the URL that was inspected.", "");

    public static readonly RuleOption<NameList> ExposedRoles = RuleOption.Names(
        "exposed_roles", "Roles that reach the database without the application between: those of an API server, of reports.", "anon", "authenticated");

    public static readonly RuleOption<int> Instances = RuleOption.Number(
        "instances", "How many processes of the application run at the same time; 0 where nobody says.", 0);

    public static readonly RuleOption<int> StatementHours = RuleOption.Number(
        "statement_hours", "Hours that the counters of pg_stat_statements must cover.", 1);

    public static readonly RuleOption<int> StatementCalls = RuleOption.Number(
        "statement_calls", "Calls that pg_stat_statements must have counted in all.", 1000);

    internal static IReadOnlyList<RuleOption> All { get; } = [MinDays, AppRole, ExposedRoles, Instances, StatementHours, StatementCalls];
}
