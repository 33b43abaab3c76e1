using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Reporting;
using PrismaLint.Text;

namespace PrismaLint.Tests.Database;

public sealed class SnapshotFileTests
{
    private static readonly string s_text = SnapshotFile.Write(Snapshots.Faulty(), "1.2.3");

    [Test]
    public void What_is_written_is_read()
    {
        var snapshot = Snapshots.Faulty();
        var read = Read(s_text);
        read.ToolVersion.Should().Be("1.2.3");
        Snapshots.Describe(read).Should().Be(Snapshots.Describe(snapshot));
        SnapshotFile.Write(read, "1.2.3").Should().Be(s_text, "the file of a file is the same");
    }

    [Test]
    public void Every_kind_of_value_comes_back_as_what_it_was()
    {
        object?[] values =
        [
            null, true, false, 0L, -1L, long.MaxValue, long.MinValue, 999_999_999_999_999_999L, 0.0, -0.5, 1000.0, 1e300, 5e-324, 0.1, "", "a\"\\\n\t\u0001 ä 😀 \u2028", "\uD800",
            new string?[] { "a", null }, new[] { 1L, -2L }, new[] { true, false }, Array.Empty<string?>(),
        ];
        string[] columns = [.. values.Select((_, i) => $"c{i}")];
        var table = new CatalogTable(EvidenceSource.Columns, columns);
        table.Add(values);
        table.Add(values.Reverse().ToArray());
        var snapshot = new DatabaseSnapshot(["a", "b"], [table]);
        Snapshots.Describe(Read(SnapshotFile.Write(snapshot, ""))).Should().Be(Snapshots.Describe(snapshot));
    }

    [Test]
    public void Findings_are_the_same_from_the_file()
    {
        var schema = SchemaSource.FromText("schema.prisma", Snapshots.Schema);
        var live = Linter.Lint(schema, new LintOptions { Snapshot = Snapshots.Faulty() });
        var saved = Linter.Lint(schema, new LintOptions { Snapshot = Read(s_text) });
        live.Diagnostics.Should().Contain(diagnostic => diagnostic.Id == "PL8005");
        JsonReport.Write(saved, "").Should().Be(JsonReport.Write(live, ""));
    }

    [Test]
    public void A_row_is_a_line_and_what_changes_by_itself_stands_at_the_end()
    {
        var lines = s_text.Split('\n');
        lines.Should().Contain(line => line.StartsWith("      [", StringComparison.Ordinal) && line.Contains("\"authorId\"", StringComparison.Ordinal));
        var stable = s_text[..s_text.IndexOf("\"volatile\"", StringComparison.Ordinal)];
        stable.Should().NotContain("\"tuples\"").And.NotContain("\"at\"").And.NotContain("\"activity\"").And.NotContain("\"relstat\"");
        s_text[stable.Length..].Should().Contain("\"tuples\"").And.Contain("\"at\"").And.Contain("\"activity\"").And.Contain("\"relstat\"");
    }

    [Test]
    public void What_a_later_version_adds_is_passed_over()
    {
        var text = s_text
            .Replace("\"sources\": {", "\"more\": {\"a\": [1, {\"b\": null}]},\n  \"sources\": {\n    \"unheard\": {\"columns\": [\"x\"], \"notes\": [], \"rows\": [[1]]},", StringComparison.Ordinal)
            .Replace("\"kind\": \"denied\"", "\"kind\": \"vanished\", \"since\": 3", StringComparison.Ordinal);
        Read(text).StateOf(EvidenceSource.HostBasedAuthentication).Kind.Should().Be(EvidenceStateKind.Failed);
    }

    [Test]
    public void A_source_that_is_not_there_is_not_judged() =>
        Read("{\"version\": 1, \"sources\": {}}").StateOf(EvidenceSource.Indexes).Kind.Should().Be(EvidenceStateKind.NotAsked);

    [TestCase("", "1:1 The file ends where an object is expected")]
    [TestCase("[]", "1:1 `[` stands where an object is expected")]
    [TestCase("{}", "1:1 This is no snapshot of a database: it has no `version` or no `sources`")]
    [TestCase("{\"version\": 1, \"diagnostics\": []}", "1:1 This is no snapshot of a database: it has no `version` or no `sources`")]
    [TestCase("{\"version\": \"2.1.0\"}", "1:13 This is no version of a snapshot")]
    [TestCase("{\n  \"version\": 2, \"sources\": [", "2:14 A newer version of this tool wrote the snapshot: its format is 2, and 1 is the last one known here")]
    [TestCase("{\"version\": 1, \"sources\": {\"a\": {\"columns\": [\"x\"], \"rows\": [[1],\n[1,2]]}}}", "2:1 This row of `a` has 2 values, and there are 1 columns")]
    [TestCase("{\"version\": 1, \"sources\": {\"a\": {\"columns\": [\"x\"], \"rows\": [[[1,\"b\"]]]}}}", "1:62 The values of this list are not of one kind")]
    [TestCase("{\"version\": 1, \"sources\": {\"a\": {\"columns\": []}, \"a\": {\"columns\": []}}}", "1:55 `a` stands here a second time")]
    [TestCase("{\"version\": 1, \"sources\": {\"a\": {\"rows\": []}}}", "1:42 The rows of `a` stand before its columns")]
    [TestCase("{\"version\": 1, \"sources\": {\"a\": {\"columns\": [\"x\"], \"rows\": [[yes]]}}}", "1:62 `yes` is no value of JSON")]
    [TestCase("{\"version\": 1, \"sources\": {\"a\": {\"columns\": [\"x\"], \"rows\": [[1e999]]}}}", "1:62 `1e999` is no value of JSON")]
    [TestCase("{\"version\": 1, \"sources\": {}} x", "1:31 `x` stands where the end of the file is expected")]
    [TestCase("{\"version\": 1, \"sources\": {\"a", "1:30 This text has no closing quote")]
    [TestCase("{\"version\": 1, \"sources\": {\"a\": {\"columns\": [\"x\"], \"rows\": []}}, \"volatile\": {\"a\": {\"columns\": [\"y\"], \"rows\": [[1]]}}}", "1:1 `a` has 0 rows in `sources` and 1 in `volatile`")]
    public void What_is_no_snapshot_is_said_with_its_place(string text, string expected) => Problem(text).Should().Be(expected);

