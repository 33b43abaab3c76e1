using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds columns and enum labels whose name in the database is not the one that a convention derives.</summary>
public sealed class ColumnNameMappingRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1007", "column-name-mapping")
    {
        Title = "Column name outside the convention",
        Message = "{0} `{1}` {2}, expected `{3}`",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            Prisma names a column after its field, letter by letter, so that `createdAt` has to be quoted in every query written
            by hand. `@map` gives the column the name that the database's own convention asks for; this rule sees to it that
            each field has it, and that it is spelt by one rule.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id        Int      @id
                  createdAt DateTime
                }
                """,
            Clean: """
                model User {
                  id        Int      @id
                  createdAt DateTime @map("created_at")
                }
                """),
        WhenNotToUse = """
            A convention: off unless asked for. Relation fields have no column. Views, ignored fields and models, models of
            frameworks and fields of types that Prisma does not know keep their names, and so does `_id` on MongoDB.
            """,
        Fix = """
            Writes `@map` with the name expected, or removes one that is not needed. Unsafe: the name in the database changes,
            and Prisma's next migration drops the column with what is in it and adds an empty one. Edit that migration to
            `ALTER TABLE … RENAME COLUMN "createdAt" TO "created_at"` before it is applied. Not offered where the new name is
            taken, or where SQL in a condition of an index may speak of the column.
            """,
    };

    public static readonly RuleOption<IReadOnlyList<string>> Targets = RuleOption.Choices(
        "targets", "What is judged: columns, the labels of enum values.", ["columns"], "columns", "enum_values");

    public static readonly RuleOption<string> Style = DatabaseNames.Style("columns and labels");

    public static readonly RuleOption<IReadOnlyList<string>> CompoundWords = NamingOptions.CompoundWords();

    public static readonly RuleOption<string> Digits = DatabaseNames.Digits();

    public static readonly RuleOption<bool> RequireUnderscorePrefixForIds = RuleOption.Flag(
        "require_underscore_prefix_for_ids", "The column of a field with `@id` begins with an underscore, as `_id` does on MongoDB.", false);

    public static readonly RuleOption<NameList> Allow = RuleOption.Names("allow", "Names of fields and enum values whose name in the database is left alone.");

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("field-name-mapping-snake-case");

    public override IReadOnlyList<RuleOption> Options =>
        [Targets, Style, CompoundWords, Digits, RequireUnderscorePrefixForIds, Allow, Compatibility];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var allow = context.Get(Allow);
        return PrismaLintMode.IsOn(context.Get(Compatibility)) ? AsPrismaLint(context, allow) : Own(context, allow);
    }

    private static IEnumerable<Diagnostic> Own(RuleContext context, NameList allow)
    {
        // What a contract's names become is Prisma 8's to say; prisma-lint reads the text alone.
        if (context.Schema.IsContract)
            yield break;
        var names = DatabaseNames.Read(context, Style, CompoundWords, Digits);
        var targets = context.Get(Targets);
        var underscored = context.Get(RequireUnderscorePrefixForIds);
        if (targets.Contains("columns"))
        {
            var columns = NamingOptions.Fields(context, isPrismaLint: false)
                .Where(column => column.IsColumn && column.Kind != FieldKind.Unsupported && !allow.Contains(column.Name));
            foreach (var owner in columns.GroupBy(column => column.Owner))
            {
                var outliers = new List<(FieldSymbol Column, string Expected)>();
                foreach (var column in owner)
                {
                    var isId = column.FindAttribute("id") is not null;
                    var expected = (isId && underscored ? "_" : "") + names.Of(column.Name);
                    if (!names.Accepts(column.ColumnName, expected) && !(isId && context.Provider == Provider.MongoDb && column.ColumnName == "_id"))
                        outliers.Add((column, expected));
                }
                foreach (var diagnostic in Report(owner.Key, outliers, isPrismaLint: false))
                    yield return diagnostic;
            }
        }
        if (!targets.Contains("enum_values"))
            yield break;
        foreach (var symbol in context.Enums)
        {
            var expected = symbol.Values.ToLookup(value => names.Of(value.Name), StringComparer.Ordinal);
            foreach (var value in symbol.Values.Where(value => !names.Accepts(value.DatabaseName, names.Of(value.Name)) && !allow.Contains(value.Name)))
            {
                var name = names.Of(value.Name);
                var isFree = expected[name].Count() == 1 && !symbol.Values.Any(other => other.DatabaseName == name);
                yield return Diagnose(value, value.MapAttribute, "Value", value.DatabaseName, name, isFree ? MapEdits.OfValue(value, name) : null, isPrismaLint: false);
            }
        }
    }

    // A name in small letters needs no @map, whatever underscores are in it; an @map that is there has to be the expected one.
    private static IEnumerable<Diagnostic> AsPrismaLint(RuleContext context, NameList allow)
    {
        var compounds = context.Get(CompoundWords);
        var underscored = context.Get(RequireUnderscorePrefixForIds);
        foreach (var model in NamingOptions.Models(context, isPrismaLint: true))
        {
            var outliers = new List<(FieldSymbol Column, string Expected)>();
            foreach (var column in model.Fields.Where(column => column.IsColumn && !IsRelationForPrismaLint(column) && !allow.Contains(column.Name)))
            {
                var isPrefixed = underscored && column.FindAttribute("id") is not null;
                var expected = (isPrefixed ? "_" : "") + PrismaLintNames.ToSnakeCase(column.Name, compounds);
                var needsMap = isPrefixed || column.Name.Any(char.IsUpper);
                if (column.MapAttribute is null ? needsMap : column.ColumnName != expected)
                    outliers.Add((column, expected));
            }
            foreach (var diagnostic in Report(model, outliers, isPrismaLint: true))
                yield return diagnostic;
        }
    }

    // It takes a word that is neither a scalar nor declared for a model: so the native types of contracts, but for those with arguments.
    private static bool IsRelationForPrismaLint(FieldSymbol column) =>
        column.Kind == FieldKind.Scalar && ScalarTypes.Parse(column.Type.Name.Text) is null && column.Type is not QualifiedTypeSyntax { ArgumentList: not null };

    private static IEnumerable<Diagnostic> Report(BlockSymbol owner, List<(FieldSymbol Column, string Expected)> outliers, bool isPrismaLint)
    {
        if (outliers.Count == 0)
            yield break;
        var fields = (owner as ModelSymbol)?.Fields ?? ((CompositeTypeSymbol)owner).Fields;
        var taken = new HashSet<string>(fields.Where(member => member.IsColumn).Select(member => member.ColumnName), StringComparer.Ordinal);
        var wanted = outliers.ToLookup(outlier => outlier.Expected, StringComparer.Ordinal);
        // SQL speaks of columns by their names in the database.
        var hasSql = (owner as ModelSymbol)?.Indexes.Any(index => index.Predicate is { Raw: not null }) == true;
        foreach (var (column, expected) in outliers)
        {
            var isFree = expected.Length > 0 && !hasSql && (expected == column.ColumnName || (!taken.Contains(expected) && wanted[expected].Count() == 1));
            var edit = isFree ? MapEdits.OfField(column, expected, isWritten: isPrismaLint) : null;
            yield return Diagnose(column, column.MapAttribute, "Field", column.ColumnName, expected, edit, isPrismaLint);
        }
    }

    private static Diagnostic Diagnose(Symbol symbol, AttributeSymbol? map, string kind, string actual, string expected, TextEdit? edit, bool isPrismaLint)
    {
        var found = Definition
            .At(map is null || isPrismaLint ? symbol.Location : map.Location, kind, symbol.DisplayName, map is null && isPrismaLint ? "has no `@map`" : $"is `{actual}` in the database", expected)
            .On(symbol.DisplayName);
        if (edit is null)
            return found;
        return found.WithFix(expected == actual
            ? CodeFix.Safe($"Map `{symbol.Name}` to `{expected}`", edit)
            : CodeFix.Unsafe($"Map `{symbol.Name}` to `{expected}` ({MapEdits.Warning})", edit));
    }
}
