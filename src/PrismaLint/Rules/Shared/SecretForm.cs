namespace PrismaLint.Rules.Shared;

/// <summary>In which form a secret is kept, as far as the name of its field says.</summary>
internal enum SecretForm
{
    /// <summary>Nothing says that it is kept otherwise than as it is.</summary>
    Readable,

    /// <summary>A hash, a digest or a salt: nobody gets the secret back from it.</summary>
    Hashed,

    /// <summary>Encrypted before it comes to the database.</summary>
    Encrypted,
}
