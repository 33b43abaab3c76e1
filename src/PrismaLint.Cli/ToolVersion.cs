using System.Reflection;

namespace PrismaLint.Cli;

internal static class ToolVersion
{
    /// <summary>The version as packages carry it, without build metadata.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        var text = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        var plus = text.IndexOf('+', System.StringComparison.Ordinal);
        return plus < 0 ? text : text[..plus];
    }
}
