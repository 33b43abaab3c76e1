using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Reporting;
using PrismaLint.Rules;

namespace PrismaLint.Cli.Output;

/// <summary>The checks that lacked their evidence, folded: what one grant would change stands together.</summary>
internal static class NotJudgedList
{
    private const int Width = 100;

    public static void Write(IReadOnlyList<NotJudged> notJudged, ITextSink sink)
    {
        foreach (var remedy in notJudged.GroupBy(missing => missing.Remedy).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            sink.Write("\n");
            foreach (var reason in remedy.GroupBy(missing => missing.Reason, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
            {
                sink.Write($"  {CodeFrame.Show(reason.Key)}\n");
                var checks = reason
                    .GroupBy(missing => missing.RuleId, StringComparer.Ordinal)
                    .Select(rule => $"{string.Join(", ", rule.Select(missing => missing.Check).Distinct(StringComparer.Ordinal))} ({rule.Key})");
                WriteWrapped(string.Join(", ", checks), sink);
            }
            if (remedy.Key is { } step)
                sink.Write($"    = {CodeFrame.Show(step)}\n", Tone.Fix);
        }
    }

    private static void WriteWrapped(string text, ITextSink sink)
    {
        var line = "   ";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 3 && line.Length + 1 + word.Length > Width)
            {
                sink.Write(line + "\n", Tone.Dim);
                line = "   ";
            }
            line += " " + word;
        }
        sink.Write(line + "\n", Tone.Dim);
    }
}
