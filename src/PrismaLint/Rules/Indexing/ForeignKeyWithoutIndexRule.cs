using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds foreign keys whose rows no index finds.</summary>
public sealed class ForeignKeyWithoutIndexRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3001", "foreign-key-without-index")
    {
        Title = "Foreign key without an index",
        Message = "No index of `{0}` starts with `{1}`, the foreign key to `{2}`",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.Full,
        Rationale = """
            PostgreSQL, CockroachDB, SQLite and SQL Server index the referenced side of a foreign key and not the referencing
            side. Without an index there, each delete or key change of a parent row reads the whole child table to look for
            children, and holds its locks meanwhile; following the relation from the parent (`include`, relation filters,
            joins) reads it too. On a small table nobody notices, on a grown one everybody does.

            MySQL makes such an index by itself, so nothing is reported there. With `relationMode = "prisma"` no database
            makes one; where Prisma's own validation warns of that, this rule does not say it again. Prisma 8 makes the index of a
            relation itself: in a contract only relations with `index: false` are looked at.

            A primary key or unique that starts with the columns is an index like any other; so are an index that holds the
            columns of a compound key in another order, a hash index over the one column, and a partial index whose condition
            is that the column is not null. Of `@@id([postId, tagId])` only `postId` gains: `tagId` needs an index of its own.
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
                """),
        WhenNotToUse = """
            Where the child table stays small, or its parents are never deleted and never asked for their children, an index
            only costs: name the models in `ignored_models`, the fields in `ignored_fields`, or parents whose rows never go
            away (countries, currencies) in `parents`. `only = cascading` keeps to keys where a delete of the parent writes to
            the children. A project that adopts the rule late starts best with a baseline.
            """,
        Fix = "Safe: adds `@@index` over the columns. An index changes how fast the database answers, never what it answers.",
    };

    public static readonly RuleOption<string> Coverage = RuleOption.Choice(
        "coverage",
        "`set`: the index starts with the key's columns in any order; `strict`: in the key's order; `leading`: with any one of them.",
        "set", "set", "strict", "leading");

    public static readonly RuleOption<string> Only = RuleOption.Choice(
        "only", "`cascading` reports only keys whose rows change when the parent goes (Cascade, SetNull, SetDefault).", "all", "all", "cascading");

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names(
        "ignored_models", "Models whose foreign keys may stay without an index.");

    public static readonly RuleOption<NameList> IgnoredFields = RuleOption.Names(
        "ignored_fields", "Fields, as `field` or `Model.field`, whose foreign keys may stay without an index.");

    public static readonly RuleOption<NameList> Parents = RuleOption.Names(
        "parents", "Models so small and steady that keys that refer to them need no index.");

    public static readonly RuleOption<bool> MongoDb = RuleOption.Flag("mongodb", "Reports relations of MongoDB too.", false);

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("require-field-index");

    public override IReadOnlyList<RuleOption> Options => [Coverage, Only, IgnoredModels, IgnoredFields, Parents, MongoDb, Compatibility];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        PrismaLintMode.IsOn(context.Get(Compatibility)) ? JudgeAsPrismaLint(context) : Judge(context);

    // Whatever the provider, each column of a key by itself. Unlike there, a key of several columns may have one index.
    private static IEnumerable<Diagnostic> JudgeAsPrismaLint(RuleContext context)
    {
        foreach (var model in context.WrittenModels)
        {
            var keys = new Dictionary<string, FieldSymbol>(StringComparer.Ordinal);
            foreach (var relation in model.Fields)
            {
                if (relation.FindAttribute("relation")?.Find("fields") is not ArrayExpressionSyntax columns
                    || (relation.ForeignKey is { Fields.Count: > 1 } key && model.HasIndexFor(key)))
                {
                    continue;
                }
                foreach (var column in columns.Elements.OfType<PathExpressionSyntax>())
                    keys.TryAdd(column.Name.Text, relation);
            }
            foreach (var column in model.Fields.Where(column => keys.ContainsKey(column.Name)))
            {
                if (PrismaLintMode.IsIndexed(column))
                    continue;
                var relation = keys[column.Name];
                yield return Definition
                    .At(column.Location, model.Name, column.Name, relation.Type.Name.Text)
                    .On(column.DisplayName)
                    .WithRelated(relation.Location, $"`{relation.Name}` is the relation")
                    .WithFix(model.HasErrors
                        ? null
                        : CodeFix.Safe($"Add `@@index([{column.Name}])`", SchemaEdits.AppendBlockAttribute(model, $"@@index([{column.Name}])")));
            }
        }
    }

    private static IEnumerable<Diagnostic> Judge(RuleContext context)
    {
        if (!Concerns(context))
            yield break;
        var mode = context.Get(Coverage) switch
        {
            "strict" => CoverageMode.Strict,
            "leading" => CoverageMode.Leading,
            _ => CoverageMode.Set,
        };
        var emulated = context.Connector.IsSql && context.Schema.RelationMode == RelationMode.Prisma;
        var ignoredModels = context.Get(IgnoredModels);
        var ignoredFields = context.Get(IgnoredFields);
        var parents = context.Get(Parents);
        var onlyCascading = context.Get(Only) == "cascading";

        foreach (var model in context.Tables)
        {
            if (model.ForeignKeys.Count == 0 || ignoredModels.Contains(model.Name))
                continue;
            HashSet<string>? reported = null;
            foreach (var key in model.ForeignKeys)
            {
                if (!Counts(key)
                    || key.HasOwnIndex
                    || parents.Contains(key.Target.Name)
                    || (onlyCascading && key.OnDelete is ReferentialAction.Restrict or ReferentialAction.NoAction)
                    || key.Fields.Any(column => ignoredFields.Contains(column.Name) || ignoredFields.Contains(column.DisplayName))
                    || model.HasIndexFor(key, mode)
                    || (emulated && PrismaWarns(key))
                    // An index made by hand; where the database lacks one too, PL8002 says it with figures.
                    || ForeignKeyCover.IsCovered(context, key) == true)
                {
                    continue;
                }
                // Two relations over the same columns want one index.
                if ((reported ??= []).Add(string.Join(",", key.Fields.Select(column => column.Name).OrderBy(name => name, StringComparer.Ordinal))))
                    yield return Report(context, key);
            }
        }
    }

    private static Diagnostic Report(RuleContext context, ForeignKeySymbol key)
    {
        var wanted = NewIndex.Index(context, key.Model, key.Fields);
        var diagnostic = Definition
            .At(key.Fields[0].Location, key.Model.Name, key.FieldList, key.Target.Name)
            .On(key.Fields[0].DisplayName)
            .WithRelated(key.RelationField.Location, $"`{key.RelationField.Name}` is the relation")
            .WithFix(CodeFix.Safe($"Add `{wanted}`", SchemaEdits.AppendBlockAttribute(key.Model, wanted)));
        return FindNearMiss(key) is { } index
            ? diagnostic.WithRelated(index.Location, $"`{index.Quote}` holds `{key.FieldList}`, but not first")
            : diagnostic;
    }

    private static IndexSymbol? FindNearMiss(ForeignKeySymbol key) => key.Model.Indexes.FirstOrDefault(index =>
        index.Kind != IndexKind.Fulltext && index.Columns.Count > key.Fields.Count && key.Fields.All(column => index.Fields.Contains(column)));

    private static bool Concerns(RuleContext context) => context.Provider switch
    {
        Provider.Unknown => false,
        Provider.MongoDb => context.Get(MongoDb),
        _ => !context.Connector.IndexesForeignKeys || context.Schema.RelationMode == RelationMode.Prisma,
    };

    private static bool Counts(ForeignKeySymbol key) =>
        key is { Fields.Count: > 0, RelationField.IsIgnored: false, Target: { HasErrors: false, IsView: false } }
        && !key.Fields.Any(column => column.IsIgnored || column.Kind == FieldKind.Unsupported);

    // Prisma looks for an id, unique or index that starts with the fields in their order, whatever its kind.
    private static bool PrismaWarns(ForeignKeySymbol key) => !key.Model.Indexes.Any(index =>
        index.Kind != IndexKind.Fulltext
        && index.Columns.Count >= key.Fields.Count
        && index.Fields.Take(key.Fields.Count).SequenceEqual(key.Fields));
}
