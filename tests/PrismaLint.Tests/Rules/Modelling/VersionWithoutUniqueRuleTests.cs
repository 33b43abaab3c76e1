using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class VersionWithoutUniqueRuleTests : RuleTests<VersionWithoutUniqueRule>
{
    private static string Schema(string number, string attributes = "@@index([documentId])", string name = "DocumentVersion", string lines = "", string more = "") => $$"""
        model Document {
          id   Int @id
          rows {{name}}[]
        }

        model {{name}} {
          id         Int      @id
          documentId Int
          document   Document @relation(fields: [documentId], references: [id])
          {{lines}}
          {{number}}

          {{attributes}}
        }

        {{more}}
        """;

    [Test]
    public void Reports_the_number_and_adds_the_unique() =>
        Lint(Schema("[|version|] Int"))
            .Should().Report("Nothing keeps two `DocumentVersion` of one `Document` from having the same `version`: `documentId, version` is not unique")
            .And.BecomeWhenFixed(Schema("version Int", "@@index([documentId])\n  @@unique([documentId, version])"));

    [Test]
    public void Puts_the_unique_in_the_place_of_the_same_index() =>
        Lint(Schema("[|version|] Int", "@@index([documentId, version]) // newest")).Should()
            .BecomeWhenFixed(Schema("version Int", "@@unique([documentId, version]) // newest"));

    [Test]
    public void Keeps_an_index_that_says_more() =>
        Lint(Schema("[|version|] Int", "@@index([documentId, version(sort: Desc)])")).Should()
            .BecomeWhenFixed(Schema("version Int", "@@index([documentId, version(sort: Desc)])\n  @@unique([documentId, version])"));

    [TestCase("[|version_number|] BigInt", "Document_Revisions")]
    [TestCase("[|sequence|] Int", "DocumentEvent")]
    [TestCase("[|revision|] Int", "DocumentHistory")]
    [TestCase("[|versionNum|] Int", "Version")]
    public void Knows_other_names(string number, string name) => Lint(Schema(number, name: name)).Should().ReportAtTheMarks();

    [Test]
    public void Knows_the_stream_of_an_event_store() =>
        Lint("model EventStore {\n  id BigInt @id\n  aggregateId String\n  [|version|] Int\n}")
            .Should().Report("Nothing keeps two `EventStore` of one `aggregateId` from having the same `version`: `aggregateId, version` is not unique");

    [TestCase("version Int", "@@unique([documentId, version])", "DocumentVersion")]
    [TestCase("version Int", "@@unique([version, documentId])", "DocumentVersion")]
    [TestCase("version Int @unique", "", "DocumentVersion")]
    [TestCase("version String", "", "DocumentVersion")]
    [TestCase("version Int @default(autoincrement())", "", "DocumentVersion")]
    [TestCase("version Int", "", "DocumentDraft")]
    [TestCase("position Int", "", "Event")]
    [TestCase("version Int\n  x Missing", "", "DocumentVersion")]
    public void Accepts_numbers_that_are_unique_or_something_else(string number, string attributes, string name) =>
        Lint(Schema(number, attributes, name)).Should().ReportNothing();

    private const string Format = "model Format {\n  id Int @id\n  rows DocumentVersion[]\n}";
    private const string FormatKey = "formatId Int\n  format Format @relation(fields: [formatId], references: [id])";

    [Test]
    public void Takes_the_model_that_it_is_named_for_among_several() =>
        Lint(Schema("[|version|] Int", lines: FormatKey, more: Format)).Found.Should().ContainSingle().Which.Message.Should().Contain("of one `Document`");

    [Test]
    public void Is_silent_where_several_may_be_the_owner() =>
        Lint(Schema("version Int", name: "Snapshot", lines: FormatKey, more: Format.Replace("DocumentVersion", "Snapshot"))).Should().ReportNothing();

    [Test]
    public void Does_not_take_the_author_for_the_owner() =>
        Lint("model User {\n  id Int @id\n  rows PageVersion[]\n}\n\nmodel PageVersion {\n  id Int @id\n  version Int\n  createdById Int\n  createdBy User @relation(fields: [createdById], references: [id])\n}")
            .Should().ReportNothing();
}
