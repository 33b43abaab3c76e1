namespace PrismaLint.Validation;

/// <summary>The name that a misspelt one is probably meant to be.</summary>
/// <param name="Text">The name.</param>
/// <param name="IsSure">One slip away and no other name as near: a fix may write it unasked.</param>
internal sealed record NearName(string Text, bool IsSure)
{
    public override string ToString() => Text;
}
