using NUnit.Framework;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class RedundantMapRuleTests : RuleTests<RedundantMapRule>
{
    [Test]
    public void Reports_and_removes_maps_to_the_same_name() =>
        Lint("""
            enum Role {
              ADMIN [|@map("ADMIN")|]
              USER  @map("user")

              [|@@map("Role")|]
            }

            model User {
              id   Int    @id
              name String [|@map("name")|] @db.Text // shown
              mail String @map("email")

              @@index([name])
              [|@@map("User")|] // as it is
            }
            """)
        .Should().Report(
            "`@map` maps `Role.ADMIN` to its own name",
            "`@@map` maps `Role` to its own name",
            "`@map` maps `User.name` to its own name",
            "`@@map` maps `User` to its own name")
        .And.BecomeWhenFixed("""
            enum Role {
              ADMIN
              USER  @map("user")
            }

            model User {
              id   Int    @id
              name String @db.Text // shown
              mail String @map("email")

              @@index([name])
            }
            """);

    [Test]
    public void Accepts_another_case() => Lint("model User {\n  id Int @id @map(\"ID\")\n\n  @@map(\"user\")\n}\n").Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model User {\n  id Int @id @map(\"id\")\n  = 7\n}\n\nmodel Post {\n  id Int @id [|@map(\"id\")|]\n}\n").Should().ReportAtTheMarks();
}
