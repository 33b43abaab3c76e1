using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Rules.Shared;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class SoftDeleteMarkerInconsistentRuleTests : RuleTests<SoftDeleteMarkerInconsistentRule>
{
    private const string Usual = "model A {\n  id Int @id\n  deletedAt DateTime?\n}\n\nmodel B {\n  id Int @id\n  deletedAt DateTime?\n}\n\n";

    [Test]
    public void Reports_another_spelling_and_renames_it_with_its_uses() =>
        Lint(Usual + "model C {\n  id Int @id\n  [|deleted_at|] DateTime? // when\n\n  @@index([deleted_at])\n}")
            .Should().Report("`C.deleted_at` marks deleted rows, `deletedAt` does in 2 of 3 models")
            .And.BecomeWhenFixed(Usual + "model C {\n  id Int @id\n  deletedAt DateTime? @map(\"deleted_at\") // when\n\n  @@index([deletedAt])\n}");

    [Test]
    public void Reports_another_kind_without_a_fix() =>
        Lint(Usual + "model C {\n  id Int @id\n  [|isDeleted|] Boolean @default(false)\n}")
            .Should().Report("`C.isDeleted` marks deleted rows by a `Boolean`, `deletedAt` does in 2 of 3 models")
            .Found.Should().OnlyContain(found => found.Fixes.Count == 0);

    [Test]
    public void Reports_another_type_of_the_same_name() =>
        Lint(Usual + "model C {\n  id Int @id\n  [|deletedAt|] BigInt?\n}")
            .Should().Report("`C.deletedAt` marks deleted rows by a `BigInt`, a `DateTime` does in 2 of 3 models");

    [Test]
    public void Reports_the_flag_beside_a_moment_in_one_model() =>
        Lint("model A {\n  id Int @id\n  deletedAt DateTime?\n  [|isDeleted|] Boolean\n}")
            .Should().Report("`A.isDeleted` marks deleted rows a second time, beside `deletedAt`");

    [TestCase("")]
    [TestCase("model C {\n  id Int @id\n  deletedAt DateTime\n}")]
    [TestCase("model DeletedThing {\n  id Int @id\n  deleted_at DateTime?\n}")]
    [TestCase("model C {\n  id Int @id\n  isDeleted Boolean @ignore\n}")]
    [TestCase("model C {\n  id Int @id\n  isDeleted Boolean\n  x Missing\n}")]
    [TestCase("model C {\n  id Int @id\n  isDeleted Boolean\n  @@ignore\n}")]
    public void Accepts_one_marker_tombstones_and_what_is_left_out(string more) => Lint(Usual + more).Should().ReportNothing();

    [Test]
    public void Takes_no_side_where_two_markers_are_equally_frequent() =>
        Lint("model A {\n  id Int @id\n  deletedAt DateTime?\n}\n\nmodel B {\n  id Int @id\n  isDeleted Boolean\n}").Should().ReportNothing();

    [Test]
    public void Knows_configured_markers() =>
        Lint(Usual + "model C {\n  id Int @id\n  removedAt DateTime?\n}", (SoftDelete.MarkerNames, "deletedAt, removedAt")).Found.Should().ContainSingle();
}
