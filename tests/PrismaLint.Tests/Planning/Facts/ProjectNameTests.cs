using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Tests.Planning.Facts;

public sealed class ProjectNameTests
{
    [TestCase("apps/shop/prisma/schema.prisma", "shop")]
    [TestCase("apps/shop/prisma/schema", "shop")]
    [TestCase("shop/src/db/main.prisma", "shop")]
    [TestCase("shop", "shop")]
    [TestCase("prisma/schema.prisma", "")]
    [TestCase("schema.prisma", "")]
    [TestCase("-", "")]
    public void A_project_is_called_after_the_nearest_folder_of_its_own(string path, string name) => ProjectName.Of(path).Should().Be(name);
}
