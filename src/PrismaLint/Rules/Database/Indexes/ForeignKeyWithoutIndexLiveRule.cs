using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Rules.Indexing;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>Finds foreign keys of the database whose rows no index finds.</summary>
public sealed class ForeignKeyWithoutIndexLiveRule() : LiveRule(Definition)
{
    private const string Uncovered = "uncovered-fk";

    private const string Weak = "weak-fk-cover";

    public static readonly RuleDescriptor Definition = new("PL8002", "foreign-key-without-index-live")
    {
        Title = "Foreign key without an index in the database",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            PostgreSQL indexes what a foreign key refers to, not what refers. Each delete of a parent row, and each change of its key, then
            reads the whole child table to look for children; so does following the relation from the parent (PostgreSQL manual,
            "Foreign Keys": "it is often a good idea to index the referencing columns too").

            Covered is a key by a valid, ready B-tree (or a hash index over the one column) that has the key's columns first, in any
            order; columns of INCLUDE do not count. A condition is allowed only where it says that the columns are not null. A compound key
            of which an index has only one column first is covered weakly.

            The severity goes by use: a table below `min_rows` rows is a suggestion, a larger one a warning, and an error where the table
            is read from end to end again and again, where rows of the parent were deleted though the key acts on it, or where the
            schema declares the index and the database lacks it.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  author   User @relation(fields: [authorId], references: [id])
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  author   User @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                CREATE TABLE "Post" (id integer PRIMARY KEY, "authorId" integer NOT NULL,
                  CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" (id) ON DELETE RESTRICT ON UPDATE CASCADE);
                INSERT INTO "User" SELECT g FROM generate_series(1, 100) g;
                INSERT INTO "Post" SELECT g, g % 100 + 1 FROM generate_series(1, 5000) g;
                ANALYZE "User", "Post";
                """,
            Repair = """
                CREATE INDEX "Post_authorId_idx" ON "Post" ("authorId");
                """,
        },
        WhenNotToUse = """
            It takes the place of PL3001 wherever it speaks, and PL3001 keeps silent where the database has an index that the schema does not
            declare; keys that the schema alone has stay with PL3001. What `ignored_models`, `ignored_fields` and `parents` of PL3001 leave
            out is left out here. Partitions are judged with their table, which is covered too where each of them has an index; keys
            of extensions and of `_prisma_migrations` are not looked at. While an index is being built, nothing is said.
            """,
        Fix = "Safe: adds `@@index` over the columns, where the schema knows them and has no such index.",
    };

    public static readonly RuleOption<int> MinRows = RuleOption.Number("min_rows", "A table with fewer rows is only a suggestion.", 1000);

    public static readonly RuleOption<int> ScanRows = RuleOption.Number("scan_rows", "So many rows read by each of `scans` sequential scans make an error.", 10_000);

    public static readonly RuleOption<int> Scans = RuleOption.Number("scans", "So many sequential scans of `scan_rows` rows make an error.", 50);

    public override IReadOnlyList<RuleOption> Options => [MinRows, Scans, ScanRows];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Constraints, Definition.Name) || !context.Has(EvidenceSource.Indexes, Definition.Name))
            yield break;
        HashSet<long> building = [.. context.Snapshot.Rows(EvidenceSource.IndexProgress).Select(row => row.Number("index"))];
        var (models, fields, parents) = (
            context.Get(ForeignKeyWithoutIndexRule.IgnoredModels), context.Get(ForeignKeyWithoutIndexRule.IgnoredFields), context.Get(ForeignKeyWithoutIndexRule.Parents));
        foreach (var table in context.UserTables)
        {
            HashSet<string> reported = [];
            // A key to a partitioned table has further rows in the catalog, one for each partition: those have a parent.
            foreach (var key in table.ForeignKeys.Where(key => key.ParentOid == 0 && !ForeignKeyCover.IsCovered(table, key.Columns)))
            {
                var ownFields = key.Columns.Select(column => context.Map.FieldOf(table, column)).OfType<FieldSymbol>().ToArray();
                if (table.Indexes.Any(index => building.Contains(index.Oid) && ForeignKeyCover.Covers(index, key.Columns))
                    || (context.Map.ModelOf(table) is { } model && models.Contains(model.Name))
                    || ownFields.Any(field => fields.Contains(field.Name) || fields.Contains(field.DisplayName))
                    || (key.Target is { } target && context.Map.ModelOf(target) is { } parent && parents.Contains(parent.Name))
                    // Two keys over the same columns want one index.
                    || !reported.Add(string.Join(",", key.Columns.OrderBy(column => column, System.StringComparer.Ordinal))))
                {
                    continue;
                }
                yield return Report(context, key, ownFields);
            }
        }
    }

    private static Diagnostic Report(LiveContext context, DatabaseConstraint key, FieldSymbol[] fields)
    {
        var table = key.Table;
        var symbol = context.Map.KeyOf(key);
        var list = string.Join(", ", key.Columns);
        var place = symbol is { Fields.Count: > 0 } ? LiveContext.PlaceOf(symbol.Fields[0]) : context.PlaceOfColumns(key);
        var rows = table.Rows is { } count ? Figures.Count(count, "row") : "rows never counted";
        var weak = key.Columns.Count > 1 ? table.Indexes.FirstOrDefault(index => index.IsUsable && ForeignKeyCover.Covers(index, key.Columns, CoverageMode.Leading)) : null;
        var declared = fields.Length == key.Columns.Count
            ? context.Map.ModelOf(table)?.Indexes.FirstOrDefault(index => IndexCoverage.Covers(index.Shape, [.. fields.Select(field => field.Name)]))
            : null;
        var (severity, reason) = Rate(context, key, declared);
        if (weak is not null && declared is null)
            severity = DiagnosticSeverity.Suggestion;
        var create = $"`CREATE INDEX {(table.Kind == DatabaseTableKind.PartitionedTable ? "" : "CONCURRENTLY ")}ON {SqlNames.Quote(table)} ({string.Join(", ", key.Columns.Select(SqlNames.Quote))})`";
        var message = weak is not null && declared is null
            ? $"Of `{list}`, the foreign key `{key.Name}` of `{table.QualifiedName}` ({rows}) to `{key.TargetTable}`, `{weak.Name}` finds only `{weak.KeyColumns[0]}`: {create}"
            : $"No index of `{table.QualifiedName}` ({rows}) starts with `{list}`, the foreign key `{key.Name}` to `{key.TargetTable}`{reason}: {create}";
        var found = context.Report(place, weak is not null && declared is null ? Weak : Uncovered, message) with { Severity = severity, Supersedes = ["PL3001"] };
        var relation = symbol?.RelationField;
        if (relation is not null)
            found = found.WithRelated(relation.Location, $"`{relation.Name}` is the relation");
        if (declared is not null)
            return found.WithRelated(declared.Location, "The index that the database lacks");
        return context.Map.ModelOf(table) is { } model && fields.Length == key.Columns.Count && fields.All(field => field is { IsIgnored: false, Kind: not FieldKind.Unsupported })
            ? found.WithFix(AddIndex(context, model, symbol is not null ? [.. symbol.Fields] : fields))
            : found;
    }

    private static CodeFix AddIndex(LiveContext context, ModelSymbol model, IReadOnlyList<FieldSymbol> fields)
    {
        var wanted = NewIndex.Index(context.Static, model, fields);
        return CodeFix.Safe($"Add `{wanted}`", SchemaEdits.AppendBlockAttribute(model, wanted));
    }

    private static (DiagnosticSeverity Severity, string Reason) Rate(LiveContext context, DatabaseConstraint key, IndexSymbol? declared)
    {
        var table = key.Table;
        var invalid = table.Indexes.FirstOrDefault(index => !index.IsUsable && ForeignKeyCover.Covers(index, key.Columns));
        if (declared is not null)
            return (DiagnosticSeverity.Error, $"; `{declared.Quote}` is declared and " + (invalid is null ? "not there" : $"`{invalid.Name}` is invalid"));
        if (table.Rows is { } rows && rows < context.Get(MinRows))
            return (DiagnosticSeverity.Suggestion, "");
        var scans = TableFacts.Sum(table, statistics => statistics.SequentialScans) ?? 0;
        var read = TableFacts.Sum(table, statistics => statistics.SequentialRowsRead) ?? 0;
        if (scans > 0 && scans >= context.Get(Scans) && read / scans >= context.Get(ScanRows))
            return (DiagnosticSeverity.Error, $", and {Figures.Count(scans, "scan")} {Figures.Verb(scans, "has", "have")} read {Figures.Count(read / (double)scans, "row")} each");
        var deleted = key.Target is { } target ? TableFacts.Sum(target, statistics => statistics.Deleted) ?? 0 : 0;
        return deleted > 0 && key.OnDelete is not ReferentialAction.NoAction
            ? (DiagnosticSeverity.Error, $", and {Figures.Count(deleted, "deleted row")} of `{key.TargetTable}` had to look for it")
            : (DiagnosticSeverity.Warning, "");
    }
}
