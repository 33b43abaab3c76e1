namespace PrismaLint.Rules.Database.Drift;

/// <summary>How the default of a column and that of its field agree.</summary>
internal enum DefaultVerdict
{
    Equal,
    Different,

    /// <summary>Two expressions that cannot be shown to be equal.</summary>
    Unclear,
    OnlyInSchema,
    OnlyInDatabase,
}
