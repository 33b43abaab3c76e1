using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class RelationFieldNameRuleTests : RuleTests<RelationFieldNameRule>
{
    [Test]
    public void Reports_names_of_introspection_and_renames_them_after_the_key() =>
        Lint("""
            model users {
              id                           Int     @id
              [|posts_posts_author_idTousers|] posts[] @relation("posts_author_idTousers")
              reviewed                     posts[] @relation("posts_reviewer_idTousers")
            }

            model posts {
              id                             Int   @id
              author_id                      Int
              [|users_posts_author_idTousers|]   users @relation("posts_author_idTousers", fields: [author_id], references: [id])
              reviewer_id                    Int
              reviewer                       users @relation("posts_reviewer_idTousers", fields: [reviewer_id], references: [id])
            }
            """)
        .Should().Report(
            "Relation field `users.posts_posts_author_idTousers` has a name that introspection made",
            "Relation field `posts.users_posts_author_idTousers` has a name that introspection made")
        .And.BecomeWhenFixed("""
            model users {
              id                           Int     @id
              author_posts posts[] @relation("posts_author_idTousers")
              reviewed                     posts[] @relation("posts_reviewer_idTousers")
            }

            model posts {
              id                             Int   @id
              author_id                      Int
              author   users @relation("posts_author_idTousers", fields: [author_id], references: [id])
              reviewer_id                    Int
              reviewer                       users @relation("posts_reviewer_idTousers", fields: [reviewer_id], references: [id])
            }
            """);

    [Test]
    public void Reports_the_other_end_of_a_self_relation() =>
        Lint("""
            model users {
              id          Int     @id
              manager_id  Int?
              users       users?  @relation("usersTousers", fields: [manager_id], references: [id])
              [|other_users|] users[] @relation("usersTousers")
            }
            """)
        .Should().Report("Relation field `users.other_users` has a name that introspection made");

    [Test]
    public void Reports_many_of_them_once_and_renames_them_together()
    {
        var result = Lint(RelationFieldNameRule.Definition.Example.Flagged);
        result.Found.Should().ContainSingle().Which.Message.Should().Be("Relation field `User.Post_Post_authorIdToUser` and 3 more fields have names that introspection made");
        result.Found[0].Fixes[0].Edits.Select(edit => edit.NewText).Should().Equal("authorPosts", "reviewerPosts", "author", "reviewer");
    }

    [Test]
    public void Reports_an_outlier_of_the_style_and_converts_it()
    {
        var others = string.Concat(Enumerable.Range(1, 8).Select(i => $"\n  someName{(char)('A' + i)} Post[] @relation(\"r{i}\")"));
        var keys = string.Concat(Enumerable.Range(1, 8).Select(i => $"\n  userId{i} Int\n  user{(char)('A' + i)} User @relation(\"r{i}\", fields: [userId{i}], references: [id])"));
        string Schema(string name) => $"model User {{\n  id Int @id\n  {name} Post[] @relation(\"r0\"){others}\n}}\n\nmodel Post {{\n  id Int @id\n  authorId Int\n  author User @relation(\"r0\", fields: [authorId], references: [id]){keys}\n}}\n";

        Lint(Schema("[|Written_posts|]")).Should().Report("Relation field `User.Written_posts` is not in camelCase, the style of 16 of 17 compound names")
            .And.BecomeWhenFixed(Schema("writtenPosts"));
        Lint(Schema("[|Posts|]")).Should().ReportAtTheMarks();
        Lint(Schema("posts")).Should().ReportNothing();
    }

    [Test]
    public void Follows_the_style_asked_for_and_what_is_allowed() =>
        Lint("""
            model User {
              id        Int    @id
              [|Posts|]     Post[] @relation("a")
              OldPosts  Post[] @relation("b")
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation("a", fields: [authorId], references: [id])
              otherId  Int
              other    User @relation("b", fields: [otherId], references: [id])
            }
            """,
            (RelationFieldNameRule.Style, "camel"),
            (RelationFieldNameRule.Allow, "Old*"))
        .Should().Report("Relation field `User.Posts` is not in camelCase");

    [Test]
    public void Leaves_columns_and_what_is_ignored_alone() =>
        Lint("""
            model User {
              id      Int    @id
              line_1  String
              posts_1 Post[] @ignore
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation(fields: [authorId], references: [id]) @ignore
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("""
            model Broken {
              id Int @id
              = 7
            }

            model User {
              id      Int    @id
              [|posts_1|] Post[]
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation(fields: [authorId], references: [id])
            }
            """)
        .Should().ReportAtTheMarks();
}
