namespace PrismaLint.Rules.Shared;

/// <summary>What a field tells about a person, as far as its name says.</summary>
internal enum PersonalKind
{
    Name,
    Email,
    Phone,
    Address,
    Birth,
    SocialAccount,
    Network,
    Location,
    Image,

    /// <summary>Gender, belief, origin and the like.</summary>
    Trait,

    /// <summary>Numbers of papers and registers.</summary>
    Identity,
    Financial,
    Health,

    /// <summary>Passwords, tokens and keys.</summary>
    Credential,
}
