using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;
using PrismaLint.Semantics;

namespace PrismaLint.Tests.Planning.Sections;

public sealed class PerformanceSectionTests
{
    private const string Blog = """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int       @id
          authorId Int
          author   User      @relation(fields: [authorId], references: [id], onDelete: Cascade)
          comments Comment[]
        }

        model Comment {
          id       Int      @id
          postId   Int
          post     Post     @relation(fields: [postId], references: [id], onDelete: Cascade)
          at       DateTime
        }
        """;

    [Test]
    public void A_key_below_a_cascade_comes_first_and_says_what_reads_its_table()
    {
        Texts(new PlanCase(Blog)).Should().Contain("1 | `Comment` | `postId` | `post` → `Post` | reads the table for those to delete | 2 | 22 bytes a row | PL3001")
            .And.Contain("2 | `Post` | `authorId` | `author` → `User` | reads the table for those to delete | 1 | 22 bytes a row | PL3001");
    }

    [Test]
    public void Known_rows_give_the_order_and_the_cost()
    {
        var plan = new PlanCase(Blog) { Inputs = Rows(("Post", 1_000_000), ("Comment", 500)) };

        Texts(plan).Should().Contain(text => text.StartsWith("1 | `Post` | `authorId` | `author` → `User` | reads 1,000,000 rows for those to delete"));
    }

    [Test]
    public void A_delete_tells_how_many_tables_it_reads_whole()
    {
        Texts(new PlanCase(Blog)).Should().Contain("`User` | 3 | 2 | 2 | `Post`, `Comment`");
    }

    [Test]
    public void Its_statements_are_those_of_the_steps()
    {
        var plan = new PlanCase(Blog);
        var steps = plan.Context().Changes.SelectMany(change => change.Steps).Select(step => step.Sql).OfType<string>().ToArray();

        foreach (var statement in Sql(plan, SqlRole.Change).SelectMany(sql => sql.Text.Split('\n')))
            steps.Should().Contain(step => step.Contains(statement));
    }

    [Test]
    public void A_query_that_wants_more_columns_takes_the_place_of_the_index_of_a_key()
    {
        var plan = new PlanCase(Blog) { Inputs = PlanInputs.None with { HotQueries = [new HotQuery("comments of a post", "Comment") { Equal = ["postId"], OrderBy = ["-at"] }] } };

        Texts(plan).Should().Contain(text => text.Contains("`postId`, `at`") && text.Contains("`post` → `Post`; the query `comments of a post`"))
            .And.NotContain(text => text.Contains("(\"postId\")"));
    }

    [Test]
    public void Without_inputs_the_pool_is_a_formula_and_an_example()
    {
        var texts = Texts(new PlanCase(Blog) { PrismaVersion = PrismaVersion.V7 });

        texts.Should().Contain(text => text.StartsWith("Not told: `capacity.instances`, `capacity.max_connections`, `capacity.database_cores`."))
            .And.Contain("8 | 11 | 80: fits")
            .And.Contain("10 | 9 | 100: does not fit");
    }

    [Test]
    public void With_inputs_the_pool_is_worked_out()
    {
        var inputs = PlanInputs.None with { Instances = 4, DatabaseCores = 8, MaxConnections = 100 };
        var texts = Texts(new PlanCase(Blog) { Inputs = inputs, PrismaVersion = PrismaVersion.V7 });

        texts.Should().Contain("= left for the application | 92 | ")
            .And.Contain(text => text.StartsWith("pool of each instance to begin with | 5 |"))
            .And.Contain(text => text.Contains("max: 5,"))
            .And.Contain(text => text.Contains("4 × 10 = 40, which fits into the 92 that are left"))
            .And.NotContain(text => text.Contains("____ reserved"));
    }

    [Test]
    public void The_url_speaks_for_Prisma_6_and_the_adapter_for_7()
    {
        var inputs = PlanInputs.None with { Instances = 2, MaxConnections = 50, Pooler = "pgbouncer" };

        Texts(new PlanCase(Blog) { Inputs = inputs, PrismaVersion = PrismaVersion.V6 }).Should().Contain(text => text.Contains("connection_limit=10&pool_timeout=10&pgbouncer=true")).And.NotContain(text => text.Contains("PrismaPg"));
        Texts(new PlanCase(Blog) { Inputs = inputs, PrismaVersion = PrismaVersion.V7 }).Should().Contain(text => text.Contains("new PrismaPg")).And.NotContain(text => text.Contains("connection_limit="));
    }

