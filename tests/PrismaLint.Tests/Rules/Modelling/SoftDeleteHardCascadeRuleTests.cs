using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class SoftDeleteHardCascadeRuleTests : RuleTests<SoftDeleteHardCascadeRule>
{
    private static string Schema(string relation, string lines = "", string name = "Comment", string key = "postId", string type = "Int", string parentMarker = "deletedAt DateTime?") => $$"""
        model Post {
          id       Int @id
          {{parentMarker}}
          children {{name}}[]
        }

        model {{name}} {
          id    Int @id
          {{key}} {{type}}
          {{relation}}
          {{lines}}
        }
        """;

    private const string Plain = "[|post|] Post @relation(fields: [postId], references: [id])";
    private const string Cascade = "[|post|] Post @relation(fields: [postId], references: [id], onDelete: Cascade)";

    [Test]
    public void Reports_children_that_stay_visible() =>
        Lint(Schema(Plain)).Should().Report("`Comment` has no soft-delete marker and stays as it is when `Post.deletedAt` marks its `post` as deleted");

    [Test]
    public void Reports_children_that_stay_visible_and_go_with_a_delete() =>
        Lint(Schema(Cascade)).Should().Report("`Comment` has no soft-delete marker and stays as it is when `Post.deletedAt` marks its `post` as deleted, while a DELETE removes it");

    [Test]
    public void Reports_a_cascade_past_both_markers() =>
        Lint(Schema(Cascade, "deletedAt DateTime?")).Should().Report("A DELETE of `Post` removes `Comment` by `onDelete: Cascade`, past the soft deletion that both have");

    [Test]
    public void Accepts_a_child_with_a_marker_of_its_own() => Lint(Schema(Plain.Trim('[', '|').Replace("|]", ""), "isDeleted Boolean")).Should().ReportNothing();

    [Test]
    public void Accepts_parents_that_are_deleted_for_good() => Lint(Schema(Cascade.Replace("[|", "").Replace("|]", ""), parentMarker: "")).Should().ReportNothing();

    [Test]
    public void Accepts_optional_relations() =>
        Lint(Schema("post Post? @relation(fields: [postId], references: [id])", type: "Int?")).Should().ReportNothing();

    [Test]
    public void Accepts_records_of_what_happened() => Lint(Schema("post Post @relation(fields: [postId], references: [id])", name: "PostHistory")).Should().ReportNothing();

    [Test]
    public void Accepts_who_wrote_a_row() =>
        Lint(Schema("post Post @relation(fields: [publishedBy], references: [id])", key: "publishedBy")).Should().ReportNothing();

    [Test]
    public void Accepts_ignored_models() =>
        Lint(Schema("post Post @relation(fields: [postId], references: [id])"), (SoftDeleteHardCascadeRule.IgnoredModels, "Comm*")).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() => Lint(Schema("post Post @relation(fields: [postId], references: [id])", "x Missing")).Should().ReportNothing();
}
