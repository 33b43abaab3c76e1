using System.Collections.Generic;

namespace PrismaLint.Validation.Contract;

/// <summary>
/// What Prisma 8 says of a contract, as far as the text alone decides it: what extensions bring is unknown here, so what could
/// be theirs is not judged.
/// </summary>
internal static class ContractValidator
{
    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        .. ContractNameChecks.Checks,
        .. ContractTypeChecks.Checks,
        .. ContractEnumChecks.Checks,
        .. ContractAttributeChecks.Checks,
        .. ContractFieldListChecks.Checks,
        .. ContractKeyChecks.Checks,
        .. ContractInheritanceChecks.Checks,
        .. ContractRelationChecks.Checks,
        .. ContractBackrelationChecks.Checks,
    ];

    public static void Run(ValidationContext context)
    {
        ContractNameChecks.Run(context);
        ContractTypeChecks.Run(context);
        ContractEnumChecks.Run(context);
        ContractAttributeChecks.Run(context);
        ContractFieldListChecks.Run(context);
        ContractKeyChecks.Run(context);
        ContractInheritanceChecks.Run(context);
        ContractRelationChecks.Run(context);
        // What is wrong above changes which relations there are: a back side is judged between sound models only.
        ContractBackrelationChecks.Run(context);
    }
}
