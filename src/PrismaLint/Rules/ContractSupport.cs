namespace PrismaLint.Rules;

/// <summary>What a rule does with Prisma 8 contracts.</summary>
public enum ContractSupport
{
    /// <summary>It is not run: what it is about does not exist there, is refused, or is different.</summary>
    None,

    /// <summary>It is run, and its fix, which writes what only schemas have, is not offered.</summary>
    FindingsOnly,

    /// <summary>It is run, and its fix, if it has one, writes what contracts have.</summary>
    Full,
}
