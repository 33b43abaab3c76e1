using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration.Data;
using PrismaLint.Rules;
using PrismaLint.Rules.Indexing;
using PrismaLint.Rules.Modelling;
using PrismaLint.Rules.Naming;
using PrismaLint.Rules.Relations;
using PrismaLint.Rules.Types;

namespace PrismaLint.Configuration.PrismaLintRc;

/// <summary>The rules of prisma-lint 0.13.</summary>
internal static class RcRules
{
    private const string PrismaLint = "prisma-lint";

    public static IReadOnlyList<RcRule> All { get; } =
    [
        new("ban-unbounded-string-type", [StringLengthPolicyRule.Definition], [RcOption.Flag("allowNativeTextType")], values =>
        [
            new(StringLengthPolicyRule.Definition,
                (StringLengthPolicyRule.Compatibility, PrismaLint),
                (StringLengthPolicyRule.Mode, "require-length"),
                (StringLengthPolicyRule.AllowText, Value(values, "allowNativeTextType"))),
        ]),
        new("enum-name-pascal-case", [EnumNameCaseRule.Definition], [RcOption.Names("allowList"), RcOption.Prefixes("trimPrefix")], values =>
        [
            new(EnumNameCaseRule.Definition,
                (EnumNameCaseRule.Compatibility, PrismaLint),
                (EnumNameCaseRule.Style, "pascal"),
                (EnumNameCaseRule.Allow, Value(values, "allowList")),
                (EnumNameCaseRule.TrimPrefix, Value(values, "trimPrefix"))),
        ]),
        new("enum-value-case", [EnumValueCaseRule.Definition],
            [
                RcOption.Choice("style", "snake", "camel", "pascal") with { IsRequired = true },
                RcOption.Choice("case", "lower", "upper"),
                RcOption.Words("compoundWords"),
                RcOption.Names("allowList"),
                RcOption.Prefixes("trimPrefix"),
            ],
            values => EnumValues(values, Value(values, "style") as string ?? "snake"))
        {
            TakesNames = true,
        },
        new("enum-value-snake-case", [EnumValueCaseRule.Definition],
            [RcOption.Choice("case", "lower", "upper"), RcOption.Words("compoundWords"), RcOption.Names("allowList"), RcOption.Prefixes("trimPrefix")],
            values => EnumValues(values, "snake"))
        {
            TakesNames = true,
        },
        new("field-name-camel-case", [FieldNameCaseRule.Definition], [RcOption.Names("allowList"), RcOption.Prefixes("trimPrefix")], values =>
        [
            new(FieldNameCaseRule.Definition,
                (FieldNameCaseRule.Compatibility, PrismaLint),
                (FieldNameCaseRule.Style, "camel"),
                (FieldNameCaseRule.Allow, Value(values, "allowList")),
                (FieldNameCaseRule.TrimPrefix, Value(values, "trimPrefix"))),
        ]),
        new("field-name-grammatical-number", [ListFieldNumberRule.Definition],
            [RcOption.Choice("ifList", "singular", "plural") with { IsRequired = true }, RcOption.Names("ifListAllow")],
            values =>
            [
                new(ListFieldNumberRule.Definition,
                    (ListFieldNumberRule.Compatibility, PrismaLint),
                    (ListFieldNumberRule.Style, Value(values, "ifList")),
                    (ListFieldNumberRule.Allow, Value(values, "ifListAllow"))),
            ]),
        new("field-name-mapping-snake-case", [ColumnNameMappingRule.Definition], [RcOption.Words("compoundWords"), RcOption.Flag("requireUnderscorePrefixForIds")], values =>
        [
            new(ColumnNameMappingRule.Definition,
                (ColumnNameMappingRule.Compatibility, PrismaLint),
                (ColumnNameMappingRule.CompoundWords, Value(values, "compoundWords")),
                (ColumnNameMappingRule.RequireUnderscorePrefixForIds, Value(values, "requireUnderscorePrefixForIds"))),
        ])
        {
            TakesNames = true,
        },
        new("field-order", [FieldOrderRule.Definition], [RcOption.Words("order") with { IsRequired = true }], values =>
        [
            new(FieldOrderRule.Definition, (FieldOrderRule.Compatibility, PrismaLint), (FieldOrderRule.Order, Value(values, "order"))),
        ]),
        new("forbid-field", [ForbiddenFieldNameRule.Definition], [RcOption.Expressions("forbid") with { IsRequired = true }], values =>
        [
            new(ForbiddenFieldNameRule.Definition, (ForbiddenFieldNameRule.Compatibility, PrismaLint), (ForbiddenFieldNameRule.Names, Value(values, "forbid"))),
        ])
        {
            TakesNames = true,
        },
        new("forbid-required-ignored-field", [RequiredFieldHiddenFromClientRule.Definition], [], _ =>
        [
            new(RequiredFieldHiddenFromClientRule.Definition, (RequiredFieldHiddenFromClientRule.Compatibility, PrismaLint)),
        ]),
        new("model-name-grammatical-number", [ModelNameNumberRule.Definition],
            [RcOption.Choice("style", "singular", "plural") with { IsRequired = true }, RcOption.Names("allowlist")],
            values =>
            [
                new(ModelNameNumberRule.Definition,
                    (ModelNameNumberRule.Compatibility, PrismaLint),
                    (ModelNameNumberRule.Style, Value(values, "style")),
                    (ModelNameNumberRule.Allow, Value(values, "allowlist"))),
            ]),
        new("model-name-mapping-snake-case", [TableNameMappingRule.Definition],
            [RcOption.Words("compoundWords"), RcOption.Pairs("irregularPlurals"), RcOption.Flag("pluralize"), RcOption.Text("trimPrefix")],
            values =>
            [
                new(TableNameMappingRule.Definition,
                    (TableNameMappingRule.Compatibility, PrismaLint),
                    (TableNameMappingRule.CompoundWords, Value(values, "compoundWords")),
                    (TableNameMappingRule.Irregular, Value(values, "irregularPlurals")),
                    (TableNameMappingRule.Pluralize, Value(values, "pluralize")),
                    (TableNameMappingRule.TrimPrefix, Value(values, "trimPrefix"))),
            ]),
        new("model-name-pascal-case", [ModelNameCaseRule.Definition], [RcOption.Names("allowList"), RcOption.Prefixes("trimPrefix")], values =>
        [
            new(ModelNameCaseRule.Definition,
                (ModelNameCaseRule.Compatibility, PrismaLint),
                (ModelNameCaseRule.Style, "pascal"),
                (ModelNameCaseRule.Allow, Value(values, "allowList")),
                (ModelNameCaseRule.TrimPrefix, Value(values, "trimPrefix"))),
        ]),
        new("model-name-prefix", [ModelNamePrefixRule.Definition], [RcOption.Text("prefix") with { IsRequired = true }], values =>
        [
            new(ModelNamePrefixRule.Definition, (ModelNamePrefixRule.Compatibility, PrismaLint), (ModelNamePrefixRule.Prefix, Value(values, "prefix"))),
        ]),
        new("require-default-empty-arrays", [ListWithoutDefaultRule.Definition], [], _ =>
        [
            new(ListWithoutDefaultRule.Definition, (ListWithoutDefaultRule.Compatibility, PrismaLint)),
        ]),
        new("require-field", [RequiredFieldsRule.Definition], [new("require", "a list of names and of maps with `name` and `ifSibling`", ReadRequirements) { IsRequired = true }], values =>
        [
            new(RequiredFieldsRule.Definition, (RequiredFieldsRule.Compatibility, PrismaLint), (RequiredFieldsRule.Require, Value(values, "require"))),
        ])
        {
            TakesNames = true,
        },
        new("require-field-index", [ForeignKeyWithoutIndexRule.Definition, RequiredIndexRule.Definition],
            [RcOption.Flag("forAllRelations"), RcOption.Expressions("forNames", allowsOne: true)],
            Indexes)
        {
            TakesNames = true,
        },
        new("require-field-type", [FieldTypePolicyRule.Definition], [new("require", "a list of maps with `ifName`, `type` and perhaps `nativeType`", ReadTypes) { IsRequired = true }], values =>
        [
            new(FieldTypePolicyRule.Definition, (FieldTypePolicyRule.Compatibility, PrismaLint), (FieldTypePolicyRule.Require, Value(values, "require"))),
        ]),
    ];

