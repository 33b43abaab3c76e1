using NUnit.Framework;
using PrismaLint.Rules.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Security;

public sealed class PrivilegedDefaultRuleTests : RuleTests<PrivilegedDefaultRule>
{
    [TestCase("role Role [|@default(ADMIN)|]", "`User.role` is `ADMIN` unless somebody says otherwise")]
    [TestCase("user_role String [|@default(\"owner\")|]", "`User.user_role` is `owner` unless somebody says otherwise")]
    [TestCase("isAdmin Boolean [|@default(true)|]", "`User.isAdmin` is `true` unless somebody says otherwise")]
    public void Reports_defaults_that_grant_rights(string column, string message) =>
        Lint($"enum Role {{\n  ADMIN\n  USER\n}}\nmodel User {{\n  id Int @id\n  {column}\n}}").Should().Report(message);

    [TestCase("role Role @default(USER)")]
    [TestCase("isAdmin Boolean @default(false)")]
    [TestCase("kind Role @default(ADMIN)")]
    [TestCase("isActive Boolean @default(true)")]
    [TestCase("isAdmin Boolean @default(true)\n  x Missing")]
    public void Accepts_the_least_right(string column) =>
        Lint($"enum Role {{\n  ADMIN\n  USER\n}}\nmodel User {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [Test]
    public void Lets_who_makes_a_workspace_own_it() =>
        Lint("""
            model User {
              id Int @id
              m  Member[]
            }
            model Space {
              id Int @id
              m  Member[]
            }
            model Member {
              id      Int    @id
              userId  Int
              spaceId Int
              role    String @default("OWNER")
              user    User   @relation(fields: [userId], references: [id])
              space   Space  @relation(fields: [spaceId], references: [id])
            }
            """).Should().ReportNothing();
}
