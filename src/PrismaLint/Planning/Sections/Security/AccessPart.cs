using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database.Security;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>Who may do what with which table: as it is, where that is seen, and as the schema suggests.</summary>
internal static class AccessPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Access control matrix");
        if (!context.Schema.Connector.IsSql)
        {
            writer.Text($"Roles of {SecurityText.Provider(context)} are outside of this plan.");
            return;
        }
        WriteActual(context, writer);
        WriteProposal(context, writer);
        if (!context.IsPostgreSql)
            return;
        if (context.AccessRoles.Existing is { } existing)
            writer.Text($"The application connects as {PlanText.Code(existing.Name)}, which owns no table and is no superuser: no other role is proposed for it. {RightsComparison.Write(context)}".TrimEnd());
        else if (context.AccessRoles.IsThere(context.AccessRoles.Application))
            writer.Text($"A role {PlanText.Code(context.AccessRoles.Application)} is in the database already, with the rights listed above, and gets no others here. Whether the application connects as it is not told (`security.app_role`). {RightsComparison.Write(context)}".TrimEnd());
        var changes = context.Changes.Where(change => change.Kind == PlanChangeKind.Role).ToArray();
        if (changes.Length == 0)
            return;
        writer.Text(NewRoles(context, changes)
            + "The role for looking at catalogs and statistics is another one: `prismalint inspect --print-role-sql`.");
        writer.Details($"SQL of {PlanFigures.Count(changes.Length, "change")}: roles and their rights", inner => SecurityText.WriteSql(inner, changes));
    }

    private static string NewRoles(PlanContext context, PlanChange[] changes)
    {
        var roles = context.AccessRoles;
        var added = new[] { roles.Application, roles.ReadOnly }.Where(role => System.Array.Exists(changes, change => change.Subject == role)).ToArray();
        if (added.Length == 0)
            return "";
        return (added.Length == 1 ? $"{PlanText.Code(added[0])} cannot log in and has no password" : "The roles cannot log in and have no password") + ": a login is made a member, and its password stands in no migration. Tables that migrations of the same owner make later are "
            + string.Join(", and ", added.Select(role => role == roles.Application ? $"open to {PlanText.Code(role)}" : $"closed to {PlanText.Code(role)} until somebody grants them")) + ". ";
    }

    private static void WriteProposal(PlanContext context, SectionWriter writer)
    {
        var roles = context.AccessRoles;
        writer.Heading("Proposed rights").Text($"From names and shapes of {PlanFigures.Count(roles.Tables.Count, "table")}, to be confirmed. The owner of the tables runs migrations and does nothing else.");
        writer.Table(
            [
                SectionWriter.Column("Tables"), SectionWriter.Figure("Number"), SectionWriter.Column("Which"), SectionWriter.Column("Owner, for migrations"),
                SectionWriter.Column(PlanText.Code(roles.Application)), SectionWriter.Column(PlanText.Code(roles.ReadOnly)),
            ],
            new[]
            {
                Row(AccessKind.Ordinary, "of the application", "read and write", "read"),
                Row(AccessKind.Secrets, "that hold secrets and little else", "read and write", "nothing"),
                Row(AccessKind.AppendOnly, "that record what happened", "read and add", "read"),
                Row(AccessKind.LookUp, "of look-ups that others refer to", "read", "read"),
            }.OfType<string[]>());
        var hidden = roles.Tables.Where(table => roles.KindOf(table) != AccessKind.Secrets).SelectMany(table => roles.HiddenColumns(table).Select(column => $"{table.Name}.{column.Name}")).ToArray();
        if (hidden.Length > 0)
            writer.Text($"Of tables that it reads {PlanText.Code(roles.ReadOnly)} does not get {PlanFigures.Count(hidden.Length, "column")}: {PlanFigures.Names(hidden)}.");
        if (roles.Of(AccessKind.LookUp).ToArray() is { Length: > 0 } lookUps)
            writer.Text($"Where the application has a page that edits {SecurityText.Tables(lookUps)}, {(lookUps.Length == 1 ? "it is a table" : "they are tables")} like others.");
        if (roles.Of(AccessKind.AppendOnly).ToArray() is { Length: > 0 } trails)
            writer.Text($"Nobody but the owner changes or deletes rows of {SecurityText.Tables(trails)}; a cascade runs with the owner's rights, and still deletes them.");

        string[]? Row(AccessKind kind, string what, string application, string readOnly)
        {
            var tables = roles.Of(kind).ToArray();
            return tables.Length == 0 ? null : [what, SecurityText.Number(tables.Length), SecurityText.Tables(tables, 8), "all", application, readOnly];
        }
    }

    private static void WriteActual(PlanContext context, SectionWriter writer)
    {
        if (context.Live is not { IsReplayed: false } live || !live.Snapshot.StateOf(EvidenceSource.Roles).IsUsable)
        {
            if (context.IsPostgreSql)
                writer.Text("Which roles there are, and what they may do, is in no Prisma schema: a snapshot (`--snapshot` or `--url`) shows it here, beside an empty column for what is intended.");
            return;
        }
        writer.Heading("Rights as they are").Table(
            [SectionWriter.Column("Role"), SectionWriter.Column("May"), SectionWriter.Figure("Tables"), SectionWriter.Column("Which"), SectionWriter.Column("Intended")],
            Actual(live.Snapshot));
        writer.List(SecurityText.Findings(context, "PL8016", "PL8040", "PL8041", "PL8013"));
    }

    private static IEnumerable<string[]> Actual(DatabaseSnapshot snapshot)
    {
        var tables = snapshot.Tables.Where(table => table is { IsTable: true, IsExtensionOwned: false, IsPartition: false }).ToArray();
        foreach (var role in snapshot.Roles.OrderBy(role => role.Name, System.StringComparer.Ordinal))
        {
            if (role.IsSuperuser)
            {
                yield return [PlanText.Code(role.Name), "everything: it is a superuser", SecurityText.Number(tables.Length), "all", ""];
                continue;
            }
            var groups = tables
                .Select(table => (Table: table, Rights: RightsOf(table, role)))
                .Where(pair => pair.Rights.Length > 0)
                .GroupBy(pair => pair.Rights)
                .OrderByDescending(group => group.Count())
                .ToArray();
            var columns = ColumnRights(tables, role);
            if (groups.Length == 0 && columns.Count == 0 && role.CanLogin)
                yield return [PlanText.Code(role.Name), "no table", "0", "", ""];
            foreach (var group in groups)
                yield return [PlanText.Code(role.Name), group.Key + (role.BypassesRowSecurity ? ", past row-level security" : ""), SecurityText.Number(group.Count()), PlanFigures.Names(group.Select(pair => pair.Table.QualifiedName), 6), ""];
            foreach (var (rights, names) in columns)
                yield return [PlanText.Code(role.Name), $"{rights} of single columns", SecurityText.Number(names.Select(name => name.Table).Distinct().Count()), PlanFigures.Names(names.Select(name => $"{name.Table.QualifiedName}.{name.Column}"), 6), ""];
        }
    }

    // What columns give beyond their tables.
    private static IReadOnlyList<(string Rights, (DatabaseTable Table, string Column)[] Columns)> ColumnRights(DatabaseTable[] tables, DatabaseRole role) =>
    [
        .. tables
            .Where(table => table.Owner != role.Name && !role.RightsOf.Contains(table.Owner))
            .SelectMany(table => table.Columns.Select(column => (Table: table, Column: column.Name, Letters: new string([.. AccessList.Of(column).Of(role, "raw").Except(AccessList.Of(table).Of(role, "raw"))]))))
            .Where(found => found.Letters.Length > 0)
            .GroupBy(found => AccessList.Describe(found.Letters))
            .Select(group => (group.Key, group.Select(found => (found.Table, found.Column)).ToArray())),
    ];

    private static string RightsOf(DatabaseTable table, DatabaseRole role) =>
        table.Owner == role.Name || role.RightsOf.Contains(table.Owner) ? "everything: it owns them, or is a member of who does"
        : AccessList.Describe(AccessList.Of(table).Of(role, AccessList.OfRows));
}
