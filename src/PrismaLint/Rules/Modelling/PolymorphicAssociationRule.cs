using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds pairs of a key and the name of the table that it refers to.</summary>
public sealed class PolymorphicAssociationRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5014", "polymorphic-association")
    {
        Title = "Reference whose table stands in another column",
        Message = "No foreign key can check `{0}`: `{1}` tells which model it refers to; an optional relation to each of them, or one to a model that they share, can be checked",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            `targetId` together with `targetType` refers to a row of this or that table. No database has a foreign key for that:
            ids of rows that never were are accepted, deleted rows leave references behind, no referential action runs, and
            Prisma offers no relation to follow.

            Ways out: one optional foreign key per target, with a `CHECK` in a migration that exactly one is set; or a model that
            all targets share (every `Post` and `Photo` has a `Subject`), to which one foreign key refers.
            """,
        Example = new RuleExample(
            Flagged: """
                model Like {
                  id         Int    @id
                  targetId   Int
                  targetType String

                  @@index([targetType, targetId])
                }
                """,
            Clean: """
                model Post {
                  id    Int    @id
                  likes Like[]
                }

                model Photo {
                  id    Int    @id
                  likes Like[]
                }

                model Like {
                  id      Int    @id
                  postId  Int?
                  post    Post?  @relation(fields: [postId], references: [id])
                  photoId Int?
                  photo   Photo? @relation(fields: [photoId], references: [id])

                  @@index([postId])
                  @@index([photoId])
                }
                """),
        WhenNotToUse = """
            The reference shall outlive its target, or the targets lie in other systems. Not reported: models that record what
            happened (audit, log, event, outbox, history, activity, webhook in their name), ids with a foreign key or with a model
            of their name, ids that the model itself is named for (`messageId` and `messageType` of `ChatMessage` are its own), ids
            of other systems or of a diagram (external, provider, processor, node, …), and types that are an enum of which less
            than half of the values name a model; one value is enough where the id is called by a word that fits anything (entity,
            object, target, subject, resource, owner, parent, …).
            """,
    };

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models that may hold such references.");

    public static readonly RuleOption<NameList> IgnoredFields = RuleOption.Names(
        "ignored_fields", "Ids, as `field` or `Model.field`, that may refer to rows of any model.");

    private static readonly string[] s_types = ["type", "kind", "model"];

    private static readonly string[] s_records = ["audit", "log", "event", "outbox", "history", "activity", "webhook"];

    private static readonly string[] s_foreign = ["external", "ext", "provider", "processor", "gateway", "remote", "vendor", "client", "session", "trace", "request", "correlation", "node", "step", "component", "widget"];

    // What such a reference is called where it may refer to anything.
    private static readonly string[] s_anything =
    [
        "entity", "object", "target", "subject", "resource", "res", "owner", "parent", "item", "record", "reference", "ref", "related",
        "associated", "model", "thing", "holder", "member", "actor", "source", "destination",
    ];

    public override IReadOnlyList<RuleOption> Options => [IgnoredModels, IgnoredFields];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var ignoredModels = context.Get(IgnoredModels);
        var ignoredFields = context.Get(IgnoredFields);
        HashSet<string>? modelNames = null;
        foreach (var model in context.Tables)
        {
            foreach (var type in model.Fields)
            {
                if (!IsType(type) || FindId(model, type) is not { } id)
                    continue;
                modelNames ??= [.. context.Schema.Models.Select(other => Words.Squash(other.Name))];
                if (IsReference(model, id, type, modelNames)
                    && !ignoredModels.Contains(model.Name) && !ignoredFields.Contains(id.Name) && !ignoredFields.Contains(id.DisplayName))
                {
                    yield return Definition.At(id.Location, id.DisplayName, type.Name).On(id.DisplayName)
                        .WithRelated(type.Location, "The column that names the model");
                }
            }
        }
    }

    private static bool IsType(FieldSymbol column) =>
        !column.IsList
        && (column.Scalar == ScalarType.String || column is { Kind: FieldKind.Enum, TypeSymbol: EnumSymbol { Values.Count: > 1 } })
        && TypeWordOf(column.Name) is not null;

    private static string? TypeWordOf(string name)
    {
        foreach (var word in s_types)
        {
            if (name.Length > word.Length && name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return word;
        }
        return null;
    }

    private static FieldSymbol? FindId(ModelSymbol model, FieldSymbol type)
    {
        var name = Words.Squash(type.Name);
        var subject = name.Substring(0, name.Length - (TypeWordOf(name)?.Length ?? 0));
        foreach (var column in model.Fields)
        {
            if (column.Scalar is not (ScalarType.String or ScalarType.Int or ScalarType.BigInt) || column.IsList || column.Name.Length < subject.Length + 2)
                continue;
            var candidate = Words.Squash(column.Name);
            if (candidate.Length == subject.Length + 2 && candidate.StartsWith(subject, StringComparison.Ordinal) && candidate.EndsWith("id", StringComparison.Ordinal))
                return column;
        }
        return null;
    }

    private static bool IsReference(ModelSymbol model, FieldSymbol id, FieldSymbol type, HashSet<string> modelNames)
    {
        var subject = Words.Squash(id.Name);
        subject = subject.Substring(0, subject.Length - 2);
        return !id.IsId
            && !id.ForeignKeysOver.Any()
            && !modelNames.Contains(subject)
            && !modelNames.Contains(subject + "s")
            && !(subject.EndsWith('s') && modelNames.Contains(subject.TrimEnd('s')))
            && !Words.Split(id.Name).Any(word => Array.IndexOf(s_foreign, word) >= 0)
            && !Words.Split(model.Name).Any(word => s_records.Any(record => word == record || word == record + "s"))
            && (FitsAnything(id) || !Words.Squash(model.Name).Contains(subject, StringComparison.Ordinal))
            && (type.TypeSymbol is not EnumSymbol kinds || NamesModels(kinds, modelNames, FitsAnything(id)))
            && !FrameworkModels.Owns(model);
    }

    // `entityId`, `created_entity_id`: the word before id.
    private static bool FitsAnything(FieldSymbol id)
    {
        var words = Words.Split(id.Name);
        return Array.IndexOf(s_anything, words.Count > 1 ? words[words.Count - 2] : words[0].Substring(0, words[0].Length - 2)) >= 0;
    }

    private static bool NamesModels(EnumSymbol kinds, HashSet<string> modelNames, bool isOneEnough)
    {
        var named = kinds.Values.Count(value => modelNames.Any(model => model.EndsWith(Words.Squash(value.Name), StringComparison.Ordinal)));
        return isOneEnough ? named > 0 : named * 2 >= kinds.Values.Count;
    }
}
