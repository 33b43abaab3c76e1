using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds models that are named in the plural, or in the singular.</summary>
public sealed class ModelNameNumberRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1005", "model-name-number")
    {
        Title = "Model name in the other grammatical number",
        Message = "Model `{0}` has a name in the {1}, expected `{2}`",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            A model is the type of one row, and its name is read that way: `prisma.user.findMany()` returns `User[]`. A schema
            with `Users` beside `Order` makes one look up each name. Which number it is, is a convention; this rule holds to
            one.
            """,
        Example = new RuleExample(
            Flagged: """
                model Users {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id       Int   @id
                  authorId Int
                  author   Users @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  posts Post[]

                  @@map("Users")
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  author   User @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """),
        WhenNotToUse = """
            A convention: off unless asked for. Only the last word counts, and it is taken for English. Words with one form for both (`News`, `Series`,
            `Settings`, `Data`, abbreviations such as `SMS`) are right in either number, and in the singular so are words that
            only end like plurals (`Address`, `Status`, `Analysis`, `Analytics`). In the plural, collections (`List`,
            `History`) are right too. Views, ignored models and those of frameworks are not judged.
            """,
        Fix = """
            Renames the model with every reference in the schema and adds `@@map` with the old name, so the database stays as
            it is. Unsafe: the client's API changes. Not offered where the model takes part in an implicit many-to-many
            relation, whose join table would get another name.
            """,
    };

    public static readonly RuleOption<string> Style = GrammaticalNumber.Style("names of models", GrammaticalNumber.Singular);

    public static readonly RuleOption<NameList> Allow = RuleOption.Names("allow", "Names of models that may have any number.");

    public static readonly RuleOption<IReadOnlyDictionary<string, string>> Irregular = NamingOptions.Irregular();

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("model-name-grammatical-number");

    public override IReadOnlyList<RuleOption> Options => [Style, Allow, Irregular, Compatibility];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var wanted = context.Get(Style);
        var allow = context.Get(Allow);
        var isPrismaLint = PrismaLintMode.IsOn(context.Get(Compatibility));
        var inflection = isPrismaLint ? Inflection.With(context.Get(Irregular)) : GrammaticalNumber.English(context.Get(Irregular));
        ILookup<BlockSymbol, FieldSymbol>? uses = null;
        foreach (var model in NamingOptions.Models(context, isPrismaLint).Where(model => !allow.Contains(model.Name)))
        {
            var expected = isPrismaLint
                ? GrammaticalNumber.FindOtherOfWhole(model.Name, wanted, inflection)
                : GrammaticalNumber.FindOther(model.Name, wanted, inflection);
            if (expected is null)
                continue;
            uses ??= RenameEdits.FieldsByType(context.Schema);
            yield return Definition
                .At(model.Location, model.Name, GrammaticalNumber.Opposite(wanted), expected)
                .On(model.DisplayName)
                .WithFix(RenameEdits.RenameBlock(context.Schema, model, expected, uses));
        }
    }
}
