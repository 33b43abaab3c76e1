using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Tests.Rules.Shared;

public sealed class AuditNamesTests
{
    [TestCase("createdAt", true)]
    [TestCase("create_date", true)]
    [TestCase("created", false)]
    [TestCase("createdBy", false)]
    public void A_creation_is_a_moment(string name, bool isCreation) => AuditNames.IsCreation(name).Should().Be(isCreation);

    [TestCase("updatedAt", true)]
    [TestCase("write_date", true)]
    [TestCase("lastModified", false)]
    [TestCase("rewriteDate", false)]
    public void A_change_is_a_moment(string name, bool isChange) => AuditNames.IsChange(name).Should().Be(isChange);

    [TestCase("created_by_user_id", true)]
    [TestCase("create_uid", true)]
    [TestCase("write_uid", true)]
    [TestCase("firebase_uid", false)]
    [TestCase("userId", false)]
    public void An_author_did_something_to_the_row(string name, bool isAuthor) => AuditNames.IsAuthor(name).Should().Be(isAuthor);
}
