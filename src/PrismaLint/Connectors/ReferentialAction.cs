namespace PrismaLint.Connectors;

/// <summary>What happens to a row when the row it refers to goes away or changes its key.</summary>
public enum ReferentialAction
{
    Cascade,
    Restrict,
    NoAction,
    SetNull,
    SetDefault,
}
