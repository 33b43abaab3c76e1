using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds tables that hold a column name and a value in each row.</summary>
public sealed class EntityAttributeValueRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5013", "entity-attribute-value")
    {
        Title = "Attributes of an entity as rows",
        Message = "Each row of `{0}` is one attribute of `{1}`: its name in `{2}`, its value in `{3}`",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Names of attributes in one column and their values in another look flexible and give up what a database is for: no
            type, no default, no `NOT NULL`, no foreign key and no check per attribute; a join or a pivot for each attribute that
            a query asks for; no statistics that a planner could use.

            Attributes that are known are columns. Attributes that vary by row, or that users invent, fit one `Json` column
            (`jsonb` with a Gin index on PostgreSQL).
            """,
        Example = new RuleExample(
            Flagged: """
                model Product {
                  id         Int                @id
                  attributes ProductAttribute[]
                }

                model ProductAttribute {
                  productId Int
                  product   Product @relation(fields: [productId], references: [id])
                  attribute String
                  value     String

                  @@id([productId, attribute])
                }
                """,
            Clean: """
                model Product {
                  id     Int     @id
                  weight Decimal @db.Decimal(9, 3)
                  colour String
                  extras Json    @default("{}")
                }
                """),
        WhenNotToUse = """
            The rows are key-value data in their own right. Models named for that are not reported: settings, configuration,
            preferences, options, metadata, headers, variables, translations, labels, tags, caches, features, flags; nor are
            models with more than nine columns, nor those in which nothing combines owner and name.
            """,
    };

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models that may hold attributes as rows.");

    private const int MostColumns = 9;

    private static readonly string[] s_names =
        ["key", "attribute", "attributename", "attributekey", "fieldname", "fieldkey", "property", "propertyname", "propertykey"];

    private static readonly string[] s_keyValueWords =
    [
        "setting", "config", "configuration", "preference", "pref", "option", "metadata", "meta", "header", "variable", "env", "secret", "translation",
        "label", "tag", "cache", "feature", "flag",
    ];

    public override IReadOnlyList<RuleOption> Options => [IgnoredModels];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var ignored = context.Get(IgnoredModels);
        foreach (var model in context.Tables)
        {
            if (model.ForeignKeys.Count == 0
                || FindOnly(model, IsAttributeName) is not { } name
                || FindOnly(model, IsValue) is not { } value
                || model.Columns.Count() > MostColumns
                || Words.Split(model.Name).Any(IsKeyValueWord)
                || ignored.Contains(model.Name)
                || model.ForeignKeys.FirstOrDefault(key => IsCombined(model, key, name)) is not { } owner)
            {
                continue;
            }
            yield return Definition.At(model.Location, model.Name, owner.Target.Name, name.Name, value.Name).On(model.DisplayName);
        }
    }

    private static FieldSymbol? FindOnly(ModelSymbol model, Func<FieldSymbol, bool> condition)
    {
        FieldSymbol? found = null;
        foreach (var column in model.Fields)
        {
            if (!condition(column))
                continue;
            if (found is not null)
                return null;
            found = column;
        }
        return found;
    }

    private static bool IsAttributeName(FieldSymbol column) =>
        column is { Scalar: ScalarType.String, IsList: false } && Array.IndexOf(s_names, Words.Squash(column.Name)) >= 0;

    private static bool IsValue(FieldSymbol column) =>
        column is { Scalar: ScalarType.String or ScalarType.Json, IsList: false }
        && (Words.Last(column.Name) == "value" || Words.Squash(column.Name) is "attributevalue" or "propertyvalue" or "fieldvalue");

    // One row per owner and name, or an index that looks rows up that way.
    private static bool IsCombined(ModelSymbol model, ForeignKeySymbol key, FieldSymbol name) =>
        !key.Fields.Contains(name)
        && model.Indexes.Any(index => index.Fields.Contains(name) && key.Fields.All(column => index.Fields.Contains(column)));

    private static bool IsKeyValueWord(string word) =>
        Array.IndexOf(s_keyValueWords, word) >= 0 || (word.EndsWith('s') && Array.IndexOf(s_keyValueWords, word.Substring(0, word.Length - 1)) >= 0);
}
