using NUnit.Framework;
using PrismaLint.Rules.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Security;

public sealed class PlaintextPasswordColumnRuleTests : RuleTests<PlaintextPasswordColumnRule>
{
    [TestCase("[|password|] String @db.VarChar(20)", "`User.password` has room for 20 characters: no password hash fits")]
    [TestCase("[|plain_password|] String", "`User.plain_password` is named for passwords as they are")]
    [TestCase("[|pwd|] String @unique", "`User.pwd` is unique: salted hashes differ anyway, so that it seems to hold the passwords themselves")]
    public void Reports_columns_that_no_hash_fits(string column, string message) =>
        Lint($"model User {{\n  id Int @id\n  {column}\n}}").Should().Report(message).And.OfferNoFix();

    [TestCase("password String")]
    [TestCase("password String @db.VarChar(60)")]
    [TestCase("passwordHash String @db.Char(32)")]
    [TestCase("passwordResetToken String @unique")]
    [TestCase("password Bytes @unique")]
    [TestCase("plainPassword String\n  x Missing")]
    public void Accepts_columns_that_may_hold_hashes(string column) => Lint($"model User {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();
}
