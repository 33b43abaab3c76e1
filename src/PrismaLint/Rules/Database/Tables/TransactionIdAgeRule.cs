using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds tables whose transaction ids come near the point where the server refuses to write.</summary>
public sealed class TransactionIdAgeRule() : LiveRule(Definition)
{
    private const string Detail = "xid-age";

    public static readonly RuleDescriptor Definition = new("PL8008", "transaction-id-age")
    {
        Title = "Transaction ids near their end",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            Transaction ids have 32 bits. VACUUM freezes old rows so that ids can be used again; where it cannot keep up (switched off, held
            back by an old transaction, a slot, a prepared transaction), the oldest rows age, and some three million before 2³¹ the server
            refuses every write (manual, "Preventing Transaction ID Wraparound Failures"). Autovacuum starts by itself at
            `autovacuum_freeze_max_age`; twice that age is a warning, `error_age` million an error. Multixact ids, of rows locked by several
            transactions, likewise.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id Int @id
                }
                """,
            Clean: """
                model User {
                  id Int @id
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                UPDATE pg_class SET relfrozenxid = ((txid_current() + 4294967296 - 1600000000) % 4294967296)::text::xid WHERE oid = '"User"'::regclass;
                """,
            Repair = """
                VACUUM (FREEZE, DISABLE_PAGE_SKIPPING) "User";
                """,
        },
        WhenNotToUse = "Partitions are told at their table, the oldest first. The age of the database is told once, where no table that was looked at explains it.",
    };

    public static readonly RuleOption<int> ErrorAge = RuleOption.Number("error_age", "Million transactions that make an error.", 1500, 1);

    private const double Million = 1e6;

    public override IReadOnlyList<RuleOption> Options => [ErrorAge];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Relations, Definition.Name))
            yield break;
        var error = context.Get(ErrorAge) * Million;
        var kinds = new[]
        {
            (Name: "transaction", Warning: Setting(context, "autovacuum_freeze_max_age", 200), OfTable: (Func<DatabaseTable, double>)(table => Math.Max(table.XidAge ?? 0, table.ToastXidAge ?? 0)), OfDatabase: context.Snapshot.Server.XidAge),
            (Name: "multixact", Warning: Setting(context, "autovacuum_multixact_freeze_max_age", 400), OfTable: table => table.MultixactAge ?? 0, OfDatabase: context.Snapshot.Server.MultixactAge),
        };
        foreach (var kind in kinds)
        {
            var least = Math.Min(kind.Warning, error);
            double oldest = 0;
            foreach (var group in context.Snapshot.Tables.Where(table => kind.OfTable(table) > least).GroupBy(TableFacts.Root))
            {
                var worst = group.OrderByDescending(kind.OfTable).First();
                var age = kind.OfTable(worst);
                oldest = Math.Max(oldest, age);
                yield return Report(context, context.PlaceOf(group.Key), $"`{worst.QualifiedName}`", age, kind.Name, error) is var found && group.Key == worst
                    ? found
                    : found with { Object = worst.QualifiedName };
            }
            if (kind.OfDatabase > least && kind.OfDatabase > oldest)
                yield return Report(context, context.PlaceOfDatabase("database"), "The database", kind.OfDatabase, kind.Name, error);
        }
    }

    // Twice the age at which autovacuum starts whatever else is set; in PostgreSQL without a setting, million.
    private static double Setting(LiveContext context, string name, double otherwise) =>
        2 * (double.TryParse(context.Snapshot.FindSetting(name), System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : otherwise * Million);

    private static Diagnostic Report(LiveContext context, LivePlace place, string what, double age, string kind, double error) =>
        context.Report(place, Detail, $"{what} holds {kind} ids of {Figures.Count(age / Million)} million ago, and at 2,147 million the server stops writing: `VACUUM (FREEZE)`, after ending what holds it back")
            with { IsOperational = true, Severity = age > error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning };
}
