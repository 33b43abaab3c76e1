using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Security;

public sealed class SecretLiteralRuleTests : RuleTests<SecretLiteralRule>
{
    private const string Thirty = "abcdefghijABCDEFGHIJ0123456789";

    // Put together here, so that no scanner takes the test for a leak.
    [TestCase("ghp" + "_" + Thirty + "abcdef", "a GitHub token")]
    [TestCase("AKI" + "AABCDEFGHIJKLMNOP", "an AWS access key")]
    [TestCase("sk" + "_live_" + Thirty, "a Stripe live key")]
    [TestCase("xox" + "b-" + Thirty, "a Slack token")]
    [TestCase("eyJ" + Thirty + ".eyJ" + Thirty + "." + Thirty, "a signed JSON web token")]
    public void Reports_the_place_and_the_shape_and_never_the_text(string secret, string what)
    {
        var found = Lint($"model A {{\n  id Int @id\n  t String @default(\"[|{secret}|]\")\n}}")
            .Report("This text has the shape of " + what).OfferNoFix().Found.Single();

        found.Object.Should().Be("A");
        found.Message.Should().NotContain(secret);
    }

    [Test]
    public void Looks_into_comments() => Lint("/// token: [|ghp_" + Thirty + "abcdef|]\nmodel A {\n  id Int @id\n}").ReportAtTheMarks();

    [TestCase("ghp_short")]
    [TestCase("AKIAIOSFODNN7EXAMPLE")]
    [TestCase("eyJhbGciOiJub25lIn0")]
    [TestCase("sk_test_abcdefghijABCDEFGHIJ0123456789")]
    public void Accepts_what_only_begins_like_one(string text) =>
        Lint($"model A {{\n  id Int @id\n  t String @default(\"{text}\")\n}}").Should().ReportNothing();

    [Test]
    public void Leaves_datasources_to_their_own_rule() =>
        Lint("datasource db {\n  provider = \"postgresql\"\n  url = \"prisma://x.net/?api_key=ghp_" + Thirty + "abcdef\"\n}").Should().ReportNothing();
}
