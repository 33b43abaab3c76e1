using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class AccessListTests
{
    [TestCase("=r/owner", "", "r")]
    [TestCase("app=arwd/owner", "app", "arwd")]
    [TestCase("app=r*w*/owner", "app", "rw")]
    [TestCase("\"my app\"=r/\"the/owner\"", "my app", "r")]
    [TestCase("\"a\"\"b=c\"=UC/owner", "a\"b=c", "UC")]
    [TestCase("app=/owner", "app", "")]
    public void Reads_an_entry(string item, string grantee, string letters) =>
        AccessList.Parse([item]).Grants.Should().Equal(new AccessGrant(grantee, letters));

    [TestCase("")]
    [TestCase("app")]
    [TestCase("\"app")]
    public void Leaves_out_what_is_no_entry(string item) => AccessList.Parse([item]).Grants.Should().BeEmpty();

    [Test]
    public void Tells_what_everybody_may()
    {
        var list = AccessList.Parse(["owner=arwdDxt/owner", "=rx/owner", "app=w/owner"]);

        list.OfPublic(AccessList.OfRows).Should().Be("r");
        list.OfPublic("x").Should().Be("x");
        AccessList.Parse([]).OfPublic("rawdDxt").Should().BeEmpty("without a list only the owner may");
    }

    [Test]
    public void Tells_what_a_role_may_by_itself_by_others_and_by_PUBLIC()
    {
        var role = new SnapshotBuilder().Role("app", ("rights_of", new[] { "writers" })).Build().Roles.Single();

        AccessList.Parse(["app=r/o", "writers=a/o", "=d/o", "other=w/o"]).Of(role, "rawd").Should().Be("rad");
    }

    [Test]
    public void Names_privileges() => AccessList.Describe("DrX").Should().Be("SELECT, TRUNCATE, EXECUTE");
}
