using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class ForeignKeyTypeMismatchRuleTests : RuleTests<ForeignKeyTypeMismatchRule>
{
    private static string Schema(string key, string column) => $$"""
        model User {
          id    {{key}}
          posts Post[]
        }

        model Post {
          id     Int  @id
          userId {{column}}
          user   User @relation(fields: [userId], references: [id])
        }
        """;

    [Test]
    public void Reports_text_that_refers_to_a_uuid_and_makes_it_one() =>
        Lint(Schema("String @id @db.Uuid", "[|String|]"))
            .Should().Report("`Post.userId` is `text`, and `User.id`, which it refers to, is `@db.Uuid`: PostgreSQL refuses the foreign key")
            .And.BecomeWhenFixed(Schema("String @id @db.Uuid", "String @db.Uuid"));

    [Test]
    public void Replaces_or_removes_the_type_that_the_column_has()
    {
        Lint(Schema("String @id @db.Uuid", "String [|@db.VarChar(36)|]")).Should().ReportAtTheMarks()
            .And.BecomeWhenFixed(Schema("String @id @db.Uuid", "String @db.Uuid"));
        Lint(Schema("String @id", "String [|@db.Uuid|]")).Should().ReportAtTheMarks()
            .And.BecomeWhenFixed(Schema("String @id", "String"));
    }

    [TestCase("String @id @db.VarChar(10)", "String")]
    [TestCase("String @id @db.Citext", "String @db.Char(3)")]
    [TestCase("Int @id", "Int @db.SmallInt")]
    [TestCase("DateTime @id @db.Timestamptz", "DateTime")]
    [TestCase("String @id @db.Xml", "String @db.Uuid")]
    public void Accepts_types_that_postgresql_compares(string key, string column) => Lint(Schema(key, column)).Should().ReportNothing();

    [TestCase("Int @id @db.UnsignedInt", "[|Int|]")]
    [TestCase("Int @id", "Int [|@db.SmallInt|]")]
    [TestCase("BigInt @id @db.UnsignedBigInt", "[|BigInt|]")]
    [TestCase("String @id @db.VarChar(20)", "String [|@db.Text|]")]
    public void Wants_equal_sizes_and_signs_on_mysql(string key, string column) => Lint(Schema(key, column), Provider.MySql).Should().ReportAtTheMarks();

    [TestCase("String @id @db.VarChar(20)", "String @db.Char(36)")]
    [TestCase("Int @id @db.UnsignedInt", "Int @db.UnsignedInt")]
    [TestCase("BigInt @id", "BigInt")]
    public void Accepts_lengths_that_differ_on_mysql(string key, string column) => Lint(Schema(key, column), Provider.MySql).Should().ReportNothing();

    [TestCase("String @id @db.VarChar(20)", "[|String|]")]
    [TestCase("String @id @db.UniqueIdentifier", "String [|@db.NVarChar(36)|]")]
    public void Wants_one_type_on_sql_server(string key, string column) => Lint(Schema(key, column), Provider.SqlServer).Should().ReportAtTheMarks();

    [Test]
    public void Leaves_lengths_free_on_sql_server() =>
        Lint(Schema("String @id @db.NVarChar(20)", "String"), Provider.SqlServer).Should().ReportNothing();

    [Test]
    public void Says_nothing_without_constraints() =>
        Lint("datasource db {\n  provider = \"postgresql\"\n  url = env(\"U\")\n  relationMode = \"prisma\"\n}\n\n" + Schema("String @id @db.Uuid", "String"))
            .Should().ReportNothing();

    [Test]
    public void Compares_the_columns_of_a_compound_key_in_their_order() =>
        Lint("""
            model User {
              org   String @db.Uuid
              name  String
              posts Post[]

              @@id([org, name])
            }

            model Post {
              id    Int    @id
              org   [|String|]
              owner String
              user  User   @relation(fields: [owner, org], references: [name, org])
            }
            """)
        .Should().ReportAtTheMarks();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint(Schema("String @id @db.Uuid\n  = 7", "String")).Should().ReportNothing();
}
