using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class ConstraintNameMappingRuleTests : RuleTests<ConstraintNameMappingRule>
{
    private static readonly (RuleOption Option, string Value)[] s_templates =
    [
        (ConstraintNameMappingRule.PrimaryKey, "pk_{table}"),
        (ConstraintNameMappingRule.Unique, "uq_{table}_{columns}"),
        (ConstraintNameMappingRule.Index, "idx_{table}_{columns}"),
        (ConstraintNameMappingRule.ForeignKey, "fk_{table}_{target}"),
    ];

    private static string Model(string member) => $"model Order {{\n  id Int @id\n  a Int\n  {member}\n\n  @@map(\"orders\")\n}}\n";

    [Test]
    public void Reports_names_outside_the_templates_and_writes_theirs() =>
        Lint("""
            model User {
              id     Int     @id(map: [|"users_pk"|])
              email  String  @unique(map: [|"mail"|])
              orders Order[]

              @@map("users")
            }

            model Order {
              id     Int  @id(map: "pk_orders")
              userId Int  @map("user_id")
              user   User @relation(fields: [userId], references: [id], map: [|"foo"|])

              @@index([userId, id(sort: Desc)], map: [|"bar"|])
              @@map("orders")
            }
            """,
            s_templates)
        .Should().Report(
            "Primary key `users_pk` of `User(id)` is not named by the template, expected `pk_users`",
            "Unique `mail` of `User(email)` is not named by the template, expected `uq_users_email`",
            "Foreign key `foo` of `Order.user` is not named by the template, expected `fk_orders_users`",
            "Index `bar` of `Order(userId,id)` is not named by the template, expected `idx_orders_user_id_id`")
        .And.BecomeWhenFixed("""
            model User {
              id     Int     @id(map: "pk_users")
              email  String  @unique(map: "uq_users_email")
              orders Order[]

              @@map("users")
            }

            model Order {
              id     Int  @id(map: "pk_orders")
              userId Int  @map("user_id")
              user   User @relation(fields: [userId], references: [id], map: "fk_orders_users")

              @@index([userId, id(sort: Desc)], map: "idx_orders_user_id_id")
              @@map("orders")
            }
            """);

    [Test]
    public void Reports_names_outside_the_style() =>
        Lint(Model("@@index([a], map: [|\"OrdersA\"|])")).Should().Report("Index `OrdersA` of `Order(a)` is not in snake_case, expected `orders_a`")
            .And.BecomeWhenFixed(Model("@@index([a], map: \"orders_a\")"));

    [Test]
    public void Reads_the_old_spelling_of_an_index_name() =>
        Lint(Model("@@index([a], name: [|\"OrdersA\"|])")).Should().ReportAtTheMarks().And.BecomeWhenFixed(Model("@@index([a], name: \"orders_a\")"));

    [TestCase("@@index([a])")]
    [TestCase("@@index([a], map: \"orders_a\")")]
    [TestCase("@@unique([a, id], name: \"byBoth\")")]
    public void Accepts_the_style_names_that_prisma_makes_and_names_of_the_client(string member) => Lint(Model(member)).Should().ReportNothing();

    [Test]
    public void Accepts_any_style_where_asked() =>
        Lint(Model("@@index([a], map: \"OrdersA\")"), (ConstraintNameMappingRule.Style, "any")).Should().ReportNothing();

    [Test]
    public void Accepts_what_is_allowed() =>
        Lint(Model("@@index([a], map: \"OrdersA\")"), (ConstraintNameMappingRule.Allow, "Orders*")).Should().ReportNothing();

    [Test]
    public void Judges_the_names_that_prisma_makes_where_asked() =>
        Lint("model Order {\n  id Int @id\n  a Int\n\n  [|@@index([a])|]\n}\n", (ConstraintNameMappingRule.RequireMap, "true"), (ConstraintNameMappingRule.Style, "any"), (ConstraintNameMappingRule.Index, "idx_{columns}"))
            .Should().Report("Index `Order_a_idx` of `Order(a)` is not named by the template, expected `idx_a`")
            .And.BecomeWhenFixed("model Order {\n  id Int @id\n  a Int\n\n  @@index([a], map: \"idx_a\")\n}\n");

    [Test]
    public void Does_not_judge_keys_that_have_no_name_in_the_database() =>
        Lint("model Order {\n  id Int @id\n}\n", Provider.MySql, (ConstraintNameMappingRule.RequireMap, "true"), (ConstraintNameMappingRule.PrimaryKey, "pk_{table}"))
            .Should().ReportNothing();

    [Test]
    public void Offers_no_fix_where_the_name_is_taken_or_too_long()
    {
        Lint(Model("@@index([a], map: [|\"OrdersA\"|])\n  @@index([id], map: \"orders_a\")")).Should().ReportAtTheMarks().And.OfferNoFix();
        Lint(Model("@@index([a], map: [|\"OrdersA\"|])"), (ConstraintNameMappingRule.Index, new string('x', 60) + "_{columns}_y")).Should().ReportAtTheMarks().And.OfferNoFix();
    }

    [Test]
    public void Reads_no_template_with_another_place() => NUnit.Framework.Assert.That(ConstraintNameMappingRule.Index.Parse("idx_{target}"), Is.Null);

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model Broken {\n  id Int @id\n  = 7\n\n  @@index([id], map: \"BrokenId\")\n}\n\n" + Model("@@index([a], map: [|\"OrdersA\"|])")).Should().ReportAtTheMarks();
}