    [Test]
    public void A_column_that_changes_and_is_indexed_costs_all_indexes()
    {
        Texts(new PlanCase("""
            model Job {
              id     Int    @id
              status String

              @@index([status])
            }
            """)).Should().Contain("`Job.status` tells a status and is part of `@@index([status])`: each change of it writes an entry into all 2 indexes of `Job`");
    }

    [Test]
    public void Alarms_are_the_limits_of_the_rules()
    {
        Texts(new PlanCase(Blog) { Inputs = PlanInputs.None with { MaxConnections = 200 } }).Should()
            .Contain(text => text.StartsWith("Connections in use | 157 of 197 | 80 % of 200"))
            .And.Contain(text => text.StartsWith("Age of transaction ids | 400 million |"));
    }

    [Test]
    public void Staleness_told_is_the_alarm_of_replicas()
    {
        Texts(new PlanCase(Blog) { Inputs = PlanInputs.None with { Replicas = 1, StalenessSeconds = 2 } }).Should().Contain(text => text.StartsWith("Replication lag | 2 s |"));
    }

    [Test]
    public void An_index_that_is_asked_for_by_nobody_is_a_question()
    {
        Texts(new PlanCase("""
            model User {
              id    Int    @id
              email String @unique
              data  Json
              tags  String[]
            }
            """)).Should().Contain(text => text.StartsWith("Expression: `User.email` is unique by the letter"))
            .And.Contain(text => text.StartsWith("GIN (JSON): `User.data` has no index"))
            .And.Contain(text => text.StartsWith("GIN (lists): `User.tags` has no index"));
    }

    [Test]
    public void A_database_in_use_adds_what_it_counts()
    {
        var plan = new PlanCase(Blog)
        {
            Inputs = PlanInputs.None with { Instances = 30 },
            PrismaVersion = PrismaVersion.V7,
            Database = database =>
            {
                database.Setting("max_connections", "200").Setting("superuser_reserved_connections", "3").Setting("wal_level", "replica").Setting("maintenance_work_mem", "65536");
                database.Statement("SELECT * FROM \"Comment\" WHERE \"postId\" = $1", 50_000, mean: 12);
                database.Table("Post").HasRows(20_000).Count("n_tup_ins", 100).Count("n_tup_upd", 5000).Count("n_tup_hot_upd", 4000).Count("n_dead_tup", 12);
            },
        };
        var texts = Texts(plan);

        texts.Should().Contain("`max_connections` | 200 | the snapshot")
            .And.Contain(text => text.Contains("30 × 10 = 300, which is more than the 192 that are left (PL8046)"))
            .And.Contain(text => text.Contains("| 100 % | 50,000 | 12 ms |"))
            .And.Contain("`Post` | 5,000 | 80 % | 12 | none counted")
            .And.Contain(text => text.StartsWith("`maintenance_work_mem` (now 64 MB)"))
            .And.Contain("The server says: `wal_level = replica`")
            .And.NotContain(text => text.Contains("only a database in use can tell"));
    }

    [TestCase("mysql", "MySQL makes those of foreign keys by itself")]
    [TestCase("sqlite", "No SQL is planned for SQLite")]
    public void Other_databases_get_no_SQL_and_say_so(string provider, string sentence)
    {
        var plan = new PlanCase(Blog) { Provider = provider };

        Texts(plan).Should().Contain(text => text.Contains(sentence));
        Sql(plan).Should().BeEmpty();
    }

    private static IReadOnlyList<string> Texts(PlanCase plan) => plan.Texts(5);

    private static PlanInputs Rows(params (string Model, double Rows)[] rows) => PlanInputs.None with { Volumes = rows.ToDictionary(row => row.Model, row => new ModelVolume(row.Rows, null)) };

    private static IEnumerable<SqlBlock> Sql(PlanCase plan, SqlRole? role = null) =>
        new PlanDocument("", [], [plan.Section(5)]).Statements().Select(pair => pair.Sql).Where(sql => role is null || sql.Role == role);
}
