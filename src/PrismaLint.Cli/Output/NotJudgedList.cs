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
        foreach (var group in notJudged.GroupBy(missing => (missing.Reason, missing.Remedy)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Reason, StringComparer.Ordinal))
        {
            sink.Write("\n  " + CodeFrame.Show(group.Key.Reason) + "\n");
            var checks = group
                .GroupBy(missing => missing.RuleId, StringComparer.Ordinal)
                .Select(rule => $"{string.Join(", ", rule.Select(missing => missing.Check).Distinct(StringComparer.Ordinal))} ({rule.Key})");
            WriteWrapped(string.Join(", ", checks), sink);
            if (group.Key.Remedy is { } remedy)
                sink.Write($"    = {CodeFrame.Show(remedy)}\n", Tone.Fix);
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
