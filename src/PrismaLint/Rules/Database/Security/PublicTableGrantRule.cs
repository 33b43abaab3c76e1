using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds tables that every role may use, and columns with secrets that roles may read which should not.</summary>
public sealed class PublicTableGrantRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8040", "public-table-grant")
    {
        Title = "Table that everybody may read or change",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            PUBLIC is every role of the server, those included that will be made later: for another application, for reports, for a
            read-only look (PostgreSQL manual, GRANT). A grant to it cannot be taken back from one of them: `REVOKE … FROM role` does nothing as long as
            PUBLIC has the privilege.

            Columns are known by their names alone, never by what they hold: the list of PL6005 (passwords, keys, numbers of persons, money, health).
            """,
        Example = new RuleExample(
            Flagged: """
                model Person {
                  id  Int    @id
                  ssn String
                }
                """,
            Clean: """
                model Person {
                  id  Int    @id
                  ssn String
                }
                """)
        {
            Database = """
                CREATE TABLE "Person" (id integer PRIMARY KEY, ssn text NOT NULL);
                GRANT SELECT ON "Person" TO PUBLIC;
                """,
            Repair = """
                REVOKE ALL ON "Person" FROM PUBLIC;
                """,
        },
        WhenNotToUse = """
            Views that everybody may read are not reported, unless a sensitive column is among theirs: showing a part is what views are for. Nor are privileges that
            reach no row (REFERENCES), columns granted one by one, sequences, and what belongs to an extension.
            """,
    };

    public override IReadOnlyList<RuleOption> Options => [LiveOptions.ExposedRoles];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Relations, Definition.Name))
            yield break;
        var knowsColumns = context.Has(EvidenceSource.Columns, "sensitive-column-public");
        var exposed = new ExposedRoles(context);
        foreach (var table in context.Snapshot.Tables.Where(table => table is { IsExtensionOwned: false, IsPartition: false } && table.Name != "_prisma_migrations"))
        {
            var letters = AccessList.Of(table).OfPublic(AccessList.OfRows);
            if (letters.Length > 0 && !(table.IsView && letters == "r"))
                yield return OfTable(context, table, letters, exposed.IsOpenToPublic(table.Schema));
            if (!knowsColumns)
                continue;
            foreach (var column in table.Columns.Where(column => IsSensitive(context, column)))
            {
                if (Reader(column, exposed) is { } reader)
                    yield return OfColumn(context, column, reader, exposed.IsOpenToPublic(table.Schema) || reader != "PUBLIC");
            }
        }
    }

    private static Diagnostic OfTable(LiveContext context, DatabaseTable table, string letters, bool isOpen)
    {
        var isNarrowed = table is { HasRowSecurity: true, Policies.Count: > 0 } || !isOpen;
        var why = !isOpen ? $", of those that may enter the schema `{table.Schema}`" : isNarrowed ? ", as far as its policies let it" : "";
        return context.Report(
            context.PlaceOf(table),
            "public-table-grant",
            $"PUBLIC, that is every role, has {AccessList.Describe(letters)} on `{table.QualifiedName}`{why}. `REVOKE ALL ON {SqlNames.Write(table)} FROM PUBLIC`, and grant it to the roles that need it") with
        {
            Severity = isNarrowed ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
        };
    }

    private static Diagnostic OfColumn(LiveContext context, DatabaseColumn column, string reader, bool isOpen) =>
        context.Report(
            context.PlaceOf(column),
            "sensitive-column-public",
            $"{(reader == "PUBLIC" ? "PUBLIC, that is every role," : $"`{reader}`")} may read `{column.QualifiedName}`, which is named for {Describe(column, context)}. "
            + $"`REVOKE SELECT ON {SqlNames.Write(column.Table)} FROM {(reader == "PUBLIC" ? reader : SqlNames.Write(reader))}`, and grant the other columns where they are needed") with
        {
            Severity = isOpen ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        };

    // Roles behind policies see the rows that they are to see.
    private static string? Reader(DatabaseColumn column, ExposedRoles exposed) =>
        AccessList.Of(column.Table).OfPublic("r").Length > 0 || AccessList.Of(column).OfPublic("r").Length > 0 ? "PUBLIC"
        : column.Table is { HasRowSecurity: true, Policies.Count: > 0 } ? null
        : exposed.FindReader(column)?.Name;

    private static bool IsSensitive(LiveContext context, DatabaseColumn column) => column.TypeName is not "bool" && KindOf(context, column) is not null;

    private static SensitiveKind? KindOf(LiveContext context, DatabaseColumn column) =>
        KindOf(column.Name) ?? (context.Map.FieldOf(column) is { } field ? KindOf(field.Name) : null);

    private static SensitiveKind? KindOf(string name) =>
        SensitiveNames.KindOf(name) ?? (SensitiveNames.IsFormOfPassword(name) ? SensitiveKind.Credential : null);

    private static string Describe(DatabaseColumn column, LiveContext context) => KindOf(context, column) switch
    {
        SensitiveKind.Credential => "a credential",
        SensitiveKind.Identity => "a person's identity",
        SensitiveKind.Financial => "money matters",
        _ => "health",
    };
}
