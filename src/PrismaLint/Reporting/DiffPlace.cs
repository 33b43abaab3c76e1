using System;
using PrismaLint.Text;

namespace PrismaLint.Reporting;

/// <summary>A place in a file as people read it.</summary>
public static class DiffPlace
{
    public static string Of(Location location) =>
        CodeFrame.Show(location.Path) + FormattableString.Invariant($":{location.Start.Line + 1}:{location.Start.Character + 1}");
}
