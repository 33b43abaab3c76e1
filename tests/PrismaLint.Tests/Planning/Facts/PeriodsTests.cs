using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Integrity;

namespace PrismaLint.Tests.Planning.Facts;

public sealed class PeriodsTests
{
    [TestCase("startDate", "endDate")]
    [TestCase("startdate", "enddate")]
    [TestCase("valid_from", "valid_to")]
    [TestCase("startedAt", "finishedAt")]
    [TestCase("opensAt", "closesAt")]
    public void Names_tell_the_ends_of_a_range(string start, string end)
    {
        var model = new PlanCase($"model A {{\n  id Int @id\n  {start} DateTime\n  {end} DateTime?\n}}\n").Context().Models[0];
        Periods.Of(model).Select(period => (period.Start.Name, period.End.Name)).Should().Equal((start, end));
    }

    [Test]
    public void Ends_of_another_type_and_keys_are_no_range() =>
        Periods.Of(new PlanCase("model A {\n  id Int @id\n  fromId Int\n  startAt DateTime\n  endAt Int\n}\n").Context().Models[0]).Should().BeEmpty();

    [Test]
    public void Tokens_of_one_person_may_be_good_at_once()
    {
        var context = new PlanCase("""
            model Person {
              id     Int     @id
              tokens Token[]
            }

            model Token {
              id        Int      @id
              person    Person   @relation(fields: [personId], references: [id])
              personId  Int
              issuedAt  DateTime
              expiresAt DateTime
            }
            """).Context();

        Periods.Of(context.Models[1]).Single().IsLifetime.Should().BeTrue();
        PeriodChecks.Find(context).Should().BeEmpty();
    }
}