    [Test]
    public void Nested_values_do_not_cost_the_stack() =>
        Problem("{\"version\": 1, \"x\": " + new string('[', 100_000)).Should().EndWith("This value is nested deeper than 64 levels");

    [Test]
    public void Partitions_in_a_circle_have_an_end()
    {
        var table = new CatalogTable(EvidenceSource.Relations, ["oid", "schema", "name", "kind", "is_partition", "parent"]);
        table.Add([1L, "public", "User", "p", true, 2L]);
        table.Add([2L, "public", "Post", "p", true, 1L]);
        table.Add([3L, "public", "Self", "p", true, 3L]);
        var report = Linter.Lint(SchemaSource.FromText("schema.prisma", Snapshots.Schema), new LintOptions { Snapshot = new DatabaseSnapshot(["public"], [table]) });
        report.Snapshot.Should().NotBeNull();
        report.Snapshot?.Tables.Select(found => found.Rows).Should().HaveCount(3);
    }

    [Test]
    public void Cut_off_anywhere_it_is_a_problem()
    {
        for (var length = 0; length < s_text.Length - 2; length += 7)
            Problem(s_text[..length]).Should().NotBe("none", "of {0} characters", length);
    }

    [Test]
    public void Damaged_files_give_a_problem_or_findings_and_never_an_exception()
    {
        var random = new Random(1);
        var schema = SchemaSource.FromText("schema.prisma", Snapshots.Schema);
        string[] pieces = ["\"", "[", "]", "{", "}", ",", ":", "null", "true", "-1", "1e9", "99999999999999999999", "[1,2]", "[\"a\"]", "\"x\"", "\\", "\\u12", "\n", "\u0000", "16384"];
        var kept = 0;
        for (var round = 0; round < 4000; round++)
        {
            var text = s_text;
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(text.Length);
                // A value is exchanged as a whole, so that many files stay JSON.
                var end = round % 2 == 0 ? Math.Min(text.Length, at + random.Next(3)) : EndOfValue(text, ref at);
                text = string.Concat(text.AsSpan(0, at), pieces[random.Next(pieces.Length)], text.AsSpan(end));
            }
            var reading = SnapshotFile.Read(new SourceText("db.json", text));
            (reading.Snapshot is null).Should().Be(reading.Problem is not null);
            if (reading.Snapshot is not { } snapshot)
                continue;
            kept++;
            Linter.Lint(schema, new LintOptions { Snapshot = snapshot });
        }
        kept.Should().BeGreaterThan(200, "many of them say something else and are snapshots still");
    }

    [Test]
    public void Three_megabytes_are_read_at_once()
    {
        var table = new CatalogTable(EvidenceSource.Columns, ["oid", "num", "name", "typ", "type", "typname", "notnull", "def", "ops"]);
        for (var i = 0; i < 35_000; i++)
            table.Add([16384L + (i / 10), (long)(i % 10), $"column_{i}", 23L, "timestamp without time zone", "timestamp", true, null, new string?[] { "a" }]);
        var text = SnapshotFile.Write(new DatabaseSnapshot(["public"], [table]), "");
        text.Length.Should().BeInRange(3_000_000, 4_000_000);
        // The machine may be busy, so that only the comparison counts; warm and optimised it takes some 40 ms.
        var (ours, theirs) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 8; i++)
        {
            var clock = Stopwatch.StartNew();
            Read(text);
            ours = clock.Elapsed < ours ? clock.Elapsed : ours;
            clock.Restart();
            System.Text.Json.JsonDocument.Parse(text).Dispose();
            theirs = clock.Elapsed < theirs ? clock.Elapsed : theirs;
        }
        TestContext.Out.WriteLine($"{text.Length} characters in {ours.TotalMilliseconds:F1} ms, as a document of System.Text.Json {theirs.TotalMilliseconds:F1} ms");
        ours.Should().BeLessThan(theirs * 20);
    }

    private static int EndOfValue(string text, ref int at)
    {
        while (at > 0 && text[at - 1] is not (',' or '[' or ':'))
            at--;
        var end = at;
        while (end < text.Length && text[end] is not (',' or ']' or '}'))
            end++;
        return end;
    }

    private static DatabaseSnapshot Read(string text)
    {
        var reading = SnapshotFile.Read(new SourceText("db.json", text));
        reading.Problem.Should().BeNull();
        return reading.Snapshot ?? throw new InvalidOperationException();
    }

    private static string Problem(string text)
    {
        var reading = SnapshotFile.Read(new SourceText("db.json", text));
        return reading is { Problem: { } problem, Place: { } place } ? FormattableString.Invariant($"{place.Start.Line + 1}:{place.Start.Character + 1} {problem}") : "none";
    }
}
