using System.Linq;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Tests.Planning.Facts;

public sealed class GrowthSignsTests
{
    private const string Schema = """
        model User {
          id     Int        @id
          name   String
          logins LoginLog[]
          teams  TeamUser[]
        }
        model Team {
          id    Int        @id
          name  String
          users TeamUser[]
        }
        model TeamUser {
          userId Int
          teamId Int
          user   User @relation(fields: [userId], references: [id])
          team   Team @relation(fields: [teamId], references: [id])
          @@id([userId, teamId])
        }
        model LoginLog {
          id        Int      @id
          userId    Int
          user      User     @relation(fields: [userId], references: [id])
          createdAt DateTime @default(now())
        }
        """;

    [Test]
    public void A_log_without_a_later_change_may_become_large_and_a_lookup_may_not()
    {
        var signs = new PlanCase(Schema).Context().Growth;
        signs.All.Select(sign => sign.Model.Name).Should().Equal("LoginLog");
        signs.All[0].IsAppendOnly.Should().BeTrue();
        signs.All[0].Reasons.Should().Equal("its name ends in \"log\"", "rows carry `createdAt`, no column of a later change, and nothing refers to them");
    }

    [Test]
    public void A_circle_of_required_keys_ends()
    {
        var context = new PlanCase("""
            model A {
              id  Int @id
              bId Int
              b   B   @relation("one", fields: [bId], references: [id])
              bs  B[] @relation("two")
            }
            model B {
              id  Int @id
              aId Int
              a   A   @relation("two", fields: [aId], references: [id])
              as  A[] @relation("one")
            }
            """).Context();
        context.Models.Should().OnlyContain(model => context.Growth.ChainOf(model).Count <= 2);
    }
}
