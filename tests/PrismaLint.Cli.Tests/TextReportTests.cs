using System.IO;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Cli.Output;
using PrismaLint.Reporting;
using PrismaLint.Rules;

namespace PrismaLint.Cli.Tests;

public sealed class TextReportTests
{
    [Test]
    public void Matters_of_operation_and_what_was_not_judged_come_last()
    {
        var found = Linter.Lint(SchemaSource.FromText("schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n\nmodel A {\n  id Int @id\n  b  Int @idd\n}\n")).Visible.First();
        using var text = new StringWriter();
        new TextReport(new PlainSink(text), Verbosity.Normal, HelpLinks.None).Write(
            [found with { IsOperational = true, Message = "x" }],
            [new NotJudged("PL8004", "unused-index", "too young, needs 14 days", "wait"), new NotJudged("PL8010", "scans", "too young, needs 1 day", "wait"), new NotJudged("PL8012", "pool", "nobody says", null)]);
        text.ToString().Should().Be($"""
            Operations: no change of the schema settles these

              7:{found.Location.Start.Character + 1} error x [{found.Id} {found.Descriptor.Name}]

            Not judged

              too young, needs 1 day
                scans (PL8010)
              too young, needs 14 days
                unused-index (PL8004)
                = wait

              nobody says
                pool (PL8012)

            """.ReplaceLineEndings("\n"));
    }
}
