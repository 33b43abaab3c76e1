using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds fields that the team wants indexed and that lead no index.</summary>
public sealed class RequiredIndexRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3013", "required-index")
    {
        Title = "Field without the index that the team asks for",
        Message = "No {0} of `{1}` starts with `{2}`",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            Some fields are looked up in every table that has them: an external id, a slug, the tenant. A list of their names
            keeps the next table from being the one that was forgotten. Without a list nothing is reported.

            A primary key or unique that starts with the field is an index like any other, a compound one included; a partial
            index counts where its condition is that the field is not null, and GIN, GiST and full-text indexes look up
            something else than a value.
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id         Int    @id
                  externalId String
                }
                """,
            Clean: """
                model Order {
                  id         Int    @id
                  externalId String

                  @@index([externalId])
                }
                """)
        {
            Options = new Dictionary<string, string> { ["names"] = "externalId, /Slug$/" },
        },
        WhenNotToUse = "Views, ignored models and ignored fields are not looked at. Name tables that stay small in `ignored_models`.",
        Fix = "Safe: adds `@@index` over the field. Not offered with `kinds = unique`, which the rows may contradict.",
    };

    public static readonly RuleOption<NameList> Names = RuleOption.Names("names", "Fields that have to lead an index, by name.");

    public static readonly RuleOption<string> Kinds = RuleOption.Choice(
        "kinds", "`unique`: only a primary key or unique will do; `index`: only an `@@index`; `any`: either.", "any", "any", "index", "unique");

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models whose fields may stay without.");

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("require-field-index");

    public override IReadOnlyList<RuleOption> Options => [Names, Kinds, IgnoredModels, Compatibility];

    public override RuleOption? NeededOption => Names;

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var names = context.Get(Names);
        if (names.IsEmpty)
            yield break;
        var kinds = context.Get(Kinds);
        var ignored = context.Get(IgnoredModels);
        var isPrismaLint = PrismaLintMode.IsOn(context.Get(Compatibility));
        foreach (var model in (isPrismaLint ? context.WrittenModels : context.Tables).Where(model => !ignored.Contains(model.Name)))
        {
            foreach (var column in model.Fields)
            {
                if (!names.Contains(column.Name) || !(isPrismaLint || (column.IsColumn && !column.IsIgnored)) || Leads(column, model, kinds, isPrismaLint))
                    continue;
                yield return Definition
                    .At(column.Location, kinds == "unique" ? "unique" : "index", model.Name, column.Name)
                    .On(column.DisplayName)
                    .WithFix(kinds == "unique" || !column.IsColumn || column.Kind == FieldKind.Unsupported || model.HasErrors
                        ? null
                        : CodeFix.Safe($"Add `@@index([{column.Name}])`", SchemaEdits.AppendBlockAttribute(model, $"@@index([{column.Name}])")));
            }
        }
    }

    private static bool Leads(FieldSymbol column, ModelSymbol model, string kinds, bool isPrismaLint) => isPrismaLint
        ? PrismaLintMode.IsIndexed(column)
        : model.IndexesLedBy(column).Any(index => (kinds == "any" || kinds == "unique" == index.IsUnique) && IndexCoverage.Covers(index.Shape, [column.Name]));
}
