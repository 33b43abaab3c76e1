using System;
using System.Linq;
using FluentAssertions;
using Npgsql;
using NUnit.Framework;
using PrismaLint.Database.Testing;
using PrismaLint.Database.Tests.Prisma;

namespace PrismaLint.Database.Tests;

/// <summary>What Prisma accepts and PostgreSQL or the client then cannot do: each is reported, and each is seen to fail.</summary>
public sealed class AcceptedByPrismaTests
{
    [Test]
    public void PL2001_a_text_column_cannot_refer_to_a_uuid() =>
        MigrationOf("PL2001").Should().Throw<PostgresException>().Where(failure =>
            failure.SqlState == PostgresErrorCodes.DatatypeMismatch && failure.MessageText.Contains("Post_userId_fkey"));

    [Test]
    public void PL3008_json_has_no_order_to_index_by() =>
        MigrationOf("PL3008").Should().Throw<PostgresException>().Where(failure =>
            failure.SqlState == PostgresErrorCodes.UndefinedObject && failure.MessageText.Contains("type json has no default operator class"));

    [Test]
    public void PL2003_a_partial_unique_is_no_target_of_a_foreign_key() =>
        MigrationOf("PL2003").Should().Throw<PostgresException>().Where(failure =>
            failure.SqlState == PostgresErrorCodes.InvalidForeignKey && failure.MessageText.Contains("no unique constraint matching given keys"));

    [Test]
    public void PL2004_one_user_has_two_profiles_where_the_client_knows_one()
    {
        using var database = Migrate("PL2004");
        database.Execute("""
            INSERT INTO "User" ("id") VALUES (1);
            INSERT INTO "Profile" ("id", "userId", "deletedAt") VALUES (1, 1, NULL), (2, 1, '2026-01-01');
            """);
        database.Query<long>("""SELECT count(*) FROM "Profile" WHERE "userId" = 1""").Should().Equal(2);
        Payload("PL2004", "User").Should().Contain("profile: Prisma.$ProfilePayload<ExtArgs> | null");
    }

    // What Prisma's client makes for a row that does not say otherwise: a cuid, and a UUID of 36 characters.
    [TestCase("""INSERT INTO "Token" ("id", "short", "label", "weight") VALUES ('cm3x5k2v40000abcd1234efgh', 'a', 'a', 1)""", PostgresErrorCodes.InvalidTextRepresentation)]
    [TestCase("""INSERT INTO "Token" ("id", "short", "label", "weight") VALUES (gen_random_uuid(), gen_random_uuid()::text, 'a', 1)""", PostgresErrorCodes.StringDataRightTruncation)]
    [TestCase("""INSERT INTO "Token" ("id", "short", "weight") VALUES (gen_random_uuid(), 'a', 1)""", PostgresErrorCodes.StringDataRightTruncation)]
    [TestCase("""INSERT INTO "Token" ("id", "short", "label") VALUES (gen_random_uuid(), 'a', 'a')""", PostgresErrorCodes.NumericValueOutOfRange)]
    public void PL4011_a_default_that_does_not_fit_fails_each_insert_that_needs_it(string insert, string error)
    {
        BrokenCase.Load("PL4011").ShouldBeReported("PL4011", count: 4);
        using var database = Migrate("PL4011");
        database.Execute("""INSERT INTO "Token" ("id", "short", "label", "weight") VALUES (gen_random_uuid(), 'a', 'a', 1)""");
        database.Invoking(it => it.Execute(insert)).Should().Throw<PostgresException>().Which.SqlState.Should().Be(error);
    }

    [TestCase("PL2006", "PL2006", null)]
    [TestCase("PL2005", "PL0009", "set-null-on-required-in-postgresql")]
    public void PL2005_PL2006_a_required_key_without_default_keeps_its_row_from_being_deleted(string id, string reportedAs, string? detail)
    {
        var broken = BrokenCase.Load(id).ShouldBeReported(reportedAs, detail);
        using var database = DatabaseServer.CreateDatabase();
        database.Execute(broken.Sql);
        database.Execute("""INSERT INTO "User" ("id") VALUES (1); INSERT INTO "Post" ("id", "userId") VALUES (1, 1);""");
        database.Invoking(it => it.Execute("""DELETE FROM "User" WHERE "id" = 1""")).Should().Throw<PostgresException>()
            .Where(failure => failure.SqlState == PostgresErrorCodes.NotNullViolation && failure.ColumnName == "userId");
    }

