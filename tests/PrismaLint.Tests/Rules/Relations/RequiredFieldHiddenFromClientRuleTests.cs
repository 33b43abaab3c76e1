using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class RequiredFieldHiddenFromClientRuleTests : RuleTests<RequiredFieldHiddenFromClientRule>
{
    [Test]
    public void Reports_required_fields_that_the_client_lacks_and_makes_them_optional() =>
        Lint("""
            model User {
              id     Int @id
              [|legacy|] Int @ignore // of the old system
              [|area|]   Unsupported("circle")
            }
            """)
        .Should().Report(
            "`User.legacy` is required and has no default, but ignored, so that the client cannot create rows of `User`",
            "`User.area` is required and has no default, but of a type the client does not know, so that the client cannot create rows of `User`")
        .And.BecomeWhenFixed("""
            model User {
              id     Int @id
              legacy Int? @ignore // of the old system
              area   Unsupported("circle")?
            }
            """);

    [TestCase("legacy Int? @ignore")]
    [TestCase("legacy Int @default(0) @ignore")]
    [TestCase("legacy Int[] @ignore")]
    [TestCase("area Unsupported(\"circle\")?")]
    [TestCase("search Unsupported(\"tsvector\") @default(dbgenerated())")]
    public void Accepts_fields_that_may_be_left_out(string line) => Lint($"model User {{\n  id Int @id\n  {line}\n}}\n").Should().ReportNothing();

    [Test]
    public void Accepts_relations_ignored_models_and_views() =>
        Lint("""
            model User {
              id     Int   @id
              postId Int?
              post   Post? @relation(fields: [postId], references: [id]) @ignore
            }

            model Post {
              id    Int    @id
              users User[] @ignore
            }

            model Old {
              id     Int @id
              legacy Unsupported("x")

              @@ignore
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Accepts_models_that_are_never_written_and_mongodb()
    {
        const string Flagged = "model Log {\n  id Int @id @map(\"_id\")\n  legacy Int @ignore\n}\n";
        Lint(Flagged, (RequiredFieldHiddenFromClientRule.ReadOnlyModels, "Log")).Should().ReportNothing();
        Lint(Flagged, Provider.MongoDb).Should().ReportNothing();
    }

    [Test]
    public void Accepts_row_versions_of_sql_server() =>
        Lint("model Log {\n  id Int @id\n  version Unsupported(\"timestamp\")\n}\n", Provider.SqlServer).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model Log {\n  id Int @id\n  legacy Int @ignore\n  = 7\n}\n").Should().ReportNothing();
}
