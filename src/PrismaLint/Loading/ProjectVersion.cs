using System.Collections.Generic;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>The line of Prisma that a schema's project uses.</summary>
internal static class ProjectVersion
{
    public static PrismaVersion Detect(IReadOnlyList<SourceText> files, FileReader reader)
    {
        _ = reader;
        return VersionEvidence.Find(files);
    }
}
