using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules;
using PrismaLint.Syntax;

namespace PrismaLint.Tests.Syntax;

/// <summary>
/// Throws random and mutated texts at the whole library. The seed is printed; <c>PRISMALINT_FUZZ_SEED</c> repeats a run
/// and <c>PRISMALINT_FUZZ_SECONDS</c> makes it longer.
/// </summary>
[Category("Fuzz")]
public sealed class FuzzTests
{
    private static readonly string[] s_pieces =
    [
        "model ", "enum ", "type ", "view ", "datasource ", "generator ", "{", "}", "{\n", "\n}", "\n", "\r\n", "\r", " ", "\t", "(", ")", "[", "]", ",", ":", "=", "?", "!",
        "@", "@@", "@id", "@unique", "@default(", "@relation(", "fields: [", "references: [", "onDelete: SetNull", "@@index([", "@@unique([", "@@id([", "@map(\"", "@@map(\"x\")", "@db.VarChar(10)",
        "\"", "\\", "\\u", "\\ud83d", "/*", "*/", "//", "///", "'", "`", ";", ".", "..", "-", "_", "0", "1.5", "-7", "1a", "Int", "String?", "User[]", "User", "A", "b", "Unsupported(\"x\")", "env(\"X\")", "provider = \"postgresql\"",
        "namespace ", "types ", "native_enum ", "policy_select ", "role ", "sql`now()`", "'x'", "a:b.C(1)", "{ a: [1, ], }", "NaN", "@default(", "enum E { A = 1 }", "temporal.updatedAt()",
        "// prismalint-ignore PL3001", "// prismalint-ignore-file all", "\uFEFF", "\u00A0", "\u2028", "😀", "\ud83d", "é", "\0", "autoincrement()", "{ a: null }", "null", "true",
    ];

    [Test]
    public void No_text_makes_it_throw_hang_or_lose_a_character()
    {
        var seed = Setting("PRISMALINT_FUZZ_SEED", Environment.TickCount);
        var seconds = Setting("PRISMALINT_FUZZ_SECONDS", 30);
        TestContext.Out.WriteLine($"PRISMALINT_FUZZ_SEED={seed}");
        var random = new Random(seed);
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (clock.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            var text = Next(random);
            var started = clock.Elapsed;
            try
            {
                RoundTripTests.Joined(SyntaxTree.Parse("schema.prisma", text)).Should().Be(text);
                Linter.Lint(SchemaSource.FromText("schema.prisma", text), new LintOptions { Preset = RulePreset.All });
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, text {count}: {exception}\n{Escaped(text)}");
            }
            (clock.Elapsed - started).Should().BeLessThan(TimeSpan.FromSeconds(10), "text {0} of seed {1} must not hang: {2}", count, seed, Escaped(text));
            count++;
        }
        TestContext.Out.WriteLine($"{count} texts");
        count.Should().BePositive();
    }

    // Half of them are contracts: the first line tells.
    private static string Next(Random random) => random.Next(8) switch
    {
        0 => RandomCharacters(random),
        1 => TokenSoup(random),
        2 => Mutated(random, Schemas.EveryForm),
        3 => Cut(random, Schemas.EveryForm),
        4 => Contract + RandomCharacters(random),
        5 => Contract + TokenSoup(random),
        6 => Contract + Mutated(random, Schemas.EveryContractForm),
        _ => Contract + Cut(random, Schemas.EveryContractForm),
    };

    private const string Contract = "// use prisma-8\n";

    private static string RandomCharacters(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(120); i > 0; i--)
            text.Append(random.Next(3) == 0 ? (char)random.Next(char.MaxValue + 1) : (char)random.Next(0, 128));
        return text.ToString();
    }

    private static string TokenSoup(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(80); i > 0; i--)
            text.Append(s_pieces[random.Next(s_pieces.Length)]);
        return text.ToString();
    }

    private static string Mutated(Random random, string schema)
    {
        var text = new StringBuilder(schema);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var place = random.Next(text.Length);
            var length = Math.Min(random.Next(12), text.Length - place);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(place, length);
                    break;
                case 1:
                    text.Insert(place, s_pieces[random.Next(s_pieces.Length)]);
                    break;
                case 2:
                    text[place] = (char)random.Next(0, 256);
                    break;
                default:
                    text.Insert(random.Next(text.Length), text.ToString(place, length));
                    break;
            }
        }
        return text.ToString();
    }

    private static string Cut(Random random, string schema)
    {
        var lines = new List<string>(schema.Split('\n'));
        for (var i = random.Next(1, 8); i > 0 && lines.Count > 1; i--)
        {
            var line = random.Next(lines.Count);
            if (random.Next(2) == 0)
                lines.RemoveAt(line);
            else
                lines.Insert(random.Next(lines.Count), lines[line]);
        }
        var text = string.Join('\n', lines);
        return text[..random.Next(text.Length + 1)];
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => c is < ' ' or > '~' ? $"\\u{(int)c:x4}" : c.ToString()));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
