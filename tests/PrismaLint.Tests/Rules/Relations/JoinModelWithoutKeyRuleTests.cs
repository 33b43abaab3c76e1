using NUnit.Framework;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class JoinModelWithoutKeyRuleTests : RuleTests<JoinModelWithoutKeyRule>
{
    private static string Schema(string lines = "", string name = "PostTag", string attributes = "@@index([tagId])") => $$"""
        model Post {
          id   Int         @id
          tags {{Plain(name)}}[]
        }

        model Tag {
          id    Int         @id
          posts {{Plain(name)}}[]
        }

        model {{name}} {
          id     Int  @id
          postId Int
          post   Post @relation(fields: [postId], references: [id])
          tagId  Int
          tag    Tag  @relation(fields: [tagId], references: [id])
          {{lines}}
          {{attributes}}
        }
        """;

    private static string Plain(string name) => name.Trim('[', ']', '|');

    [Test]
    public void Reports_the_model_and_adds_the_unique() =>
        Lint(Schema("createdAt DateTime @default(now())", "[|PostTag|]"))
            .Should().Report("Nothing keeps `PostTag` from linking the same `Post` and `Tag` twice: `postId, tagId` is not unique")
            .And.BecomeWhenFixed(Schema("createdAt DateTime @default(now())", "PostTag", "@@index([tagId])\n  @@unique([postId, tagId])"));

    [TestCase("", "PostTag", "@@unique([postId, tagId])")]
    [TestCase("", "PostTag", "@@unique([tagId, postId])")]
    [TestCase("note String", "PostTag", "")]
    [TestCase("", "PostTagLog", "")]
    [TestCase("", "TagViews", "")]
    public void Accepts_keys_payload_and_happenings(string lines, string name, string attributes) => Lint(Schema(lines, name, attributes)).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() => Lint(Schema("= 7")).Should().ReportNothing();
}
