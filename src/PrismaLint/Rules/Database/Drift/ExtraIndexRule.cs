using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds indexes that the schema does not declare.</summary>
public sealed class ExtraIndexRule() : DriftRule(Definition, EvidenceSource.Indexes)
{
    // So many indexes of a table are listed one by one.
    private const int Most = 3;

    private static readonly RuleOption<bool> s_handWritten = RuleOption.Flag(
        "hand_written", "Also report what the schema has no word for: expressions, INCLUDE, exclusion constraints, and conditions without the preview feature `partialIndexes`.", true);

    public static readonly RuleDescriptor Definition = new("PL8510", "extra-index")
    {
        Title = "Index that the schema does not declare",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            Migrations propose to drop the index, and nobody who reads the schema knows that a query hangs on it, or that a unique one refuses
            rows. What the schema can say is offered as a fix.

            Partial and covering indexes, those over expressions and exclusion constraints are taken for deliberate: they are named, since Prisma has
            no word for them, and `hand_written = false` hides them. An exact copy of a declared index is [PL8003](PL8003.md)'s.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id   Int    @id
                  name String
                }
                """,
            Clean: """
                model User {
                  id   Int    @id
                  name String

                  @@index([name])
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY, name text NOT NULL);
                CREATE INDEX "User_name_idx" ON "User" (name);
                """,
        },
        Fix = "Declares the index under its name. Safe for a plain one, for neither client nor database change; unsafe for a unique one, which adds a key to the client.",
    };

    public override IReadOnlyList<RuleOption> Options => [s_handWritten];

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var (model, table) in drift.StoredTables)
        {
            var extra = table.Indexes.Where(index => IsExtra(drift, model, index) && (context.Get(s_handWritten) || !IsHandWritten(context, index))).ToArray();
            if (extra.Length > Most)
            {
                yield return context.Report(
                    LiveContext.PlaceOf(model), Definition.Name,
                    $"the schema does not declare {extra.Length} indexes of `{table.QualifiedName}`: {SqlNames.List(extra.Select(index => index.Name), 8)}");
                continue;
            }
            foreach (var index in extra)
            {
                var found = context.Report(context.PlaceOf(index), Definition.Name, Describe(context, index));
                yield return Declare(context, model, index) is { } fix ? found.WithFix(fix) : found;
            }
        }
    }

    private static bool IsExtra(DriftScope drift, ModelSymbol model, DatabaseIndex index)
    {
        if (index.IsPrimary || index.IsPartition || drift.Map.MatchOf(index) is not null)
            return false;
        // Over a column that the schema does not know it goes with that.
        if (index.KeyColumns.Any(name => name is not null && index.Table.FindColumn(name) is { } column && drift.Map.FieldOf(column) is null))
            return false;
        // Beside a declared one that is missing it is told there.
        if (model.Indexes.Any(declared => drift.Map.MatchOf(declared) is null && declared.Fields.Select(column => SchemaMap.DatabaseName(column.ColumnName)).SequenceEqual(index.KeyColumns)))
            return false;
        return !index.Table.Indexes.Any(other => other != index && drift.Map.MatchOf(other) is not null && IsCopy(index, other));
    }

    private static bool IsCopy(DatabaseIndex index, DatabaseIndex other) =>
        index.Method == other.Method && index.KeyNumbers.SequenceEqual(other.KeyNumbers) && index.IncludedColumns.SequenceEqual(other.IncludedColumns)
        && index.Expressions == other.Expressions && index.Predicate == other.Predicate && index.OperatorClasses.SequenceEqual(other.OperatorClasses)
        && (!index.IsUnique || other.IsUnique)
        && Enumerable.Range(0, index.KeyCount).All(i => index.IsDescending(i) == other.IsDescending(i) && index.HasNullsFirst(i) == other.HasNullsFirst(i) && index.CollationOid(i) == other.CollationOid(i));

    private static bool IsHandWritten(LiveContext context, DatabaseIndex index) =>
        index.HasExpressions || index.IsExclusion || index.IncludedColumns.Count > 0 || index.AreNullsNotDistinct || (index.IsPartial && !context.Schema.HasPreviewFeature("partialIndexes"));

    private static string Describe(LiveContext context, DatabaseIndex index)
    {
        var what = index.IsExclusion ? "exclusion constraint" : index.IsUnique ? index.IsPartial ? "partial unique index" : "unique index" : index.IsPartial ? "partial index" : index.HasExpressions ? "index over an expression" : "index";
        var columns = string.Join(", ", index.KeyColumns.Select(name => name ?? index.Expressions ?? "an expression"));
        var text = $"the schema does not declare the {what} `{index.Name}` ({columns}) of `{index.Table.QualifiedName}`";
        return IsHandWritten(context, index)
            ? $"{text}: it has no word for it, so only the migration that made it keeps it"
            : index.IsUnique ? $"{text}, which refuses rows that the schema allows: a migration drops it" : $"{text}: a migration drops it";
    }

    private static CodeFix? Declare(LiveContext context, ModelSymbol model, DatabaseIndex index)
    {
        if (IsHandWritten(context, index) || index.IsPartial || !index.IsUsable || index.Shape is not { } shape || model.Syntax.CloseBrace.IsMissing
            || (index.IsUnique && shape.Method != IndexMethod.BTree) || Enumerable.Range(0, index.KeyCount).Any(i => index.OperatorClass(i) is not null || index.HasNullsFirst(i) != index.IsDescending(i)))
        {
            return null;
        }
        FieldSymbol[] columns = [.. index.KeyColumns.Select(name => context.Map.FieldOf(index.Table, name)).OfType<FieldSymbol>()];
        if (columns.Length != index.KeyColumns.Count)
            return null;
        var list = string.Join(", ", columns.Select((column, i) => column.Name + (index.IsDescending(i) ? "(sort: Desc)" : "")));
        var map = IsDefaultName(context, model, index, columns) ? "" : $", map: {SyntaxFacts.EncodeString(index.Name)}";
        var method = shape.Method == IndexMethod.BTree ? "" : $", type: {shape.Method}";
        var edit = SchemaEdits.AppendBlockAttribute(model, $"@@{(index.IsUnique ? "unique" : "index")}([{list}]{map}{method})");
        return index.IsUnique ? CodeFix.Unsafe($"Declare `{index.Name}`", edit) : CodeFix.Safe($"Declare `{index.Name}`", edit);
    }

    private static bool IsDefaultName(LiveContext context, ModelSymbol model, DatabaseIndex index, FieldSymbol[] columns)
    {
        var names = columns.Select(column => column.ColumnName);
        var name = index.IsUnique ? ConstraintNames.Unique(model.TableName, names, context.Static.Connector) : ConstraintNames.Index(model.TableName, names, context.Static.Connector);
        return string.Equals(name, index.Name, StringComparison.Ordinal);
    }
}
