using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds primary keys that are text.</summary>
public sealed class StringPrimaryKeyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4019", "string-primary-key")
    {
        Title = "Primary key of text",
        Message = "The key `{0}` is {1}",
        Category = DiagnosticCategory.Types,
        Preset = RulePreset.All,
        Rationale = """
            The key is repeated in every foreign key and every index over one. Text of 25 or 36 letters takes three to nine times
            the room of a number or a UUID, and its comparison goes by the collation. A natural key (a code, an address) is what
            people one day correct, and then every row that refers to it changes with it.

            `natural` reports keys whose default generates nothing, `text-generated` those that `cuid()`, `ulid()`, `nanoid()` or `uuid()`
            fills, `all` both. Native UUIDs are not reported, nor is MongoDB, nor are keys that are foreign keys at once: there
            the key referred to is the one to change.
            """,
        Example = new RuleExample(
            Flagged: """
                model Product {
                  code String @id
                }
                """,
            Clean: """
                model Product {
                  id   Int    @id @default(autoincrement())
                  code String @unique
                }
                """),
        WhenNotToUse = "The project has decided for keys of text. A new key is no edit: it moves every reference, so there is no fix.",
    };

    public static readonly RuleOption<string> Kinds = RuleOption.Choice(
        "kinds", "Which keys are reported.", "natural", "natural", "text-generated", "all");

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models whose key may be text.");

    public override IReadOnlyList<RuleOption> Options => [Kinds, IgnoredModels];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Provider == Provider.MongoDb)
            yield break;
        var kinds = context.Get(Kinds);
        var ignored = context.Get(IgnoredModels);
        foreach (var model in context.Tables)
        {
            if (model.PrimaryKey is not { Columns.Count: 1 } key || key.Columns[0].Field is not { Scalar: ScalarType.String } column)
                continue;
            if (FrameworkModels.Owns(model) || ignored.Contains(model.Name) || column.ForeignKeysOver.Any())
                continue;
            if (column.NativeType?.Name is "Uuid" or "UniqueIdentifier")
                continue;
            var isGenerated = column.Default?.IsGeneratedIdentifier == true;
            if (kinds != "all" && isGenerated != (kinds == "text-generated"))
                continue;
            yield return Definition
                .At(column.Location, column.DisplayName, isGenerated ? $"text that `{column.Default?.Function}()` generates" : "a `String` without a generator")
                .On(column.DisplayName);
        }
    }
}
