using PrismaLint.Text;

namespace PrismaLint.Configuration;

/// <summary>An <c>.editorconfig</c>, a <c>.globalconfig</c> or a configuration of prisma-lint as text; its name tells which.</summary>
/// <param name="Source">The text; its path is how findings call the file.</param>
/// <param name="FullPath">The absolute path, with <c>/</c>: sections match what lies below its folder.</param>
public sealed record ConfigurationFile(SourceText Source, string FullPath)
{
    /// <summary>The user named the file: it wins over those found, and counts for schemas outside its folder too.</summary>
    public bool IsNamed { get; init; }
}
