using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PrismaLint.Diagnostics;

namespace PrismaLint.Database.Tests.Live.Planted;

/// <summary>What an inspection has to find, or must not, at a line of the schema or about an object of the database.</summary>
/// <param name="Tag"><c>expect</c>, <c>drift</c>, <c>bait</c>, <c>alt</c> (a right place too) or <c>may</c> (no matter).</param>
/// <param name="Kind">The kinds, names or ids, between bars; of a drift what parts.</param>
/// <param name="Line">The line, counted from zero; −1 where the schema does not know the object.</param>
/// <param name="Block">The first and last line of the block around it.</param>
/// <param name="Subject">What the finding names, where the line is −1; otherwise the line.</param>
internal sealed record Expectation(string Tag, string Kind, int Line, (int First, int Last) Block, string Subject)
{
    private static readonly char[] s_blanks = [' ', '\t'];

    // What a rule that judges the schema alone says about the same fact.
    private static readonly Dictionary<string, string[]> s_static = new(StringComparer.Ordinal)
    {
        ["uncovered-fk"] = ["PL3001"],
        ["duplicate-index"] = ["PL3002"],
        ["redundant-index"] = ["PL3004"],
        ["wrong-method"] = ["PL3007"],
        ["low-cardinality-index"] = ["PL3006"],
        ["nullable-unique"] = ["PL3009", "PL3010"],
        ["no-primary-key"] = ["PL2018", "PL2015"],
        ["timestamp-without-tz"] = ["PL4001"],
        ["money-type"] = ["PL4004"],
        ["char-type"] = ["PL4005"],
        ["json-type"] = ["PL4006"],
        ["fk-type-mismatch"] = ["PL2001", "PL2002"],
        ["name-truncated"] = ["PL1009"],
        ["wide-table"] = ["PL5015"],
        ["outdated-extension"] = [],
    };

    public static bool IsDriftRule(string id) => id.StartsWith("PL85", StringComparison.Ordinal);

    public bool IsDrift => Tag is "drift" or "altdrift";

    /// <summary>It is a finding of this kind, wherever it stands.</summary>
    public bool IsOfKind(Diagnostic found) =>
        IsDrift || Kind == "drift" ? IsDriftRule(found.Id)
        : Regex.IsMatch(found.Detail ?? "", $"^(?:{Kind})$") || (Kind.StartsWith("PL", StringComparison.Ordinal) && found.Id == Kind)
            || (Tag != "bait" && Kind.Split('|').Any(kind => s_static.TryGetValue(kind, out var ids) && ids.Contains(found.Id)));

    public bool IsAt(Diagnostic found) => Line >= 0 ? found.Location.Start.Line == Line : Names(found);

    public bool IsNear(Diagnostic found) => Line >= 0 && ((found.Location.Start.Line >= Block.First && found.Location.Start.Line <= Block.Last) || Names(found));

    private bool Names(Diagnostic found) => Regex.IsMatch(found.Object + "\n" + found.Message, Subject);

    public static IReadOnlyList<Expectation> Read(string schema, string objects)
    {
        var read = new List<Expectation>();
        var lines = schema.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var comment = lines[i].IndexOf("// ", StringComparison.Ordinal);
            if (comment <= 0)
                continue;
            var first = i;
            while (first > 0 && (lines[first].Length == 0 || char.IsWhiteSpace(lines[first][0]) || lines[first][0] == '}'))
                first--;
            var last = Array.FindIndex(lines, i, line => line.StartsWith('}'));
            var name = lines[first].Split(s_blanks)[1];
            foreach (var part in lines[i][(comment + 3)..].Split(';'))
            {
                var (tag, rest) = (part[..part.IndexOf(':', StringComparison.Ordinal)].Trim(), part[(part.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
                IEnumerable<string> kinds = tag is "drift" or "altdrift" ? [rest] : rest.Split(", ");
                read.AddRange(kinds.Select(kind => new Expectation(tag, kind, i, (first, last), $@"\b{name}\b")));
            }
        }
        foreach (var row in objects.Split('\n').Where(row => row.Length > 0 && row[0] != '#').Select(row => row.Split('\t')))
        {
            foreach (var kind in row[0] == "bait" ? row[1].Split('|') : [row[1]])
                read.Add(new Expectation(row[0] == "fault" ? "expect" : row[0], kind, -1, default, row[2]));
        }
        return read;
    }
}
