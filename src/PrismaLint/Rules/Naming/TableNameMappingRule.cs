using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds tables and enum types whose name in the database is not the one that a convention derives.</summary>
public sealed class TableNameMappingRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1006", "table-name-mapping")
    {
        Title = "Table name outside the convention",
        Message = "{0} `{1}` {2}, expected `{3}`",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            Prisma names a table after its model, letter by letter, so that `UserRole` has to be quoted in every query written
            by hand. `@@map` gives the table the name that the database's own convention asks for; this rule sees to it that
            each model has it, and that it is spelt by one rule.
            """,
        Example = new RuleExample(
            Flagged: """
                model UserRole {
                  id Int @id
                }
                """,
            Clean: """
                model UserRole {
                  id Int @id

                  @@map("user_role")
                }
                """),
        WhenNotToUse = """
            A convention: off unless asked for. Views, ignored models and those of frameworks keep their names. The types of
            enums are judged only on databases that have such types.
            """,
        Fix = """
            Writes `@@map` with the name expected, or removes one that is not needed. Unsafe: the name in the database changes,
            and Prisma's next migration drops the table and creates an empty one. Edit that migration to
            `ALTER TABLE "UserRole" RENAME TO "user_role"` (for an enum `ALTER TYPE … RENAME TO …`) before it is applied. Not
            offered where the new name is taken.
            """,
    };

    public static readonly RuleOption<IReadOnlyList<string>> Targets = RuleOption.Choices(
        "targets", "What is judged: the tables of models, the types of enums.", ["tables", "enums"], "tables", "enums");

    public static readonly RuleOption<string> Style = DatabaseNames.Style("tables and enum types");

    public static readonly RuleOption<bool> Pluralize = RuleOption.Flag("pluralize", "Tables are named in the plural.", false);

    public static readonly RuleOption<IReadOnlyDictionary<string, string>> Irregular = NamingOptions.Irregular();

    public static readonly RuleOption<IReadOnlyList<string>> CompoundWords = NamingOptions.CompoundWords();

    public static readonly RuleOption<string> TrimPrefix = RuleOption.Text("trim_prefix", "A prefix of models and enums that their tables and types go without.", "");

    public static readonly RuleOption<string> Digits = DatabaseNames.Digits();

    public static readonly RuleOption<NameList> Allow = RuleOption.Names("allow", "Names of models and enums whose name in the database is left alone.");

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("model-name-mapping-snake-case");

    public override IReadOnlyList<RuleOption> Options =>
        [Targets, Style, Pluralize, Irregular, CompoundWords, TrimPrefix, Digits, Allow, Compatibility];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var allow = context.Get(Allow);
        var isPrismaLint = PrismaLintMode.IsOn(context.Get(Compatibility));
        var found = (isPrismaLint ? AsPrismaLint(context) : Own(context)).Where(outlier => !allow.Contains(outlier.Block.Name)).ToList();
        if (found.Count == 0)
            return [];
        var taken = new HashSet<string>(Names(context.Schema), StringComparer.Ordinal);
        var wanted = found.ToLookup(outlier => Key(outlier.Block, outlier.Expected), StringComparer.Ordinal);
        return found.Select(outlier => Report(outlier, isPrismaLint, IsFree(outlier)));

        bool IsFree(Outlier outlier) => outlier.Expected == outlier.Actual
            || (!taken.Contains(Key(outlier.Block, outlier.Expected)) && wanted[Key(outlier.Block, outlier.Expected)].Count() == 1);
    }

    private static IEnumerable<Outlier> Own(RuleContext context)
    {
        // What a contract's names become is Prisma 8's to say; prisma-lint reads the text alone.
        if (context.Schema.IsContract)
            yield break;
        var names = DatabaseNames.Read(context, Style, CompoundWords, Digits);
        var prefix = context.Get(TrimPrefix);
        var targets = context.Get(Targets);
        var plurals = context.Get(Pluralize) ? Inflection.With(context.Get(Irregular)) : null;
        if (targets.Contains("tables"))
        {
            foreach (var model in NamingOptions.Models(context, isPrismaLint: false))
            {
                var expected = names.Of(NamingOptions.Trim(model.Name, prefix), plurals);
                if (!names.Accepts(model.TableName, expected))
                    yield return new Outlier(model, model.MapAttribute, model.TableName, expected);
            }
        }
        if (!targets.Contains("enums") || !context.Connector.IsPostgreSqlLike)
            yield break;
        foreach (var symbol in context.Enums.Where(symbol => symbol.IsDatabaseType))
        {
            var expected = names.Of(NamingOptions.Trim(symbol.Name, prefix));
            if (!names.Accepts(symbol.DatabaseName, expected))
                yield return new Outlier(symbol, symbol.MapAttribute, symbol.DatabaseName, expected);
        }
    }

    // There, a name has to be written even where the model has it anyway.
    private static IEnumerable<Outlier> AsPrismaLint(RuleContext context)
    {
        var compounds = context.Get(CompoundWords);
        var prefix = context.Get(TrimPrefix);
        var plurals = context.Get(Pluralize) ? Inflection.With(context.Get(Irregular)) : null;
        foreach (var model in NamingOptions.Models(context, isPrismaLint: true))
        {
            var expected = PrismaLintNames.ToSnakeCase(model.Name, compounds, prefix);
            expected = plurals?.Plural(expected) ?? expected;
            if (model.MapAttribute is null || model.TableName != expected)
                yield return new Outlier(model, model.MapAttribute, model.TableName, expected);
        }
    }

    private static Diagnostic Report(Outlier outlier, bool isPrismaLint, bool isFree)
    {
        var (block, map, actual, expected) = outlier;
        // The line of the model is the one that prisma-lint shows.
        var location = map is null || isPrismaLint ? block.Location : map.Location;
        var found = Definition
            .At(location, block is EnumSymbol ? "Enum" : "Model", block.Name, map is null && isPrismaLint ? "has no `@@map`" : $"is `{actual}` in the database", expected)
            .On(block.DisplayName);
        if (expected.Length == 0 || !isFree || MapEdits.OfBlock(block, map, expected, isWritten: isPrismaLint) is not { } edit)
            return found;
        return found.WithFix(expected == actual
            ? CodeFix.Safe($"Map `{block.Name}` to `{expected}`", edit)
            : CodeFix.Unsafe($"Map `{block.Name}` to `{expected}` ({MapEdits.Warning})", edit));
    }

    // A type and a table of one name cannot stand side by side in a schema of PostgreSQL.
    private static IEnumerable<string> Names(SemanticModel schema) => schema.Models.Select(model => Key(model, model.TableName))
        .Concat(schema.Enums.Where(symbol => symbol.IsDatabaseType).Select(symbol => Key(symbol, symbol.DatabaseName)));

    private static string Key(BlockSymbol block, string name) => ((block as ModelSymbol)?.SchemaName ?? (block as EnumSymbol)?.SchemaName) + "." + name;

    private sealed record Outlier(BlockSymbol Block, AttributeSymbol? Map, string Actual, string Expected);
}
