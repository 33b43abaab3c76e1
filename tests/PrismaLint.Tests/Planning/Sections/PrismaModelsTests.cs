using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Tests.Planning.Sections;

/// <summary>Section 3.</summary>
public sealed class PrismaModelsTests
{
    private const string Schema = """
        generator client {
          provider        = "prisma-client-js"
          previewFeatures = ["views", "jsonProtocol"]
        }

        datasource db {
          provider = "postgresql"
        }

        enum Role {
          ADMIN
          USER
        }

        model User {
          id        BigInt    @id @default(autoincrement())
          email     String    @unique
          role      Role
          kind      String
          balance   Decimal
          settings  Json
          deletedAt DateTime?
          posts     Post[]
          boss      User?     @relation("Boss", fields: [bossId], references: [id])
          bossId    BigInt?
          staff     User[]    @relation("Boss")
          groups    Group[]
        }

        model Post {
          id       Int  @id
          authorId BigInt
          author   User @relation(fields: [authorId], references: [id], onDelete: Cascade)
        }

        model Group {
          id    Int    @id
          users User[]
        }
        """;

    [Test]
    public void Changes_stand_as_a_diff_with_their_rules()
    {
        var plan = Section();

        plan.Should().Contain("| PL3001 | Foreign key without an index | 2 | safe |");
        plan.Should().Contain("+  @@index([authorId])");
    }

    [Test]
    public void Relations_say_their_sides_their_action_and_their_index()
    {
        var plan = Section();

        plan.Should().Contain("3 relations: 2 one-to-many, 0 one-to-one, 1 many-to-many without a model of their own; 1 of a model to itself.");
        plan.Should().Contain("| `Post.author` ↔ `User.posts` | 1 : n | `authorId` → `id` | Cascade | Cascade (default) | none |");
        plan.Should().Contain("`bossId` → `id`, may be empty | SetNull (default)");
        plan.Should().Contain("the join table `_GroupToUser` has no columns but the two keys");
    }

    [Test]
    public void Types_that_JSON_does_not_know_are_named()
    {
        var plan = Section();

        plan.Should().Contain("3 fields of type BigInt, 1 of them ids: `User.id`");
        plan.Should().Contain("1 field of type Decimal: `User.balance`");
        plan.Should().Contain("1 field of type Json: `User.settings`");
        plan.Should().Contain("1 text field named like a choice: `User.kind`");
    }

    [Test]
    public void The_extension_hides_the_deleted_rows_of_the_models_that_have_them()
    {
        Section().Should().Contain("1 model marks deleted rows: `User.deletedAt`").And.Contain("User: { deletedAt: null },");
        MigrationPlanTests.Write(Schema.Replace("  deletedAt DateTime?\n", ""), 3).Should().NotContain("$allOperations").And.Contain("No model marks deleted rows");
    }

    [Test]
    public void Preview_features_say_where_they_stand() =>
        Section().Should().Contain("`views`: still a preview").And.Contain("jsonProtocol");

    private static string Section() => MigrationPlanTests.Write(Schema, 3);
}
