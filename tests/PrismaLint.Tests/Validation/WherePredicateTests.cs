using NUnit.Framework;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation;

public sealed class WherePredicateTests : ValidationTests
{
    private const string Fields =
        """
        generator g {
          provider = "x"
          previewFeatures = ["partialIndexes"]
        }
        enum E {
          X
        }
        model A {
          id  Int @id
          s   String?
          n   Float
          b   Boolean
          j   Json
          d   DateTime
          e   E
          u   Unsupported("x")?
          own A? @relation("r", fields: [id], references: [id])
          opp A? @relation("r")
          @@index([s], where: 
        """;

    [TestCase("where-form", "[|\"x\"|]")]
    [TestCase("where-form", "[|foo(\"x\")|]")]
    [TestCase("where-raw-argument", "[|raw()|]")]
    [TestCase("where-raw-argument", "[|raw(1)|]")]
    [TestCase("empty-where-text", "raw([|\"\"|])")]
    [TestCase("empty-where-object", "[|{}|]")]
    [TestCase("unknown-field-in-where", "{ [|zz|]: 1 }")]
    [TestCase("relation-field-in-where", "{ [|own|]: null }")]
    [TestCase("where-field-type", "{ [|u|]: \"x\" }")]
    [TestCase("where-value-type", "{ s: [|1|] }")]
    [TestCase("where-value-type", "{ n: [|\"x\"|] }")]
    [TestCase("where-value-type", "{ b: { not: [|\"x\"|] } }")]
    [TestCase("where-value-type", "{ j: [|\"x\"|] }")]
    [TestCase("where-value-type", "{ e: [|true|] }")]
    [TestCase("where-constant", "{ b: [|yes|] }")]
    [TestCase("where-value-form", "{ b: [|[true]|] }")]
    [TestCase("where-nested-keys", "{ b: [|{}|] }")]
    [TestCase("where-nested-key", "{ b: { [|is|]: true } }")]
    public void Refuses(string detail, string value) => Refuse(detail, Fields.TrimEnd() + " " + value + ")\n}\n", PrismaVersion.V7);

    [TestCase("raw(\"s is null\")")]
    [TestCase("{ s: \"x\", n: 1.5, b: true, d: \"2020-01-01\", e: \"X\" }")]
    [TestCase("{ s: null, j: { not: null } }")]
    public void Accepts(string value) => Accept(Fields.TrimEnd() + " " + value + ")\n}\n", PrismaVersion.V7);
}
