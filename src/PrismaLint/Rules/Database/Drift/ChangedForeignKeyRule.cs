using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds foreign keys that do something else in the database than the relation says.</summary>
public sealed class ChangedForeignKeyRule() : DriftRule(Definition, EvidenceSource.Constraints)
{
    public static readonly RuleDescriptor Definition = new("PL8514", "changed-foreign-key")
    {
        Title = "Foreign key that does something else than its relation says",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            The database acts, not the schema. CASCADE where the schema refuses or keeps the rows deletes data that nobody meant to
            delete: an error. The other way round a delete that should work fails, or rows stay: a warning, and so is a key to another table and one that
            is NOT ENFORCED (18).

            RESTRICT and NO ACTION hardly differ, and a foreign key written by hand mostly has no ON UPDATE at all where the schema says CASCADE without
            writing it: such differences are one suggestion for a model. So are DEFERRABLE and MATCH FULL, which Prisma's diff does not see. That a key is
            NOT VALID is [PL8006](PL8006.md)'s.
            """,
        Example = new RuleExample(
            Flagged: MissingForeignKeyRule.Schema,
            Clean: MissingForeignKeyRule.Schema)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                CREATE TABLE "Post" (id integer PRIMARY KEY, "authorId" integer NOT NULL,
                  CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" (id) ON UPDATE CASCADE ON DELETE CASCADE);
                """,
            Repair = """
                ALTER TABLE "Post" DROP CONSTRAINT "Post_authorId_fkey",
                  ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" (id) ON UPDATE CASCADE ON DELETE RESTRICT;
                """,
        },
        Fix = "Writes the action of the database into the relation, where that is the harmless one. Unsafe: which of the two is right is for people to say.",
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        if (context.Schema.RelationMode == RelationMode.Prisma)
            yield break;
        foreach (var (model, table) in drift.StoredTables)
        {
            var light = new List<(ForeignKeySymbol Key, string Text)>();
            foreach (var key in model.ForeignKeys)
            {
                if (!MissingForeignKeyRule.IsExpected(drift, key))
                    continue;
                if (drift.Map.ConstraintOf(key) is not { } found)
                {
                    if (ForeignKeyDifferences.FindOther(drift, key, table) is { } other)
                    {
                        yield return Report(context, key, other, DiagnosticSeverity.Warning,
                            $"it refers from ({string.Join(", ", other.Columns)}) to `{other.TargetSchema}.{other.TargetTable}` ({string.Join(", ", other.TargetColumns)}), not to ({string.Join(", ", key.References.Select(column => column.ColumnName))}) of `{key.Target.TableName}`");
                    }
                    continue;
                }
                foreach (var finding in Weighty(context, key, found))
                    yield return finding;
                if (Light(key, found) is { Length: > 0 } text)
                    light.Add((key, text));
            }
            if (light.Count > 0)
                yield return Fold(context, model, light);
        }
    }

    private static IEnumerable<Diagnostic> Weighty(LiveContext context, ForeignKeySymbol key, DatabaseConstraint found)
    {
        if (!found.IsEnforced)
            yield return Report(context, key, found, DiagnosticSeverity.Warning, "it is NOT ENFORCED: rows may refer to others that do not exist");
        if (IsWeighty(key.OnDelete, found.OnDelete, key.ExplicitOnDelete is not null, isDelete: true))
        {
            var finding = Report(
                context, key, found, found.OnDelete == ReferentialAction.Cascade ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                $"ON DELETE {ForeignKeyDifferences.Words(found.OnDelete)}, and the schema says {ForeignKeyDifferences.Words(key.OnDelete)}: {OnDelete(key, found)}");
            yield return found.OnDelete == ReferentialAction.Cascade || key.RelationField.FindAttribute("relation") is not { } relation
                ? finding
                : finding.WithFix(CodeFix.Unsafe($"Say `onDelete: {found.OnDelete}`", SchemaEdits.SetArgument(relation, "onDelete", found.OnDelete.ToString())));
        }
        if (IsWeighty(key.OnUpdate, found.OnUpdate, key.ExplicitOnUpdate is not null, isDelete: false))
            yield return Report(context, key, found, DiagnosticSeverity.Warning, $"ON UPDATE {ForeignKeyDifferences.Words(found.OnUpdate)}, and the schema says {ForeignKeyDifferences.Words(key.OnUpdate)}");
    }

    // What is written by hand without an action refuses changes; that nobody wrote the schema's action either makes it light.
    private static bool IsWeighty(ReferentialAction declared, ReferentialAction found, bool isWritten, bool isDelete) =>
        !ForeignKeyDifferences.IsSame(declared, found) && (isDelete || isWritten || !ForeignKeyDifferences.Refuses(found));

    private static string OnDelete(ForeignKeySymbol key, DatabaseConstraint found) => found.OnDelete switch
    {
        ReferentialAction.Cascade => $"a delete of a {key.Target.Name} also deletes its {key.Model.Name} rows",
        ReferentialAction.SetNull => key.Fields.Any(column => column.IsRequired) ? "a delete fails, for the column takes no NULL, or leaves rows that cannot be read" : $"a delete leaves {key.Model.Name} rows without their {key.Target.Name}",
        ReferentialAction.SetDefault => $"a delete gives {key.Model.Name} rows the default",
        _ => $"a delete of a {key.Target.Name} with {key.Model.Name} rows fails",
    };

    private static string Light(ForeignKeySymbol key, DatabaseConstraint found)
    {
        var parts = new List<string>();
        if (key.OnDelete != found.OnDelete && !IsWeighty(key.OnDelete, found.OnDelete, key.ExplicitOnDelete is not null, isDelete: true))
            parts.Add($"ON DELETE {ForeignKeyDifferences.Words(found.OnDelete)} for {ForeignKeyDifferences.Words(key.OnDelete)}");
        if (key.OnUpdate != found.OnUpdate && !IsWeighty(key.OnUpdate, found.OnUpdate, key.ExplicitOnUpdate is not null, isDelete: false))
            parts.Add($"ON UPDATE {ForeignKeyDifferences.Words(found.OnUpdate)} for {ForeignKeyDifferences.Words(key.OnUpdate)}");
        if (found.IsDeferrable)
            parts.Add(found.IsInitiallyDeferred ? "DEFERRABLE INITIALLY DEFERRED: it is checked at COMMIT" : "DEFERRABLE");
        if (found.IsMatchFull)
            parts.Add("MATCH FULL");
        return parts.Count == 0 ? "" : $"`{found.Name}` is {string.Join(", ", parts)}";
    }

    private static Diagnostic Fold(LiveContext context, ModelSymbol model, List<(ForeignKeySymbol Key, string Text)> light)
    {
        var text = string.Join("; ", light.Take(4).Select(pair => pair.Text)) + (light.Count > 4 ? $"; and {light.Count - 4} more" : "");
        var found = context.Report(LiveContext.PlaceOf(light[0].Key), Definition.Name, $"foreign keys of `{model.Name}` differ little from the schema: {text}")
            with { Severity = DiagnosticSeverity.Suggestion };
        return light.Skip(1).Aggregate(found, (finding, pair) => finding.WithRelated(LiveContext.PlaceOf(pair.Key).Location, pair.Text));
    }

    private static Diagnostic Report(LiveContext context, ForeignKeySymbol key, DatabaseConstraint found, DiagnosticSeverity severity, string text) =>
        (context.Report(LiveContext.PlaceOf(key), Definition.Name, $"the foreign key `{found.Name}` of `{found.Table.QualifiedName}` is not what the relation says: {text}") with { Severity = DriftScope.SeverityOf(key.Model, severity) })
        .WithRelated(key.Fields[0].Location, "the column that refers");
}
