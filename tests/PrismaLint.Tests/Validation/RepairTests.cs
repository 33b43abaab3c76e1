using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Fixes;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation;

public sealed class RepairTests : ValidationTests
{
    [TestCase("a: String", "a String")]
    [TestCase("a:String", "a String")]
    [TestCase("a String!", "a String")]
    [TestCase("a [String]", "a String[]")]
    [TestCase("a String[]?", "a String[]")]
    [TestCase("a String[ ]", "a String[]")]
    [TestCase("a String;", "a String")]
    [TestCase("a String, // why", "a String // why")]
    [TestCase("a String @default('x') @map('y') // it's", "a String @default(\"x\") @map(\"y\") // it's")]
    [TestCase("a String @map(\"x)", "a String @map(\"x\")")]
    [TestCase("a String @map(x\")", "a String @map(\"x\")")]
    [TestCase("a String @default(uuid()", "a String @default(uuid())")]
    [TestCase("a DateTime @default(now() @db.Date", "a DateTime @default(now()) @db.Date")]
    [TestCase("@@index([id)", "@@index([id])")]
    [TestCase("a Int @@index([id])", "a Int\n  @@index([id])")]
    [TestCase("a String @default(\"\\q\")", "a String @default(\"\\\\q\")")]
    [TestCase("a String @default(\"it\\'s\")", "a String @default(\"it's\")")]
    public void Repairs_a_line_of_a_model(string line, string repaired) => Validate(Model(line)).BecomeWhenFixed(Model(repaired));

    [TestCase("@@index([")]
    [TestCase("a String @map(\"x y)")]
    [TestCase("a Int @@id([a])")]
    [TestCase("a String; b String")]
    public void Leaves_a_line_that_may_be_meant_in_several_ways(string line) => Validate(Model(line)).OfferNoFix();

    [TestCase("A,", "A")]
    [TestCase("A = \"a\",", "A @map(\"a\")")]
    [TestCase("A = \"A\"", "A")]
    public void Repairs_a_line_of_an_enum(string line, string repaired) =>
        Validate($"enum E {{\n  {line}\n}}\n").BecomeWhenFixed($"enum E {{\n  {repaired}\n}}\n");

    [TestCase("provider: \"sqlite\"", "provider = \"sqlite\"")]
    [TestCase("provider \"sqlite\"", "provider = \"sqlite\"")]
    [TestCase("provider = 'sqlite'", "provider = \"sqlite\"")]
    [TestCase("provider = \"sqlite", "provider = \"sqlite\"")]
    [TestCase("provider = \"sqlite\";", "provider = \"sqlite\"")]
    [TestCase("provider = sqlite", null)]
    public void Repairs_a_line_of_a_datasource(string line, string? repaired)
    {
        var result = Validate($"datasource db {{\n  {line}\n  url = \"file:x\"\n}}\n");
        if (repaired is null)
            result.OfferNoFix();
        else
            result.BecomeWhenFixed($"datasource db {{\n  {repaired}\n  url = \"file:x\"\n}}\n");
    }

    [TestCase("model A {\n  id Int @id\n\n/// B\nmodel B {\n  id Int @id\n}\n", "model A {\n  id Int @id\n}\n\n/// B\nmodel B {\n  id Int @id\n}\n")]
    [TestCase("model A {\n  id Int @id\n", "model A {\n  id Int @id\n}\n")]
    [TestCase("model A {\r\n  id Int @id }\r\n", "model A {\r\n  id Int @id\r\n}\r\n")]
    [TestCase("model A\n{\n  id Int @id\n}\n", "model A {\n  id Int @id\n}\n")]
    [TestCase("\uFEFFmodel A {\n  id Int @id\n}\n", "model A {\n  id Int @id\n}\n")]
    public void Repairs_the_frame_of_a_block(string text, string repaired)
    {
        var result = Validate(text);
        result.Found[0].Fixes.Should().ContainSingle().Which.Safety.Should().Be(FixSafety.Safe);
        var fix = result.Found[0].Fixes[0];
        FixApplier.Apply(fix.Edits[0].Source, fix.Edits).Content.Should().Be(repaired);
    }

