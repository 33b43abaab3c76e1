using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds columns that are named for another model's id and that no relation holds to it.</summary>
public sealed class IdFieldWithoutRelationRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2017", "id-field-without-relation")
    {
        Title = "Id of another model without a relation",
        Message = "`{0}`{1} named for the id of {2}, and no relation says so",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Without a relation there is no foreign key: the column takes ids that never existed and keeps those of rows that are
            gone, and the client can neither include the row nor filter by it.

            A field `userId` or `user_id` counts where a model `User` or `Users` has one id field of the same type and native type.
            Not reported are names of other systems' ids (`external_names`), fields with a neighbour that names a type
            (`targetId` beside `targetType`), fields with a literal default, fields whose comment speaks of a foreign key, a
            constraint or another system, and models that keep what is gone (log, history, event, archive and the like). Where a
            schema has more of such fields than foreign keys, it is one decision, and one finding, at the first of them.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id Int @id
                }

                model Team {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id     Int  @id
                  userId Int
                  teamId Int
                  team   Team @relation(fields: [teamId], references: [id])

                  @@index([teamId])
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Team {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id     Int  @id
                  userId Int
                  user   User @relation(fields: [userId], references: [id])
                  teamId Int
                  team   Team @relation(fields: [teamId], references: [id])

                  @@index([userId])
                  @@index([teamId])
                }
                """),
        WhenNotToUse = "The rows live in another database, or must outlive the row they name: name the fields in `ignored_fields`.",
        Fix = """
            Unsafe: adds the relation behind the field and its opposite to the other model. The migration adds a foreign key, which
            fails where rows name an id that does not exist. Not offered where one of the new names is taken.
            """,
    };

    public static readonly RuleOption<NameList> IgnoredFields = RuleOption.Names(
        "ignored_fields", "Fields, as `field` or `Model.field`, that need no relation.");

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models whose fields need no relation.");

    // Rows that tell of what was, beside tombstones.
    private static readonly string[] s_records = ["activity", "activities", "audit", "audits", "snapshot", "snapshots", "backup", "backups", "stat", "stats", "metric", "metrics"];

    public override IReadOnlyList<RuleOption> Options => [ExternalIds.Names, IgnoredFields, IgnoredModels];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var external = Words.Squash(context.Get(ExternalIds.Names));
        var ignoredFields = context.Get(IgnoredFields);
        var ignoredModels = context.Get(IgnoredModels);
        Dictionary<string, ModelSymbol?>? targets = null;
        var found = new List<FieldSymbol>();
        foreach (var model in context.Tables)
        {
            if (FrameworkModels.Owns(model) || ignoredModels.Contains(model.Name) || SoftDelete.IsTombstone(model) || Words.ContainsAny(model.Name, s_records))
                continue;
            foreach (var column in model.Fields)
            {
                if (column.Kind == FieldKind.Scalar
                    && !column.IsList
                    && !column.IsIgnored
                    // A value that stands for nobody is no id of a row.
                    && column.Default?.Literal is null
                    && BaseOf(column.Name) is not null
                    && !column.ForeignKeysOver.Any()
                    && FindTarget(column, targets ??= FindTargets(context)) is not null
                    && !ignoredFields.Contains(column.Name)
                    && !ignoredFields.Contains(column.DisplayName)
                    && !ExternalIds.Contain(column.Name, external)
                    && !IsPolymorphic(column)
                    && !ExternalIds.IsExplained(column))
                {
                    found.Add(column);
                }
            }
        }
        foreach (var columns in Habit.Group(found, isHabit: found.Count > context.Schema.ForeignKeys.Count()))
        {
            if (targets is null || FindTarget(columns[0], targets) is not { } target)
                continue;
            var diagnostic = Definition
                .At(
                    columns[0].Location,
                    columns[0].DisplayName,
                    columns.Count == 1 ? " is" : $" and {columns.Count - 1} more fields are",
                    columns.Count == 1 ? $"`{target.Name}`" : "another model")
                .On(columns[0].DisplayName)
                .WithRelated(target.Location, $"`{target.Name}` is declared here");
            yield return columns.Count == 1 ? diagnostic.WithFix(Fix(context, columns[0], target)) : diagnostic;
        }
    }

    // By the name, and the name in the singular; a name that two models share leads to neither.
    private static Dictionary<string, ModelSymbol?> FindTargets(RuleContext context)
    {
        var targets = new Dictionary<string, ModelSymbol?>(StringComparer.Ordinal);
        foreach (var model in context.Tables)
        {
            if (model.PrimaryKey is not { Columns.Count: 1 })
                continue;
            var name = Words.Squash(model.Name);
            if (name.Length == 0)
                continue;
            Add(name, model);
            // No plural ends in another letter, but for men, children and people.
            if (name[name.Length - 1] is not ('s' or 'n' or 'e'))
                continue;
            var singular = Words.Squash(Inflection.Default.Singular(model.Name));
            if (singular != name)
                Add(singular, model);
        }
        return targets;

        void Add(string name, ModelSymbol model) => targets[name] = targets.ContainsKey(name) ? null : model;
    }

    private static ModelSymbol? FindTarget(FieldSymbol column, Dictionary<string, ModelSymbol?> targets)
    {
        if (BaseOf(column.Name) is not { } name || !targets.TryGetValue(Words.Squash(name), out var target) || target?.PrimaryKey is not { } key || target == column.Model)
            return null;
        var id = key.Columns[0].Field;
        return id.Scalar == column.Scalar && id.NativeType?.ToString() == column.NativeType?.ToString() && id != column ? target : null;
    }

    // `user` of `userId`, `user_id` and `userID`; nothing of `paid`.
    private static string? BaseOf(string name)
    {
        if (!name.TrimEnd('_').EndsWith("id", StringComparison.OrdinalIgnoreCase))
            return null;
        var words = Words.Split(name);
        if (words.Count < 2 || words[words.Count - 1] != "id")
            return null;
        var text = name.TrimEnd('_');
        return text.Substring(0, text.Length - 2).TrimEnd('_');
    }

    private static bool IsPolymorphic(FieldSymbol column) =>
        column.Model is { } model && BaseOf(column.Name) is { } name
        && model.Fields.Any(other => Words.Squash(other.Name) is var squashed
            && (squashed == Words.Squash(name) + "type" || squashed == Words.Squash(name) + "kind" || squashed == Words.Squash(name) + "model"));

    private static CodeFix? Fix(RuleContext context, FieldSymbol column, ModelSymbol target)
    {
        if (column.Model is not { } model || BaseOf(column.Name) is not { } name || !SyntaxFacts.IsValidName(name) || model.FindField(name) is not null)
            return null;
        var isOne = column.IsUnique;
        var back = char.ToLowerInvariant(model.Name[0]) + model.Name.Substring(1);
        if (!isOne)
            back = Inflection.Default.Plural(back);
        if (target.FindField(back) is not null || target.Syntax.CloseBrace.IsMissing || target.Fields.Count == 0 || target.PrimaryKey is not { } key)
            return null;
        // A second relation between two models needs a name.
        var isSecond = model.RelationFields.Any(side => side.TargetModel == target) || target.RelationFields.Any(side => side.TargetModel == model);
        var relation = isSecond ? $"\"{model.Name}_{column.Name}\", " : "";
        // Where cascades may not meet, the database's own answer is the one that never does.
        var actions = context.Provider is Provider.SqlServer or Provider.MongoDb ? ", onDelete: NoAction, onUpdate: NoAction" : "";
        return CodeFix.Unsafe(
            $"Add the relation `{name}` and `{target.Name}.{back}`",
            SchemaEdits.InsertField(
                column, name, target.Name + (column.IsOptional ? "?" : ""), $"@relation({relation}fields: [{column.Name}], references: [{key.Columns[0].Field.Name}]{actions})"),
            SchemaEdits.InsertField(
                target.Fields[target.Fields.Count - 1], back, model.Name + (isOne ? "?" : "[]"), isSecond ? $"@relation(\"{model.Name}_{column.Name}\")" : ""));
    }
}
