using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Security;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>The rights that the application's role has, beside those that are proposed for it.</summary>
internal static class RightsComparison
{
    private const int Shown = 6;

    /// <summary>A sentence with what is beyond the proposal and what it lacks; empty where the role is not seen.</summary>
    public static string Write(PlanContext context)
    {
        var roles = context.AccessRoles;
        if (context.Live is not { IsReplayed: false } live || live.Snapshot.Roles.FirstOrDefault(role => role.Name == roles.Application) is not { } role)
            return "";
        var tables = roles.Tables.Select(table => (Table: Find(live, table), Wanted: Letters(roles.KindOf(table)))).Where(pair => pair.Table is not null).ToArray();
        var beyond = Differences(tables.Select(pair => (pair.Table, Letters: Rights(pair.Table, role).Except(pair.Wanted))));
        var lacking = Differences(tables.Select(pair => (pair.Table, Letters: pair.Wanted.Except(Rights(pair.Table, role)))));
        var name = PlanText.Code(role.Name);
        return beyond.Length + lacking.Length == 0
            ? $"On these tables {name} may do what is proposed, and no more."
            : string.Join(" ", new[] { beyond.Length > 0 ? $"Beyond the proposal {name} has {beyond}." : "", lacking.Length > 0 ? $"It lacks {lacking}." : "" }.Where(sentence => sentence.Length > 0));
    }

    private static DatabaseTable? Find(LiveEvidence live, ExpectedTable table) =>
        table.Model is { } model ? live.Map.TableOf(model) : table.Relation is { } relation ? live.Map.JoinTableOf(relation) : null;

    private static string Letters(AccessKind kind) => kind switch
    {
        AccessKind.LookUp => "r",
        AccessKind.AppendOnly => "ra",
        _ => "rawd",
    };

    private static string Rights(DatabaseTable? table, DatabaseRole role) => table is null ? "" : AccessList.Of(table).Of(role, AccessList.OfRows);

    private static string Differences(IEnumerable<(DatabaseTable? Table, IEnumerable<char> Letters)> tables) => string.Join("; ", tables
        .Select(pair => (pair.Table, Rights: AccessList.Describe(new string([.. pair.Letters]))))
        .Where(pair => pair.Rights.Length > 0)
        .GroupBy(pair => pair.Rights, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .Select(group => $"{group.Key} on {PlanFigures.Names(group.Select(pair => pair.Table?.QualifiedName ?? ""), Shown)}"));
}
