using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class RepeatingColumnsRuleTests : RuleTests<RepeatingColumnsRule>
{
    private static string Model(string lines, string name = "Contact") => $"model {name} {{\n  id Int @id\n  {lines}\n}}\n\nenum A {{\n  X\n}}\n\nenum B {{\n  X\n}}\n";

    [Test]
    public void Reports_a_list_in_columns_at_the_first() =>
        Lint(Model("[|phone1|] String\n  phone2 String?\n  phone3 String?"))
            .Should().Report("`phone1` to `phone3` of `Contact` are 3 columns for one list: a model with a row for each has no end and can be asked as one");

    [TestCase("[|phone_01|] String\n  phone_02 String\n  phone_03 String")]
    [TestCase("[|kind1|] A\n  kind2 A\n  kind3 A")]
    [TestCase("phone String\n  [|phone2|] String\n  phone3 String\n  phone4 String")]
    [TestCase("phone3 String\n  phone2 String\n  [|phone1|] String")]
    [TestCase("[|a1|] Int\n  [|b1|] Int\n  a2 Int\n  b2 Int\n  a3 Int\n  b3 Int")]
    public void Knows_other_ways_to_number(string lines) => Lint(Model(lines)).Should().ReportAtTheMarks();

    [TestCase("phone1 String\n  phone2 String")]
    [TestCase("phone1 String\n  phone2 String\n  phone4 String")]
    [TestCase("phone1 String\n  phone2 Int\n  phone3 String")]
    [TestCase("kind1 A\n  kind2 B\n  kind3 A")]
    [TestCase("addressLine1 String\n  addressLine2 String\n  addressLine3 String")]
    [TestCase("address1 String\n  address2 String\n  address3 String")]
    [TestCase("ck7001 String\n  ck7002 String\n  ck7003 String")]
    [TestCase("md4 String\n  md5 String\n  md6 String")]
    [TestCase("phone1 String\n  phone2 String\n  phone3 String\n  x Missing")]
    public void Accepts_pairs_gaps_and_numbers_with_a_meaning(string lines) => Lint(Model(lines)).Should().ReportNothing();

    [Test]
    public void Reports_a_habit_of_many_models_once() =>
        Lint("model A {\n  id Int @id\n  [|custom1|] Int\n  custom2 Int\n  custom3 Int\n}\n\n" + string.Concat("BCD".Select(name => $"model {name} {{\n  id Int @id\n  custom1 Int\n  custom2 Int\n  custom3 Int\n}}\n\n")))
            .Should().Report("`custom1` to `custom3` of `A`, as in 3 more models, are 3 columns for one list: a model with a row for each has no end and can be asked as one");

    [Test]
    public void Leaves_out_what_is_ignored()
    {
        var text = Model("hole1 Int\n  hole2 Int\n  hole3 Int");
        Lint(text, (RepeatingColumnsRule.IgnoredModels, "Contact")).Found.Should().BeEmpty();
        Lint(text, (RepeatingColumnsRule.IgnoredFields, "hole")).Found.Should().BeEmpty();
        Lint(text, (RepeatingColumnsRule.IgnoredFields, "Contact.hole*")).Found.Should().BeEmpty();
        Lint(text, (RepeatingColumnsRule.IgnoredFields, "Other.hole")).Found.Should().ContainSingle();
    }
}
