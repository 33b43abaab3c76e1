using System.Text;
using System.Text.RegularExpressions;

namespace PrismaLint.PostgreSql;

/// <summary>
/// The variables that a Prisma config takes its URLs from: <c>env('X')</c>, <c>process.env.X</c>, <c>process.env['X']</c> behind the
/// keys of its datasource. The config is a program; it is read, never run.
/// </summary>
internal static partial class PrismaConfigVariables
{
    /// <summary>The variable behind a key of the datasource, <c>url</c> or <c>directUrl</c>; <see langword="null"/> where the pattern is another one.</summary>
    public static string? Find(string program, string key)
    {
        var text = WithoutComments(program);
        var datasource = Datasource().Match(text);
        if (!datasource.Success)
            return null;
        foreach (Match match in Value().Matches(text, datasource.Index))
        {
            if (match.Groups["key"].Value == key)
                return match.Groups["name"].Value;
        }
        return null;
    }

    private static string WithoutComments(string program)
    {
        var text = new StringBuilder(program.Length);
        for (var i = 0; i < program.Length; i++)
        {
            var c = program[i];
            var next = i + 1 < program.Length ? program[i + 1] : '\0';
            if (c is '"' or '\'' or '`')
            {
                var start = i;
                for (i++; i < program.Length && program[i] != c && (c == '`' || program[i] != '\n'); i++)
                {
                    if (program[i] == '\\')
                        i++;
                }
                text.Append(program, start, System.Math.Min(i + 1, program.Length) - start);
            }
            else if (c == '/' && next is '/' or '*')
            {
                var end = next == '/' ? program.IndexOf('\n', i) : program.IndexOf("*/", i + 2, System.StringComparison.Ordinal) + 1;
                i = end <= 0 ? program.Length : end;
                text.Append('\n');
            }
            else
            {
                text.Append(c);
            }
        }
        return text.ToString();
    }

    [GeneratedRegex("""\bdatasource["']?\s*:\s*\{""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Datasource();

    [GeneratedRegex("""
        (?<![\w.])["']?(?<key>url|directUrl)["']?\s*:\s*(?:env\s*(?:<[^<>]*>\s*)?\(\s*["'`](?<name>\w+)["'`]\s*\)|process\.env\.(?<name>\w+)|process\.env\s*\[\s*["'`](?<name>\w+)["'`]\s*\])
        """, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Value();
}
