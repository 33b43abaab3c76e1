using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class LargeBinaryRuleTests : RuleTests<LargeBinaryRule>
{
    [Test]
    public void Reports_a_file_by_its_name() =>
        Lint("model A {\n  id Int @id\n  [|coverImage|] Bytes?\n}").Should().Report("`A.coverImage` keeps a file in the row").And.OfferNoFix();

    [Test]
    public void Reports_many_columns_once() =>
        Lint("model [|A|] {\n  id Int @id\n  image Bytes\n  wave Bytes\n}").Should().Report("`A` has 2 `Bytes` columns, more than 1");

    [TestCase("wave Bytes")]
    [TestCase("fileHash Bytes")]
    [TestCase("pdf String")]
    [TestCase("publicKey Bytes\n  salt Bytes\n  wave Bytes")]
    [TestCase("file Bytes @ignore")]
    [TestCase("file Bytes\n  x Missing")]
    public void Accepts_what_is_short_or_no_file(string columns) => Lint($"model A {{\n  id Int @id\n  {columns}\n}}").Should().ReportNothing();

    [TestCase("data Bytes @db.Binary(16)")]
    [TestCase("data Bytes @db.VarBinary(64)")]
    [TestCase("data Bytes @db.TinyBlob")]
    public void Accepts_short_types(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}", Provider.MySql).Should().ReportNothing();

    [Test]
    public void Takes_other_names_and_another_number()
    {
        Lint("model A {\n  id Int @id\n  image Bytes\n  [|wave|] Bytes\n}", (LargeBinaryRule.Names, "wave"), (LargeBinaryRule.Max, "2")).ReportAtTheMarks();
        Lint("model [|A|] {\n  id Int @id\n  image Bytes\n}", (LargeBinaryRule.Max, "0")).Should().Report("`A` has 1 `Bytes` column, more than 0");
    }
}