    public static RcRule? Find(string name) => All.FirstOrDefault(rule => rule.Name == name);

    private static object? Value(IReadOnlyDictionary<string, object> values, string option) => values.TryGetValue(option, out var value) ? value : null;

    private static IEnumerable<RcTarget> EnumValues(IReadOnlyDictionary<string, object> values, string style) =>
    [
        new(EnumValueCaseRule.Definition,
            (EnumValueCaseRule.Compatibility, PrismaLint),
            (EnumValueCaseRule.Style, style == "snake" && Value(values, "case") is "upper" ? "upper" : style),
            (EnumValueCaseRule.CompoundWords, Value(values, "compoundWords")),
            (EnumValueCaseRule.Allow, Value(values, "allowList")),
            (EnumValueCaseRule.TrimPrefix, Value(values, "trimPrefix"))),
    ];

    // One rule there, two here: the columns of relations, and fields by name.
    private static IEnumerable<RcTarget> Indexes(IReadOnlyDictionary<string, object> values)
    {
        if (Value(values, "forAllRelations") is true)
            yield return new(ForeignKeyWithoutIndexRule.Definition, (ForeignKeyWithoutIndexRule.Compatibility, PrismaLint));
        if (Value(values, "forNames") is NameList names)
            yield return new(RequiredIndexRule.Definition, (RequiredIndexRule.Compatibility, PrismaLint), (RequiredIndexRule.Names, names));
    }

    private static List<FieldRequirement>? ReadRequirements(DataNode node)
    {
        if (node.Kind != DataKind.List)
            return null;
        var requirements = new List<FieldRequirement>(node.Items.Count);
        foreach (var item in node.Items)
        {
            if (item.Kind == DataKind.Text)
            {
                requirements.Add(new FieldRequirement(item.Text, null));
                continue;
            }
            if (item.Find("name") is not { Kind: DataKind.Text } name
                || item.Find("ifSibling") is not { Kind: DataKind.Text } sibling
                || RcOption.List([RcOption.Literal(sibling.Text)]) is not { } siblings)
            {
                return null;
            }
            requirements.Add(new FieldRequirement(name.Text, siblings));
        }
        return requirements;
    }

    private static List<TypeRequirement>? ReadTypes(DataNode node)
    {
        if (node.Kind != DataKind.List)
            return null;
        var requirements = new List<TypeRequirement>(node.Items.Count);
        foreach (var item in node.Items)
        {
            var native = item.Find("nativeType");
            if (item.Find("ifName") is not { Kind: DataKind.Text } name
                || item.Find("type") is not { Kind: DataKind.Text } type
                || native is { Kind: not DataKind.Text }
                || RcOption.List([RcOption.Whole(name.Text)]) is not { } names)
            {
                return null;
            }
            requirements.Add(new TypeRequirement(names, type.Text, native is { Text.Length: > 0 } ? native.Text : null));
        }
        return requirements;
    }
}