    [Test]
    public void Leaves_members_on_the_line_of_their_brace() => Validate("enum E { A }\n").OfferNoFix();

    [TestCase("@@map(x)", "@@map(\"x\")")]
    [TestCase("@@index([id], type: \"hash\")", "@@index([id], type: Hash)")]
    [TestCase("@@index([id(sort: desc)])", "@@index([id(sort: Desc)])")]
    [TestCase("a Int @unique(sort: \"Desc\")", "a Int @unique(sort: Desc)")]
    [TestCase("a Boolean @default(True)", "a Boolean @default(true)")]
    [TestCase("a Boolean @default(\"true\")", "a Boolean @default(true)")]
    [TestCase("a String @default(x)", "a String @default(\"x\")")]
    [TestCase("a Int @default(\"1\")", "a Int @default(1)")]
    [TestCase("a Int[] @default(1)", "a Int[] @default([1])")]
    [TestCase("a Unsupported(\"x\") @ignore", "a Unsupported(\"x\")")]
    [TestCase("a DateTime @db.DateTime2(3)", "a DateTime @db.Timestamp(3)")]
    [TestCase("a Int @db.Int4", "a Int @db.Integer")]
    public void Repairs_attributes(string line, string repaired) => Validate(Model(line)).BecomeWhenFixed(Model(repaired));

    [TestCase("@@index([id], type: \"hashed\")")]
    [TestCase("a Boolean @default(1)")]
    [TestCase("a Int @default(\"x\")")]
    [TestCase("a Int @db.Inet4")]
    public void Leaves_values_that_say_something_else(string line) => Validate(Model(line)).OfferNoFix();

    [TestCase("model A {\n  id Int? @id\n}\n", "model A {\n  id Int @id\n}\n")]
    [TestCase("model A {\n  a Int?\n  b Int\n  c Int?\n  @@id([a, b, c])\n}\n", "model A {\n  a Int\n  b Int\n  c Int\n  @@id([a, b, c])\n}\n")]
    public void Makes_an_id_required(string text, string repaired) => Validate(text).BecomeWhenFixed(repaired);

    [TestCase("@@index([b])", "@@index([bId])")]
    [TestCase("@@unique([b, id])", "@@unique([bId, id])")]
    public void Writes_the_column_in_place_of_its_relation(string line, string repaired) => Validate(Related(line)).BecomeWhenFixed(Related(repaired));

    [Test]
    public void Leaves_a_relation_whose_column_is_listed_too() => Validate(Related("@@index([b, bId])")).OfferNoFix();

    [TestCase("strt", "start", FixSafety.Safe)]
    [TestCase("Start", "start", FixSafety.Safe)]
    [TestCase("line3", "line1", FixSafety.Unsafe)]
    [TestCase("anmex", "name", FixSafety.Unsafe)]
    public void Respells_unasked_only_what_is_one_slip_away(string written, string meant, FixSafety safety)
    {
        var fix = Validate(Model("start Int", "line1 Int", "line2 Int", "name Int", $"@@index([{written}])")).Found.Single().Fixes.Single();
        fix.Title.Should().Be($"Replace `{written}` with `{meant}`");
        fix.Safety.Should().Be(safety);
    }

    [Test]
    public void Proposes_no_relation_field_where_a_column_is_missing() => Validate(Related("@@index([b1])")).Found[0].Message.Should().NotContain("`b`");

