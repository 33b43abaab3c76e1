using System.Linq;
using NUnit.Framework;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class DiscouragedTimeTypeRuleTests : RuleTests<DiscouragedTimeTypeRule>
{
    [Test]
    public void Reports_a_time_with_zone() =>
        Lint("model A {\n  id Int @id\n  at DateTime [|@db.Timetz(6)|]\n}")
            .Should().Report("`A.at` is `@db.Timetz`: an offset without a date is no time zone").And.OfferNoFix();

    [Test]
    public void Reports_a_precision_of_zero_and_raises_it() =>
        Lint("model A {\n  id Int @id\n  b DateTime\n  at DateTime [|@db.Timestamp(0)|]\n}")
            .Should().Report("`A.at` is `Timestamp(0)`: moments are rounded to the second, into the future as well")
            .And.BecomeWhenFixed("model A {\n  id Int @id\n  b DateTime\n  at DateTime @db.Timestamp(3)\n}");

    [Test]
    public void Reports_a_habit_once() =>
        Lint("model A {\n  id Int @id\n  t DateTime [|@db.Timestamp(0)|]\n" + string.Concat(Enumerable.Range(0, 8).Select(i => $"  t{i} DateTime @db.Timestamp(0)\n")) + "}")
            .Should().Report("`A.t` and 8 more fields have a precision of 0: moments are rounded to the second, into the future as well");

    [TestCase("at DateTime @db.Timestamp(3)")]
    [TestCase("at DateTime @db.Time(6)")]
    [TestCase("at DateTime @db.Timetz(6)\n  x Missing")]
    public void Accepts_the_other_types(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();
}
