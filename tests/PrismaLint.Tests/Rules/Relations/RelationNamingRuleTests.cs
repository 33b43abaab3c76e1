using NUnit.Framework;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class RelationNamingRuleTests : RuleTests<RelationNamingRule>
{
    [Test]
    public void Reports_both_ends_of_the_unnamed_relation_and_names_it_as_those_beside_it() =>
        Lint("""
            model User {
              id       Int    @id
              [|posts|]    Post[]
              reviewed Post[] @relation("post_reviewer")
            }

            model Post {
              id         Int   @id
              authorId   Int
              [|author|]     User  @relation(fields: [authorId], references: [id])
              reviewerId Int?
              reviewer   User? @relation(name: "post_reviewer", fields: [reviewerId], references: [id])
            }
            """)
        .Should().Report(
            "The relation of `User.posts` and `Post.author` has no name, one of 2 between `Post` and `User`",
            "The relation of `Post.author` and `User.posts` has no name, one of 2 between `Post` and `User`")
        .And.BecomeWhenFixed("""
            model User {
              id       Int    @id
              posts    Post[] @relation("post_author")
              reviewed Post[] @relation("post_reviewer")
            }

            model Post {
              id         Int   @id
              authorId   Int
              author     User  @relation("post_author", fields: [authorId], references: [id])
              reviewerId Int?
              reviewer   User? @relation(name: "post_reviewer", fields: [reviewerId], references: [id])
            }
            """);

    [Test]
    public void Keeps_the_other_attributes_and_the_comments_of_the_ends() =>
        Lint("""
            model User {
              id       Int    @id
              [|profile|]  Profile? // the main one
              backup   Profile? @relation("Backup")
            }

            model Profile {
              id       Int   @id
              userId   Int   @unique
              [|user|]     User  @relation(fields: [userId], references: [id], onDelete: Cascade) /// owner
              backupId Int?  @unique
              backup   User? @relation("Backup", fields: [backupId], references: [id])
            }
            """)
        .Should().ReportAtTheMarks()
        .And.BecomeWhenFixed("""
            model User {
              id       Int    @id
              profile  Profile? @relation("ProfileUser") // the main one
              backup   Profile? @relation("Backup")
            }

            model Profile {
              id       Int   @id
              userId   Int   @unique
              user     User  @relation("ProfileUser", fields: [userId], references: [id], onDelete: Cascade) /// owner
              backupId Int?  @unique
              backup   User? @relation("Backup", fields: [backupId], references: [id])
            }
            """);

    [Test]
    public void Proposes_a_name_that_is_free() =>
        Lint("""
            model User {
              id       Int    @id
              [|posts|]    Post[]
              reviewed Post[] @relation("PostAuthor")
            }

            model Post {
              id         Int  @id
              authorId   Int
              [|author|]     User @relation(fields: [authorId], references: [id])
              reviewerId Int
              reviewer   User @relation("PostAuthor", fields: [reviewerId], references: [id])
            }
            """)
        .Should().ReportAtTheMarks()
        .And.BecomeWhenFixed("""
            model User {
              id       Int    @id
              posts    Post[] @relation("PostAuthor2")
              reviewed Post[] @relation("PostAuthor")
            }

            model Post {
              id         Int  @id
              authorId   Int
              author     User @relation("PostAuthor2", fields: [authorId], references: [id])
              reviewerId Int
              reviewer   User @relation("PostAuthor", fields: [reviewerId], references: [id])
            }
            """);

    [Test]
    public void Offers_to_name_a_many_to_many_relation_only_as_unsafe()
    {
        var result = Lint("""
            model Post {
              id       Int    @id
              [|likedBy|]  User[]
              authorId Int
              author   User   @relation("PostAuthor", fields: [authorId], references: [id])
            }

            model User {
              id    Int    @id
              [|likes|] Post[]
              posts Post[] @relation("PostAuthor")
            }
            """).Should().ReportAtTheMarks();

        Assert.That(result.Found[0].Fixes[0].Safety, Is.EqualTo(PrismaLint.Diagnostics.FixSafety.Unsafe));
        Assert.That(result.Found[0].Fixes[0].Title, Is.EqualTo("Name the relation `PostLikedBy` on both ends, which renames the join table"));
    }

    [Test]
    public void Accepts_a_single_relation_and_named_ones() =>
        Lint("""
            model User {
              id       Int       @id
              posts    Post[]    @relation("PostAuthor")
              reviewed Post[]    @relation("PostReviewer")
              comments Comment[]
            }

            model Comment {
              id     Int  @id
              userId Int
              user   User @relation(fields: [userId], references: [id])
            }

            model Post {
              id         Int  @id
              authorId   Int
              author     User @relation("PostAuthor", fields: [authorId], references: [id])
              reviewerId Int
              reviewer   User @relation("PostReviewer", fields: [reviewerId], references: [id])
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("""
            model User {
              id       Int    @id
              posts    Post[]
              reviewed Post[] @relation("PostReviewer")
              = 7
            }

            model Post {
              id         Int  @id
              authorId   Int
              author     User @relation(fields: [authorId], references: [id])
              reviewerId Int
              reviewer   User @relation("PostReviewer", fields: [reviewerId], references: [id])
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Says_nothing_of_ignored_fields() =>
        Lint("""
            model User {
              id       Int    @id
              posts    Post[] @ignore
              reviewed Post[] @relation("PostReviewer")
            }

            model Post {
              id         Int  @id
              authorId   Int
              author     User @relation(fields: [authorId], references: [id]) @ignore
              reviewerId Int
              reviewer   User @relation("PostReviewer", fields: [reviewerId], references: [id])
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Wants_a_name_everywhere_where_asked_to() =>
        Lint("""
            model User {
              id    Int    @id
              [|posts|] Post[]
            }

            model Post {
              id       Int  @id
              authorId Int
              [|author|]   User @relation(fields: [authorId], references: [id])
            }
            """,
            (RelationNamingRule.Require, "always"))
        .Should().Report(
            "The relation of `User.posts` and `Post.author` has no name",
            "The relation of `Post.author` and `User.posts` has no name")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              posts Post[] @relation("PostAuthor")
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation("PostAuthor", fields: [authorId], references: [id])
            }
            """);

    [Test]
    public void Wants_no_needless_name_where_asked_to() =>
        Lint("""
            model User {
              id    Int    @id
              posts Post[] @relation([|"PostAuthor"|])
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation(fields: [authorId], references: [id], name: [|"PostAuthor"|])
            }
            """,
            (RelationNamingRule.Require, "never"))
        .Should().Report(
            "The only relation between `Post` and `User` has the name `PostAuthor`",
            "The only relation between `Post` and `User` has the name `PostAuthor`")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation(fields: [authorId], references: [id])
            }
            """);

    [Test]
    public void Reports_names_outside_the_style_and_renames_both_ends() =>
        Lint("""
            model User {
              id    Int    @id
              posts Post[] @relation([|"Post_authorIdToUser"|])
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation([|"Post_authorIdToUser"|], fields: [authorId], references: [id])
            }
            """,
            (RelationNamingRule.Style, "pascal"))
        .Should().Report(
            "The relation name `Post_authorIdToUser` is not in PascalCase",
            "The relation name `Post_authorIdToUser` is not in PascalCase")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              posts Post[] @relation("PostAuthorIdToUser")
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation("PostAuthorIdToUser", fields: [authorId], references: [id])
            }
            """);

    [Test]
    public void Reports_names_that_do_not_match_the_pattern() =>
        Lint("""
            model User {
              id    Int    @id
              posts Post[] @relation([|"Author"|])
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation([|"Author"|], fields: [authorId], references: [id])
            }
            """,
            (RelationNamingRule.Pattern, "[A-Z][a-z]+To[A-Z][a-z]+"))
        .Should().Report(
            "The relation name `Author` does not match `[A-Z][a-z]+To[A-Z][a-z]+`",
            "The relation name `Author` does not match `[A-Z][a-z]+To[A-Z][a-z]+`")
        .And.OfferNoFix();
}
