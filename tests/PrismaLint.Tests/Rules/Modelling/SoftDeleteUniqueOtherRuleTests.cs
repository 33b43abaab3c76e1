using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class SoftDeleteUniqueOtherRuleTests : RuleTests<SoftDeleteUniqueOtherRule>
{
    [Test]
    public void Reports_combinations_that_cannot_be_made_anew() =>
        Lint("model Member {\n  id Int @id\n  orgId Int\n  userId Int\n  deletedAt DateTime?\n  [|@@unique([orgId, userId])|]\n}")
            .Should().Report("A soft-deleted `Member` keeps its `orgId, userId` taken: `@@unique([orgId, userId])` does not look at `deletedAt`");

    [Test]
    public void Reports_a_flag_that_has_room_for_one_deleted_row() =>
        Lint("model User {\n  id Int @id\n  email String\n  isDeleted Boolean\n  [|@@unique([email, isDeleted])|]\n}")
            .Should().Report("`@@unique([email, isDeleted])` of `User` has room for one deleted row: the second deletion of a value fails");

    [TestCase("email String @unique")]
    [TestCase("token String @unique @default(uuid())")]
    [TestCase("stripeId String @unique\n  x Missing")]
    public void Leaves_the_rest_to_others(string column) =>
        Lint($"model User {{\n  id Int @id\n  {column}\n  deletedAt DateTime?\n}}").Should().ReportNothing();
}
