using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>A field that tells of people or holds a secret, as far as its name says.</summary>
/// <param name="Field">The field.</param>
/// <param name="Kind">What it tells.</param>
internal sealed record PersonalField(FieldSymbol Field, PersonalKind Kind)
{
    /// <summary>Of a credential the form in which it is kept.</summary>
    public SecretForm Form { get; } = Kind == PersonalKind.Credential ? PersonalNames.FormOf(Field) : SecretForm.Readable;

    /// <summary>More than a name or an address to write to: what harms whose it is when it gets out.</summary>
    public bool IsSensitive => Kind is PersonalKind.Credential or PersonalKind.Identity or PersonalKind.Financial or PersonalKind.Health;
}
