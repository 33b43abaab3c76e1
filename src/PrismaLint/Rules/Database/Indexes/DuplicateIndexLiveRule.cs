using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Indexes;

/// <summary>Finds indexes of the database that do what another one does.</summary>
public sealed class DuplicateIndexLiveRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8003", "duplicate-index-live")
    {
        Title = "Index that does what another one does",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            A second index over the same columns answers no query that the first does not answer; each insert, update and vacuum pays for
            both, and both want room in the cache. Hand-made indexes and those of migrations meet this way, and Prisma's diff does not
            see an exact copy of an index that it knows.

            Equal are indexes with the same access method, key columns, operator classes, collations, sort options, expressions, condition
            and INCLUDE columns (`duplicate-index`). A plain B-tree is also surplus where its columns are the beginning of another one with
            the same condition that carries all of its INCLUDE columns (`redundant-index`); where that one is more than `wider` times its
            size, the short one may be worth its price, and it is a suggestion.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  email String

                  @@index([email])
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  email String

                  @@index([email])
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, email text NOT NULL);
                CREATE INDEX "User_email_idx" ON "User" (email);
                CREATE INDEX user_email ON "User" (email);
                """,
            Repair = """
                DROP INDEX user_email;
                """,
        },
        WhenNotToUse = """
            Of a unique and a plain index only the plain one is surplus; what backs a constraint, is the replica identity or the order of
            CLUSTER is never called so, except that two constraints over the same columns are mentioned. Where PL3002, PL3003 or PL3004 say
            the same of two declared indexes, this finding takes their place.
            """,
        Fix = "Safe, where the schema declares the surplus index: deletes it there.",
    };

    public static readonly RuleOption<int> Wider = RuleOption.Number("wider", "A longer index of more than so many times the size stands in for a short one only as a suggestion.", 4, 1);

    public override IReadOnlyList<RuleOption> Options => [Wider];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Indexes, Definition.Name))
            return [];
        return context.UserTables.SelectMany(table => Duplicates.Of(context, table)).Select(pair => Report(context, pair));
    }

    private static Diagnostic Report(LiveContext context, Duplicates.Pair pair)
    {
        var (index, other) = (pair.Index, pair.Other);
        var own = context.Map.MatchOf(index)?.Symbol;
        var stays = context.Map.MatchOf(other)?.Symbol;
        // A copy of a declared index is declared by the same line.
        var place = own is not null ? context.PlaceOf(index)
            : !pair.IsPrefix && stays is not null ? LiveContext.PlaceOf(stays) with { Object = index.QualifiedName }
            : pair.IsPrefix ? context.PlaceOf(index) : IndexFacts.Place(context, index);
        var size = IndexFacts.Size(index);
        var what = $"`{index.Name}` on `{index.Table.QualifiedName}` ({Figures.Size(size)})";
        var severity = DiagnosticSeverity.Warning;
        string message;
        if (pair.IsPrefix)
        {
            if (size > 0 && IndexFacts.Size(other) > size * context.Get(Wider))
                severity = DiagnosticSeverity.Suggestion;
            message = $"{what} is the beginning of `{other.Name}` over `{SqlNames.Columns(other)}`"
                + (severity == DiagnosticSeverity.Suggestion ? $", which is much larger ({Figures.Size(IndexFacts.Size(other))})" : "");
        }
        else
        {
            message = $"{what} does what `{other.Name}` does over `{SqlNames.Columns(other)}`";
        }
        if (index.Constraint is { } constraint)
        {
            severity = DiagnosticSeverity.Suggestion;
            message += $"; both back constraints: `ALTER TABLE {SqlNames.Quote(index.Table)} DROP CONSTRAINT {SqlNames.Quote(constraint.Name)}`";
        }
        else if (Duplicates.IsReferred(context, index))
        {
            severity = DiagnosticSeverity.Suggestion;
            message += "; a foreign key leans on it";
        }
        else
        {
            message += ": " + SqlNames.Drop(index);
        }
        var found = context.Report(place, pair.IsPrefix ? "redundant-index" : "duplicate-index", message) with { Severity = severity, Supersedes = ["PL3002", "PL3003", "PL3004"] };
        if (stays is not null && stays.Location != found.Location)
            found = found.WithRelated(stays.Location, "The index that stays");
        return own is { Kind: Semantics.IndexKind.Index } ? found.WithFix(CodeFix.Safe($"Delete `{own.Quote}`", SchemaEdits.RemoveIndex(own))) : found;
    }
}
