using System;

namespace PrismaLint.Planning.Facts;

/// <summary>What a project is called, as far as the path of its schema tells.</summary>
internal static class ProjectName
{
    private static readonly string[] s_common = ["", ".", "..", "prisma", "schema", "src", "db", "database", "-"];

    /// <summary>The nearest folder that is not Prisma's own: <c>shop</c> of <c>apps/shop/prisma/schema.prisma</c>; empty where the path names none.</summary>
    public static string Of(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        for (var i = parts.Length - (path.EndsWith(".prisma", StringComparison.Ordinal) ? 2 : 1); i >= 0; i--)
        {
            if (Array.IndexOf(s_common, parts[i]) < 0)
                return parts[i];
        }
        return "";
    }
}
