using System.Collections.Generic;
using PrismaLint.Validation.Contract;

namespace PrismaLint.Validation;

/// <summary>Every check of the families <c>PL0001</c>–<c>PL0011</c>.</summary>
public static class ValidationCatalog
{
    /// <summary>The checks, group by group in the order of the stages.</summary>
    public static IReadOnlyList<ValidationCheck> All { get; } =
    [
        .. SyntaxCheckNames.Checks,
        .. ObjectChecks.Checks,
        .. NameChecks.Checks,
        .. TypeChecks.Checks,
        .. AttributeSet.Checks,
        .. ArgumentReader.Checks,
        Values.WrongForm,
        .. AttributeChecks.Checks,
        .. MapAttributeChecks.Checks,
        .. IdAttributeChecks.Checks,
        .. IndexAttributeChecks.Checks,
        .. FieldListReader.Checks,
        .. IndexColumnChecks.Checks,
        .. WherePredicateChecks.Checks,
        .. DefaultChecks.Checks,
        .. RelationArgumentChecks.Checks,
        .. ShardKeyChecks.Checks,
        .. ConfigurationValues.Checks,
        .. DatasourceChecks.Checks,
        .. ExtensionChecks.Checks,
        .. GeneratorChecks.Checks,
        .. DefaultFunctionChecks.Checks,
        .. StageV.Checks,
        .. ContractValidator.Checks,
    ];
}
