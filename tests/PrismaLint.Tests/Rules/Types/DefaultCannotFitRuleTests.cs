using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class DefaultCannotFitRuleTests : RuleTests<DefaultCannotFitRule>
{
    [Test]
    public void Reports_a_cuid_in_a_UUID_column_and_replaces_it() =>
        Lint("model A {\n  id String @id [|@default(cuid())|] @db.Uuid\n}")
            .Should().Report("The default of `A.id` does not fit `Uuid`: `cuid()` makes no UUID")
            .And.BecomeWhenFixed("model A {\n  id String @id @default(uuid()) @db.Uuid\n}");

    [Test]
    public void Reports_a_UUID_in_a_column_too_short_and_widens_it() =>
        Lint("model A {\n  id String @id [|@default(uuid())|] @db.VarChar(30)\n}")
            .Should().Report("The default of `A.id` does not fit `VarChar(30)`: `uuid()` makes 36 characters")
            .And.BecomeWhenFixed("model A {\n  id String @id @default(uuid()) @db.VarChar(36)\n}");

    [TestCase("String @default(uuid(7)) @db.Uuid", 0)]
    [TestCase("String @default(uuid()) @db.Char(36)", 0)]
    [TestCase("String @default(cuid()) @db.Char(24)", 1)]
    [TestCase("String @default(cuid(2)) @db.Char(24)", 0)]
    [TestCase("String @default(ulid()) @db.VarChar(25)", 1)]
    [TestCase("String @default(nanoid()) @db.VarChar(21)", 0)]
    [TestCase("String @default(nanoid(40)) @db.VarChar(39)", 1)]
    [TestCase("String @default(\"abcd\") @db.VarChar(3)", 1)]
    [TestCase("String @default(\"ab\") @db.Char", 1)]
    [TestCase("String @default(\"abc\") @db.VarChar(3)", 0)]
    [TestCase("Int @default(40000) @db.SmallInt", 1)]
    [TestCase("Int @default(-32768) @db.SmallInt", 0)]
    [TestCase("Int @default(3000000000)", 1)]
    [TestCase("BigInt @default(3000000000)", 0)]
    [TestCase("Decimal @default(1000) @db.Decimal(5, 2)", 1)]
    [TestCase("Decimal @default(999.999) @db.Decimal(5, 2)", 0)]
    [TestCase("Decimal @default(0.5) @db.Decimal(2, 2)", 0)]
    [TestCase("Int @default(40000) @db.SmallInt\n  x Missing", 0)]
    public void Measures_the_default_by_the_column_of_PostgreSQL(string column, int findings) =>
        Lint($"model A {{\n  key Int @id\n  a {column}\n}}").Found.Should().HaveCount(findings);

    [TestCase("Int @default(-1) @db.UnsignedInt", Provider.MySql, 1)]
    [TestCase("Int @default(200) @db.TinyInt", Provider.MySql, 1)]
    [TestCase("Int @default(200) @db.UnsignedTinyInt", Provider.MySql, 0)]
    [TestCase("Int @default(200) @db.TinyInt", Provider.SqlServer, 0)]
    [TestCase("Int @default(-1) @db.TinyInt", Provider.SqlServer, 1)]
    [TestCase("String @default(cuid()) @db.UniqueIdentifier", Provider.SqlServer, 1)]
    public void Knows_the_ranges_of_each_database(string column, Provider provider, int findings) =>
        Lint($"model A {{\n  key Int @id\n  a {column}\n}}", provider).Found.Should().HaveCount(findings);

    [Test]
    public void Does_not_repeat_the_text_of_a_default() =>
        Lint("model A {\n  key Int @id\n  a String [|@default(\"hunter2hunter2\")|] @db.VarChar(4)\n}")
            .Should().Report("The default of `A.a` does not fit `VarChar(4)`: it has 14 characters");
}
