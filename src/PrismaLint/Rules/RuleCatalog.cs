using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Rules.Configuration;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Rules.Indexing;
using PrismaLint.Rules.Modelling;
using PrismaLint.Rules.Naming;
using PrismaLint.Rules.Relations;
using PrismaLint.Rules.Security;
using PrismaLint.Rules.Shared;
using PrismaLint.Rules.Types;

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
        new ModelNameNumberRule(),
        new TableNameMappingRule(),
        new ColumnNameMappingRule(),
        new CaseOnlyNameDifferenceRule(),
        new IdentifierTooLongRule(),
        new RedundantMapRule(),
        new ForeignKeyFieldNameRule(),
        new RelationFieldNameRule(),
        new ListFieldNumberRule(),
        new ModelNamePrefixRule(),
        new ForbiddenFieldNameRule(),
        new ConstraintNameMappingRule(),
        new DuplicateEnumValueMappingRule(),
        new ForeignKeyTypeMismatchRule(),
        new ForeignKeyWidthMismatchRule(),
        new RelationReferencesPartialUniqueRule(),
        new OneToOneOnPartialUniqueRule(),
        new SetNullOnRequiredFieldRule(),
        new SetDefaultCannotWorkRule(),
        new OptionalRelationRequiredKeyRule(),
        new CompositeKeyPartiallyNullableRule(),
        new ExplicitReferentialActionRule(),
        new SelfRelationBlocksDeleteRule(),
        new DuplicateForeignKeyRule(),
        new RelationNamingRule(),
        new ImplicitManyToManySelfRule(),
        new ImplicitManyToManyRule(),
        new JoinModelWithoutKeyRule(),
        new RequiredFieldHiddenFromClientRule(),
        new IdFieldWithoutRelationRule(),
        new ModelWithoutPrimaryKeyRule(),
        new ForeignKeyWithoutIndexRule(),
        new DuplicateIndexRule(),
        new DuplicateUniqueRule(),
        new RedundantIndexPrefixRule(),
        new TooManyIndexesRule(),
        new BooleanOnlyIndexRule(),
        new BTreeOnContainerRule(),
        new IndexOnUnindexableTypeRule(),
        new UniqueWithNullableFieldRule(),
        new SingleNullUniqueRule(),
        new RedundantPartialPredicateRule(),
        new IndexColumnOrderRule(),
        new RequiredIndexRule(),
        new DateTimeWithoutTimezoneRule(),
        new MixedTimestampTypesRule(),
        new DiscouragedTimeTypeRule(),
        new MoneyTypeRule(),
        new CharTypeRule(),
        new JsonInsteadOfJsonbRule(),
        new FloatForMoneyRule(),
        new DecimalWithoutPrecisionRule(),
        new IntPrimaryKeyRule(),
        new UuidStoredAsTextRule(),
        new DefaultCannotFitRule(),
        new StringLengthPolicyRule(),
        new MySqlShortDefaultStringRule(),
        new DateStoredAsTextRule(),
        new EpochIntegerRule(),
        new BooleanStoredAsTextOrNumberRule(),
        new ListWithoutDefaultRule(),
        new LargeBinaryRule(),
        new StringPrimaryKeyRule(),
        new DelimitedListInStringRule(),
        new UnusedTypeRule(),
        new SoftDeleteUniqueBlocksReuseRule(),
        new SoftDeleteUniqueWithNullableMarkerRule(),
        new SoftDeleteUniqueOtherRule(),
        new SoftDeleteMarkerNeverNullRule(),
        new SoftDeleteMarkerInconsistentRule(),
        new SoftDeleteHardCascadeRule(),
        new CreatedAtWithUpdatedAtRule(),
        new UpdatedAtNotMaintainedRule(),
        new CreatedAtWithoutDefaultRule(),
        new RequiredFieldsRule(),
        new FieldTypePolicyRule(),
        new FieldOrderRule(),
        new EntityAttributeValueRule(),
        new PolymorphicAssociationRule(),
        new WideModelRule(),
        new RepeatingColumnsRule(),
        new TenantColumnMissingRule(),
        new TenantScopeRule(),
        new SingleCurrentRowUnenforcedRule(),
        new VersionWithoutUniqueRule(),
        new MissingDocumentationRule(),
        new CredentialsInSchemaRule(),
        new InsecureConnectionParametersRule(),
        new PlaintextPasswordColumnRule(),
        new SecretLiteralRule(),
        new SensitiveFieldUndocumentedRule(),
        new PrivilegedDefaultRule(),
        new DeprecatedPreviewFeatureRule(),
        new PreviewFeaturePolicyRule(),
        new GeneratorWithoutOutputRule(),
        new EmulatedRelationsRule(),
        new DeprecatedPropertyRule(),
        new ObsoleteGeneratorOptionRule(),
        new PooledUrlWithoutDirectUrlRule(),
        new InvalidIndexRule(),
        new RowLevelSecurityGapRule(),
        new RowLevelSecurityBypassedRule(),
        new AlwaysTruePolicyRule(),
        new PerRowPolicyRule(),
        new ExcessivePrivilegesRule(),
        new ConnectionSecurityRule(),
        new PolicyIgnoresTenantRule(),
        new ViewBypassesRowSecurityRule(),
        new PublicTableGrantRule(),
        new SecurityDefinerFunctionRule(),
        new OutdatedExtensionRule(),
        new ExtensionInPublicRule(),
        new MissingAuditEvidenceRule(),
    ];

    /// <summary>Options that several rules read: <c>prismalint.&lt;name&gt;</c>.</summary>
    public static IReadOnlyList<RuleOption> SharedOptions { get; } =
    [
        SoftDelete.MarkerNames,
        SoftDelete.FlagNames,
        .. Tenancy.Options,
        .. LiveOptions.All,
    ];

    /// <summary>The rule of an id or name, whatever its case.</summary>
    public static Rule? Find(string idOrName) => All.FirstOrDefault(rule =>
        rule.Descriptor.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
        || rule.Descriptor.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<Rule> In(RulePreset preset) =>
        All.Where(rule => rule.Descriptor.Preset <= preset && rule.Descriptor.Preset != RulePreset.None);
}
