using PrismaLint.Text;

namespace PrismaLint.Fixes;

/// <summary>A file before and after fixing.</summary>
public sealed record FileChange(SourceText Before, SourceText After);
