using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class ExtraEnumRuleTests : LiveRuleTests<ExtraEnumRule>
{
    private const string Schema = """
        datasource [|db|] {
          provider = "postgresql"
        }

        model User {
          id   Int  @id
          role Role
        }

        enum Role {
          USER
        }
        """;

    private static string Unmarked => Schema.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_types_that_nothing_uses_once() =>
        Lint(Schema, database => database
            .Row(EvidenceSource.Enums, ("schema", "public"), ("name", "a"), ("labels", new[] { "X" }))
            .Row(EvidenceSource.Enums, ("schema", "public"), ("name", "b"), ("labels", new[] { "X" })))
        .Should().Report("the schema does not know the enum types `a`, `b` of `public`, and no column uses them: a migration drops them");

    [Test]
    public void Lets_types_in_use_renamed_ones_and_other_schemas_be()
    {
        Lint(Unmarked, database =>
        {
            database.Row(EvidenceSource.Enums, ("schema", "public"), ("name", "a"), ("labels", new[] { "X" })).Row(EvidenceSource.Enums, ("schema", "other"), ("name", "b"), ("labels", new[] { "X" }));
            database.AddTable("extra").AddColumn("kind", "public.a");
        }).Should().ReportNothing();
        Lint(Unmarked, database => database.Set(EvidenceSource.Enums, ("name", "role"))).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_enums()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Enums)).Should().ReportNothing();

        NotJudged.Should().Equal("extra-enum: the role may not read enums");
    }
}