    [TestCase("generator client {\n  provider = \"prisma-client\"\n}\n", "generator client {\n  provider = \"prisma-client\"\n  previewFeatures = [\"views\"]\n}\n")]
    [TestCase("generator client {\n  provider        = \"prisma-client\"\n  previewFeatures = [\"relationJoins\"]\n}\n", "generator client {\n  provider        = \"prisma-client\"\n  previewFeatures = [\"relationJoins\", \"views\"]\n}\n")]
    [TestCase("generator client {\n  provider        = \"prisma-client\"\n  previewFeatures = []\n}\n", "generator client {\n  provider        = \"prisma-client\"\n  previewFeatures = [\"views\"]\n}\n")]
    public void Names_the_preview_feature_of_a_view(string generator, string repaired) =>
        Validate(generator + "view V {\n  id Int @unique\n}\n").BecomeWhenFixed(repaired + "view V {\n  id Int @unique\n}\n");

    [Test]
    public void Names_no_preview_feature_without_the_generator_of_a_client() => Validate("view V {\n  id Int @unique\n}\n").OfferNoFix();

    [TestCase("\"tracing\", \"relationJoins\"", "\"relationJoins\"")]
    [TestCase("\"relationJoins\", \"tracing\"", "\"relationJoins\"")]
    public void Forgets_a_preview_feature_that_is_none_any_more(string features, string repaired) =>
        Validate($"generator c {{\n  provider = \"x\"\n  previewFeatures = [{features}]\n}}\n")
            .BecomeWhenFixed($"generator c {{\n  provider = \"x\"\n  previewFeatures = [{repaired}]\n}}\n");

    [Test]
    public void Gives_a_view_a_unique_in_place_of_its_id_and_no_index()
    {
        const string generator = "generator c {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\n";
        Validate(generator + "view V {\n  id Int @id\n  a Int\n  @@index([a])\n}\n").BecomeWhenFixed(generator + "view V {\n  id Int @unique\n  a Int\n}\n");
    }

    [Test]
    public void Puts_a_block_into_the_only_schema()
    {
        const string datasource = "datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  schemas = [\"public\"]\n}\n";
        Validate(datasource + "model A {\n  id Int @id\n}\n" + "enum E {\n  A\n}\n")
            .BecomeWhenFixed(datasource + "model A {\n  id Int @id\n\n  @@schema(\"public\")\n}\n" + "enum E {\n  A\n\n  @@schema(\"public\")\n}\n");
    }

    [Test]
    public void Lists_a_schema_that_is_used() =>
        Validate("datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  schemas = [\"public\"]\n}\nmodel A {\n  id Int @id\n  @@schema(\"audit\")\n}\n")
            .BecomeWhenFixed("datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  schemas = [\"public\", \"audit\"]\n}\nmodel A {\n  id Int @id\n  @@schema(\"audit\")\n}\n");

    [Test]
    public void Adds_the_url_that_Prisma_6_wants() =>
        Validate("datasource db {\n  provider = \"sqlite\"\n}\n", PrismaVersion.V6)
            .BecomeWhenFixed("datasource db {\n  provider = \"sqlite\"\n  url      = env(\"DATABASE_URL\")\n}\n");

    [Test]
    public void Makes_what_SetNull_empties_optional() =>
        Validate(Related("@@map(\"x\")").Replace("[id])", "[id], onDelete: SetNull)"), provider: Provider.MySql)
            .BecomeWhenFixed(Related("@@map(\"x\")").Replace("[id])", "[id], onDelete: SetNull)").Replace("bId Int", "bId Int?").Replace("b B ", "b B? "));

    [Test]
    public void Takes_actions_from_a_relation_of_many_to_many() =>
        Validate("model A {\n  id Int @id\n  bs B[] @relation(onDelete: Cascade)\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n")
            .BecomeWhenFixed("model A {\n  id Int @id\n  bs B[] @relation\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n");

    private static string Related(string line) =>
        $"model A {{\n  id Int @id\n  bId Int\n  b B @relation(fields: [bId], references: [id])\n  {line}\n}}\nmodel B {{\n  id Int @id\n  as A[]\n}}\n";
}
