using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds foreign keys whose referential action nobody has written, or not the team's, and cascades that go too far.</summary>
public sealed class ExplicitReferentialActionRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2009", "explicit-referential-action")
    {
        Title = "Referential action left to the default, or outside the policy",
        Message = "`{0}` {1}",
        Category = DiagnosticCategory.Relations,
        Preset = RulePreset.All,
        Rationale = """
            What happens to the children when the parent goes is a decision about data. Left to the default, it hangs on a question
            mark: a required key restricts the delete, an optional one is set to null, and whoever makes the column optional
            changes both. Written down, it is seen in the review.

            `required_actions` holds what may be written: `Restrict, NoAction` forbids cascades. `max_cascade_depth` and
            `max_cascade_models` report a model whose delete would run through more models one after the other, or through more
            models in all, than that; models that delete each other in a circle count as one.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id     Int  @id
                  userId Int
                  user   User @relation(fields: [userId], references: [id])

                  @@index([userId])
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id     Int  @id
                  userId Int
                  user   User @relation(fields: [userId], references: [id], onDelete: Restrict)

                  @@index([userId])
                }
                """),
        WhenNotToUse = "A policy: the defaults of Prisma are sound, and a team that knows them needs no words.",
        Fix = """
            Safe: writes the action that is at work, so that nothing changes. Where `required_actions` does not allow that one, or
            the action written, there is no fix: what shall happen to the rows, the team must say.
            """,
    };

    public static readonly RuleOption<NameList> RequiredActions = RuleOption.Names(
        "required_actions", "Actions that may be written, as `Cascade`, `Restrict`, `NoAction`, `SetNull`, `SetDefault`; without any, all may.");

    public static readonly RuleOption<bool> OnUpdate = RuleOption.Flag("on_update", "Asks for `onUpdate` as well.", false);

    public static readonly RuleOption<int> MaxCascadeDepth = RuleOption.Number(
        "max_cascade_depth", "How many steps a delete may cascade; 0 sets no limit.", 0);

    public static readonly RuleOption<int> MaxCascadeModels = RuleOption.Number(
        "max_cascade_models", "How many other models a delete may cascade to; 0 sets no limit.", 0);

    public override IReadOnlyList<RuleOption> Options => [RequiredActions, OnUpdate, MaxCascadeDepth, MaxCascadeModels];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var allowed = context.Get(RequiredActions);
        var arguments = context.Get(OnUpdate) ? new[] { "onDelete", "onUpdate" } : ["onDelete"];
        foreach (var key in context.ForeignKeys)
        {
            if (key.Model.IsView || key.Model.IsIgnored || key.RelationField.IsIgnored || key.RelationField.FindAttribute("relation") is not { } relation)
                continue;
            foreach (var argument in arguments)
            {
                if (Judge(key, relation, argument, allowed) is { } diagnostic)
                    yield return diagnostic;
            }
        }
        int depth = context.Get(MaxCascadeDepth), models = context.Get(MaxCascadeModels);
        if (depth > 0 || models > 0)
        {
            foreach (var diagnostic in Cascades(context, depth, models))
                yield return diagnostic;
        }
    }

    private static Diagnostic? Judge(ForeignKeySymbol key, AttributeSymbol relation, string argument, NameList allowed)
    {
        var effective = argument == "onDelete" ? key.OnDelete : key.OnUpdate;
        var isAllowed = allowed.IsEmpty || allowed.Contains(effective.ToString());
        if (relation.Find(argument) is { } written)
        {
            return isAllowed
                ? null
                : Definition.At(relation.LocationOf(written), key.DisplayName, $"has `{argument}: {effective}`, which is not among those allowed ({allowed})").On(key.DisplayName);
        }
        var diagnostic = Definition.At(
                key.RelationField.Location,
                key.DisplayName,
                $"has no `{argument}`, and `{effective}` is at work{(isAllowed ? "" : $", which is not among those allowed ({allowed})")}")
            .On(key.DisplayName);
        return isAllowed
            ? diagnostic.WithFix(CodeFix.Safe($"Add `{argument}: {effective}`", SchemaEdits.SetArgument(relation, argument, effective.ToString())))
            : diagnostic;
    }

    private static IEnumerable<Diagnostic> Cascades(RuleContext context, int maxDepth, int maxModels)
    {
        var graph = new CascadeGraph(context.ForeignKeys.Where(key => key.OnDelete == ReferentialAction.Cascade));
        // A model inside of another one's cascade would only repeat it.
        foreach (var root in graph.Roots)
        {
            var depth = graph.DepthOf(root);
            var isDeep = maxDepth > 0 && depth > maxDepth;
            if (!isDeep && !(maxModels > 0 && graph.Reaches(root, maxModels + 1)))
                continue;
            yield return Definition
                .At(root.Location, root.Name, isDeep
                    ? $"cascades its delete over {depth} steps, more than {maxDepth}"
                    : $"cascades its delete to more than {maxModels} other model{(maxModels == 1 ? "" : "s")}")
                .On(root.DisplayName);
        }
    }
}
