using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Reporting;
using PrismaLint.Text;

namespace PrismaLint.Tests.Reporting;

public sealed class JsonReportTests
{
    [Test]
    public void Writes_the_contract_word_for_word() =>
        JsonReport.Write(Findings.One(), "1.2.3", new HelpLinks("help/")).Should().Be("""
            {
              "version": 1,
              "tool": {
                "name": "prismalint",
                "version": "1.2.3"
              },
              "schemas": [
                {
                  "path": "a/schema.prisma",
                  "files": [
                    "a/schema.prisma"
                  ],
                  "provider": "postgresql",
                  "prismaVersion": "7",
                  "models": 1
                }
              ],
              "diagnostics": [
                {
                  "id": "PL9990",
                  "name": "made-up",
                  "category": "PrismaIndexing",
                  "severity": "warning",
                  "detail": null,
                  "message": "`A.id` is \"odd\"",
                  "file": "a/schema.prisma",
                  "start": {
                    "offset": 12,
                    "line": 2,
                    "column": 3
                  },
                  "end": {
                    "offset": 14,
                    "line": 2,
                    "column": 5
                  },
                  "helpUri": "help/PL9990",
                  "object": "A.id",
                  "suppressed": false,
                  "operational": false,
                  "related": [
                    {
                      "message": "the model",
                      "file": "a/schema.prisma",
                      "start": {
                        "offset": 6,
                        "line": 1,
                        "column": 7
                      },
                      "end": {
                        "offset": 7,
                        "line": 1,
                        "column": 8
                      }
                    }
                  ],
                  "fixes": [
                    {
                      "title": "Add `@id`",
                      "safety": "safe",
                      "edits": [
                        {
                          "file": "a/schema.prisma",
                          "start": 18,
                          "end": 18,
                          "newText": " @id"
                        }
                      ]
                    }
                  ]
                }
              ],
              "summary": {
                "errors": 0,
                "warnings": 1,
                "suggestions": 0,
                "suppressed": 0
              }
            }

            """.ReplaceLineEndings("\n"));

    [Test]
    public void With_a_database_it_tells_what_is_of_operation_and_what_was_not_judged()
    {
        using var document = JsonDocument.Parse(JsonReport.Write(Findings.WithDatabase(), "1"));
        var root = document.RootElement;
        root.GetProperty("diagnostics")[0].GetProperty("operational").GetBoolean().Should().BeTrue();
        root.GetProperty("summary").GetProperty("operational").GetInt32().Should().Be(1);
        root.GetProperty("notJudged").GetRawText().Replace(" ", "", System.StringComparison.Ordinal).Replace("\n", "", System.StringComparison.Ordinal).Should().Be(
            """[{"id":"PL8001","check":"unused-index","reason":"thestatisticscover3h","remedy":"wait"},{"id":"PL8002","check":"bloat","reason":"nobodyknows","remedy":null}]""");
        JsonReport.Write(Findings.One(), "1").Should().NotContain("notJudged", "there is nothing to judge without a database");
    }

    [Test]
    public void Any_text_comes_back_as_it_was()
    {
        var odd = "\" \\ \b\t\n\r\u0001 \u007F ü 😀 \u2028 \uFEFF";
        var source = new SourceText("s.prisma", "model A {}");
        var json = JsonReport.Write(Findings.Report(source, Findings.Kind.At(Findings.In(source, "A"), odd)), "1");
        using var document = JsonDocument.Parse(json);
        document.RootElement.GetProperty("diagnostics")[0].GetProperty("message").GetString().Should().Be(odd);
    }

    [Test]
    public void Half_a_character_is_escaped() =>
        new JsonWriter().Value("a\uD83D").ToString().Should().Be("\"a\\ud83d\"");

    [Test]
    public void Suppressed_findings_are_listed_and_counted_apart()
    {
        var report = Findings.One();
        var json = JsonReport.Write(Findings.Report(Findings.Only(report).Location.Source, Findings.Only(report) with { IsSuppressed = true }), "1");
        json.Should().Contain("\"suppressed\": true").And.Contain("\"warnings\": 0").And.Contain("\"suppressed\": 1");
    }
}
