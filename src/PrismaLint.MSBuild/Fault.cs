using System;

namespace PrismaLint.MSBuild;

/// <summary>A fault of the linter itself.</summary>
internal static class Fault
{
    public const string Id = "PL0099";

    public const string Name = "tool-fault";

    public static string Describe(Exception exception) =>
        $"The Prisma schemas of this project are unchecked, for a fault of PrismaLint: `{exception.GetType().Name}`, {exception.Message.TrimEnd('.')}";
}
