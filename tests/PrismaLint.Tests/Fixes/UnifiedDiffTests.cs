using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Fixes;
using PrismaLint.Text;

namespace PrismaLint.Tests.Fixes;

public sealed class UnifiedDiffTests
{
    [Test]
    public void Shows_three_lines_around_a_change() =>
        Diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n").Should().Be(
            "--- s.prisma\n+++ s.prisma\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");

    [Test]
    public void Far_changes_have_hunks_of_their_own() =>
        Diff(Numbers(1, 30), Numbers(1, 30).Replace("\n5\n", "\n5\nnew\n", StringComparison.Ordinal).Replace("\n25\n", "\n", StringComparison.Ordinal))
            .Should().Be(
                "--- s.prisma\n+++ s.prisma\n@@ -3,6 +3,7 @@\n 3\n 4\n 5\n+new\n 6\n 7\n 8\n@@ -22,7 +23,6 @@\n 22\n 23\n 24\n-25\n 26\n 27\n 28\n");

    [Test]
    public void A_missing_last_line_break_is_said() =>
        Diff("a", "a\n").Should().Be("--- s.prisma\n+++ s.prisma\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");

    [Test]
    public void Equal_texts_have_no_difference() => Diff("a\n", "a\n").Should().BeEmpty();

    [Test]
    public void The_first_text_with_the_hunks_gives_the_second()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var old = Enumerable.Range(0, random.Next(0, 60)).Select(_ => random.Next(6) + "\n").ToList();
            var now = new List<string>(old);
            for (var change = random.Next(5); change > 0; change--)
            {
                if (now.Count > 0 && random.Next(2) == 0)
                    now.RemoveAt(random.Next(now.Count));
                else
                    now.Insert(random.Next(now.Count + 1), random.Next(9) + "\n");
            }
            Patch(old, Diff(string.Concat(old), string.Concat(now))).Should().Be(string.Concat(now));
        }
    }

    private static string Diff(string before, string after) =>
        UnifiedDiff.Write(new SourceText("s.prisma", before), new SourceText("s.prisma", after));

    private static string Numbers(int from, int to) => string.Concat(Enumerable.Range(from, to - from + 1).Select(number => number + "\n"));

    private static string Patch(List<string> old, string diff)
    {
        var result = new List<string>();
        var position = 0;
        foreach (var line in diff.Split('\n').Skip(2).Where(line => line.Length > 0))
        {
            if (line.StartsWith("@@ -", StringComparison.Ordinal))
            {
                var range = line[4..line.IndexOf(' ', 4)].Split(',');
                var start = int.Parse(range[0], System.Globalization.CultureInfo.InvariantCulture);
                var isEmpty = range.Length > 1 && range[1] == "0";
                while (position < (isEmpty ? start : start - 1))
                    result.Add(old[position++]);
                continue;
            }
            if (line[0] != '+')
                old[position++].Should().Be(line[1..] + "\n", "hunks quote the old text");
            if (line[0] != '-')
                result.Add(line[1..] + "\n");
        }
        return string.Concat(result.Concat(old.Skip(position)));
    }
}
