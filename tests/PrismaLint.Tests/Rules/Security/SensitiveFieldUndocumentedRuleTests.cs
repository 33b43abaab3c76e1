using NUnit.Framework;
using PrismaLint.Rules.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Security;

public sealed class SensitiveFieldUndocumentedRuleTests : RuleTests<SensitiveFieldUndocumentedRule>
{
    [TestCase("[|ssn|] String", "`P.ssn` is named for a person's identity and its documentation has no mark such as `@pii`")]
    [TestCase("[|access_token|] String", "`P.access_token` is named for a credential and its documentation has no mark such as `@pii`")]
    public void Reports_fields_without_a_mark(string column, string message) => Lint($"model P {{\n  id Int @id\n  {column}\n}}").Should().Report(message);

    [TestCase("/// @PII of the worst kind\n  ssn String")]
    [TestCase("ssn String /// @encrypted")]
    [TestCase("passwordExpiresAt DateTime")]
    [TestCase("pin Boolean")]
    [TestCase("ssn String\n  x Missing")]
    public void Accepts_marks_and_other_names(string column) => Lint($"model P {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [Test]
    public void Knows_the_marks_that_are_configured() =>
        Lint("model P {\n  id Int @id\n  /// @gdpr\n  ssn String\n  /// @pii\n  [|dob|] DateTime\n}", (SensitiveFieldUndocumentedRule.Markers, "@gdpr")).ReportAtTheMarks();
}
