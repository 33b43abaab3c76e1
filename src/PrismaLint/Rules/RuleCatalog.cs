using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Rules.Naming;
using PrismaLint.Rules.Relations;

namespace PrismaLint.Rules;

/// <summary>Every rule.</summary>
public static class RuleCatalog
{
    /// <summary>The rules in the order of their ids. Adding a rule means adding a line here.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ModelNameCaseRule(),
        new FieldNameCaseRule(),
        new EnumNameCaseRule(),
        new EnumValueCaseRule(),
        new CaseOnlyNameDifferenceRule(),
        new IdentifierTooLongRule(),
        new RedundantMapRule(),
        new DuplicateEnumValueMappingRule(),
        new ForeignKeyTypeMismatchRule(),
        new ForeignKeyWidthMismatchRule(),
        new RelationReferencesPartialUniqueRule(),
        new OneToOneOnPartialUniqueRule(),
        new SetDefaultCannotWorkRule(),
        new OptionalRelationRequiredKeyRule(),
        new SelfRelationBlocksDeleteRule(),
        new DuplicateForeignKeyRule(),
        new RelationNamingRule(),
        new ImplicitManyToManySelfRule(),
        new ImplicitManyToManyRule(),
        new JoinModelWithoutKeyRule(),
        new RequiredFieldHiddenFromClientRule(),
        new ModelWithoutPrimaryKeyRule(),
    ];

    /// <summary>Options that several rules read: <c>prismalint.&lt;name&gt;</c>.</summary>
    public static IReadOnlyList<RuleOption> SharedOptions { get; } =
    [
    ];

    /// <summary>The rule of an id or name, whatever its case.</summary>
    public static Rule? Find(string idOrName) => All.FirstOrDefault(rule =>
        rule.Descriptor.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
        || rule.Descriptor.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<Rule> In(RulePreset preset) =>
        All.Where(rule => rule.Descriptor.Preset <= preset && rule.Descriptor.Preset != RulePreset.None);
}