    [Test]
    public void PL1017_an_enum_cannot_have_a_value_twice() =>
        MigrationOf("PL1017").Should().Throw<PostgresException>().Where(failure =>
            failure.SqlState == PostgresErrorCodes.UniqueViolation && failure.ConstraintName == "pg_enum_typid_label_index");

    [Test]
    public void PL1008_two_models_that_differ_in_case_share_an_accessor_in_the_client()
    {
        BrokenCase.Load("PL1008").ShouldBeReported("PL1008");
        using var client = PrismaTools.Generate(BrokenCase.Load("PL1008").Schema);
        client.ExitCode.Should().Be(0, client.Output);
        client.Read("internal", "class.ts").Split('\n').Count(line => line.Contains("get user(): ", StringComparison.Ordinal)).Should().Be(2);
    }

    [Test]
    public void PL1009_PostgreSQL_cuts_a_name_that_the_client_then_does_not_find()
    {
        const string Name = "averageTemperatureOfTheOutsideAirDuringTheLastTwentyFourHoursInKelvin";
        using var database = Migrate("PL1009");
        var column = database.Query<string>("SELECT column_name::text FROM information_schema.columns WHERE table_name = 'Measurement' AND column_name <> 'id'")
            .Should().ContainSingle().Subject;
        column.Should().Be(Name[..63]).And.NotBe(Name);
    }

    [Test]
    public void PL2007_the_client_allows_null_for_a_row_that_is_always_there()
    {
        using var database = Migrate("PL2007");
        database.Invoking(it => it.Execute("""INSERT INTO "Post" ("id", "userId") VALUES (1, NULL)""")).Should().Throw<PostgresException>()
            .Which.SqlState.Should().Be(PostgresErrorCodes.NotNullViolation);
        database.Invoking(it => it.Execute("""INSERT INTO "Post" ("id", "userId") VALUES (1, 7)""")).Should().Throw<PostgresException>()
            .Which.SqlState.Should().Be(PostgresErrorCodes.ForeignKeyViolation);
        Payload("PL2007", "Post").Should().Contain("user: Prisma.$UserPayload<ExtArgs> | null");
    }

    [Test]
    public void PL5002_two_living_users_have_one_address()
    {
        using var database = Migrate("PL5002");
        database.Execute("""INSERT INTO "User" ("id", "email") VALUES (1, 'a@b'), (2, 'a@b')""");
        database.Query<long>("""SELECT count(*) FROM "User" WHERE "email" = 'a@b' AND "deletedAt" IS NULL""").Should().Equal(2);
    }

    [Test]
    public void PL7003_the_client_is_not_generated_without_a_place_for_it()
    {
        BrokenCase.Load("PL7003").ShouldBeReported("PL7003");
        using var client = PrismaTools.Generate(BrokenCase.Load("PL7003").Schema);
        client.ExitCode.Should().NotBe(0);
        client.Output.Should().Contain("An output path is required for the `prisma-client` generator");
    }

    [Test]
    public void Prisma_accepts_them_all_and_makes_the_kept_migrations()
    {
        var cases = BrokenCase.LoadAll();
        cases.Should().HaveCount(13);
        var migrations = PrismaTools.Migrations(cases.ToDictionary(broken => broken.Id, broken => broken.Schema));
        if (Environment.GetEnvironmentVariable("PRISMALINT_UPDATE") == "1")
        {
            foreach (var broken in cases)
                broken.WriteSql(migrations[broken.Id]);
            Assert.Pass("The migrations were written.");
        }
        cases.Select(broken => broken.Sql.ReplaceLineEndings("\n")).Should().Equal(cases.Select(broken => migrations[broken.Id]));
    }

    /// <summary>The case's migration on an empty database; the case is reported.</summary>
    private static Action MigrationOf(string id)
    {
        var broken = BrokenCase.Load(id).ShouldBeReported(id);
        return () =>
        {
            using var database = DatabaseServer.CreateDatabase();
            database.Execute(broken.Sql);
        };
    }

    private static TestDatabase Migrate(string id)
    {
        var broken = BrokenCase.Load(id);
        if (id != "PL4011")
            broken.ShouldBeReported(id);
        var database = DatabaseServer.CreateDatabase();
        database.Execute(broken.Sql);
        return database;
    }

    /// <summary>What the generated client says of a model's row.</summary>
    private static string Payload(string id, string model)
    {
        using var client = PrismaTools.Generate(BrokenCase.Load(id).Schema);
        client.ExitCode.Should().Be(0, client.Output);
        var text = client.Read("models", model + ".ts");
        var start = text.IndexOf($"export type ${model}Payload", StringComparison.Ordinal);
        return text[start..text.IndexOf("composites: {}", start, StringComparison.Ordinal)];
    }
}
