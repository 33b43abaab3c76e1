using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Indexes;

public sealed class DuplicateIndexLiveRuleTests : LiveRuleTests<DuplicateIndexLiveRule>
{
    private const string User = """
        model User {
          id    Int    @id
          email String
          name  String

          [|@@index([email])|]
        }
        """;

    private const string OnField = """
        model User {
          id    Int    @id
          [|email|] String
          name  String

          @@index([email, name])
        }
        """;

    [Test]
    public void Reports_a_copy_where_the_index_is_declared() =>
        Lint(User, database => database.Table("User").AddIndex("by_hand", ["email"]))
        .Should().Report("`by_hand` on `public.User` (8 MB) does what `User_email_idx` does over `email`: `DROP INDEX CONCURRENTLY \"public\".\"by_hand\"`")
        .And.OfferNoFix();

    [Test]
    public void Of_two_declared_ones_the_second_goes() =>
        Lint("""
            model User {
              id    Int    @id
              email String @unique

              [|@@index([email])|]
            }
            """, _ => { })
        .Should().ReportAtTheMarks().And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              email String @unique
            }
            """);

    [Test]
    public void A_plain_index_over_a_declared_unique_is_reported_there() =>
        Lint("""
            model User {
              id    Int    @id
              email String [|@unique|]
            }
            """, database => database.Table("User").AddIndex("by_hand", ["email"]))
        .Should().ReportAtTheMarks();

    [Test]
    public void An_undeclared_pair_is_an_affair_of_the_model() =>
        Lint("""
            model [|User|] {
              id    Int    @id
              email String
            }
            """, database =>
            {
                database.Table("User").AddIndex("a", ["email"]);
                database.Table("User").AddIndex("b", ["email"]);
            }).Should().ReportAtTheMarks();

    [Test]
    public void Two_constraints_are_a_suggestion()
    {
        var found = Lint("""
            model User {
              id    Int    [|@id|]
              email String
            }
            """, database =>
            {
                var index = database.Table("User").AddIndex("User_id_key", ["id"], IndexKind.Unique);
                database.Table("User").AddConstraint("User_id_key", "u", "id")["index"] = index["oid"];
            }).Should().ReportAtTheMarks().Found.Single();

        found.Severity.ToString().Should().Be("Suggestion");
    }

    [TestCase("am", "hash")]
    [TestCase("pred", "(active)")]
    [TestCase("exprs", "lower(email)")]
    [TestCase("valid", false)]
    public void Another_index_is_no_copy(string property, object value) =>
        Lint(User, database => database.Table("User").AddIndex("by_hand", ["email"])[property] = value).Should().ReportNothing();

    [Test]
    public void Order_operator_class_and_collation_make_another_index()
    {
        Lint(User, database => database.Table("User").AddIndex("by_hand", ["email"])["opt"] = new[] { 3L }).Should().ReportNothing();
        Lint(User, database => database.Table("User").AddIndex("by_hand", ["email"])["ops"] = new[] { "text_pattern_ops" }).Should().ReportNothing();
        Lint(User, database => database.Table("User").AddIndex("by_hand", ["email"])["coll"] = new[] { 950L }).Should().ReportNothing();
        Lint(User, database => database.Table("User").AddIndex("by_hand", ["email"], include: ["name"])).Should().ReportNothing();
    }

    [TestCase("replident")]
    [TestCase("clustered")]
    [TestCase("excl")]
    public void What_is_bound_stays(string property) =>
        Lint(User, database => database.Table("User").AddIndex("by_hand", ["email"])[property] = true).Found.Single().Message.Should().Contain("`User_email_idx` on `public.User` (8 MB) does what `by_hand` does");

    [Test]
    public void A_unique_is_never_called_the_beginning() =>
        Lint(User, database => database.Table("User").SetIndex("User_email_idx", "uniq", true).AddIndex("long", ["email", "name"])).Should().ReportNothing();

    [Test]
    public void Reports_the_beginning_of_a_longer_index_and_deletes_it() =>
        Lint("""
            model User {
              id    Int    @id
              email String
              name  String

              [|@@index([email])|]
              @@index([email, name])
            }
            """, _ => { })
        .Should().Report("`User_email_idx` on `public.User` (8 MB) is the beginning of `User_email_name_idx` over `email, name`: `DROP INDEX CONCURRENTLY \"public\".\"User_email_idx\"`")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              email String
              name  String

              @@index([email, name])
            }
            """);

    [Test]
    public void An_undeclared_beginning_is_reported_at_its_field() =>
        Lint(OnField, database => database.Table("User").AddIndex("by_hand", ["email"])).Should().ReportAtTheMarks();

    [Test]
    public void A_much_larger_index_stands_in_only_as_a_suggestion() =>
        Lint(OnField, database =>
        {
            database.Table("User").AddIndex("by_hand", ["email"])["size"] = 1L << 20;
            database.Table("User").SetIndex("User_email_name_idx", "size", 5 << 20);
        }).Found.Single().Severity.ToString().Should().Be("Suggestion");

    [Test]
    public void The_beginning_of_another_index_is_another()
    {
        Lint(OnField, database => database.Table("User").AddIndex("by_hand", ["email"], predicate: "(active)")).Should().ReportNothing();
        Lint(OnField, database => database.Table("User").AddIndex("by_hand", ["email"], include: ["id"])).Should().ReportNothing();
        Lint(OnField, database => database.Table("User").AddIndex("by_hand", ["email"])["opt"] = new[] { 3L }).Should().ReportNothing();
        Lint(OnField, database => database.Table("User").AddIndex("by_hand", ["name"])).Should().ReportNothing();
        Lint(OnField, database => database.Table("User").AddIndex("by_hand", ["email"], method: "hash")).Should().ReportNothing();
        Lint(OnField, database =>
        {
            database.Table("User").AddIndex("by_hand", ["email"]);
            database.Table("User").SetIndex("User_email_name_idx", "valid", false);
        }).Should().ReportNothing();
    }

    [Test]
    public void Judges_partitions_with_their_table() =>
        Lint(User, database =>
        {
            var partition = database.AddTable("User_1").Set("is_partition", true).Set("parent", database.Table("User").Oid);
            partition.AddColumn("email", "text");
            partition.AddIndex("a", ["email"]);
            partition.AddIndex("b", ["email"]);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(User, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("duplicate-index-live: the role may not read indexes");
    }
}
