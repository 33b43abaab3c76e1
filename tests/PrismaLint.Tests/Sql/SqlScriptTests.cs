using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Sql;

namespace PrismaLint.Tests.Sql;

public sealed class SqlScriptTests
{
    [Test]
    public void Cuts_at_the_semicolons_that_end_statements()
    {
        Texts("""
            SELECT 'a;b', "c;d", $$e;f$$, $x$g;$$h$x$, E'i\';j'; -- k;
            /* l; /* m; */ n; */ SELECT (1; 2);
            SELECT 3
            """).Should().Equal(
            """SELECT 'a;b', "c;d", $$e;f$$, $x$g;$$h$x$, E'i\';j';""",
            "SELECT (1; 2);",
            "SELECT 3");
    }

    [Test]
    public void Keeps_the_body_of_a_function_in_standard_sql_together()
    {
        Texts("""
            CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
            SELECT 1;
            """).Should().HaveCount(2);
    }

    [Test]
    public void Takes_lines_for_psql_out()
    {
        var script = Parse("\\set ON_ERROR_STOP on\nCOPY t (a) FROM stdin;\n1;2\nDROP TABLE t;\n\\.\nSELECT 1;\n\\connect x\n");

        script.Statements.Select(statement => statement.GetType().Name).Should().Equal("PsqlStatement", "OpaqueStatement", "PsqlStatement", "OpaqueStatement", "PsqlStatement");
    }

    [Test]
    public void Goes_on_behind_a_parenthesis_that_is_never_closed()
    {
        Parse("CREATE TABLE a (id int;\nCREATE TABLE b (id int);").Statements.Should().HaveCount(2);
    }

    [Test]
    public void Reads_a_table_as_prisma_writes_it()
    {
        var table = Single<CreateTableStatement>("""
            -- CreateTable
            CREATE TABLE "app"."User" (
                "id" SERIAL NOT NULL,
                "email" VARCHAR(20) NOT NULL DEFAULT 'a, b',
                "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
                "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
                "role" "app"."Role" NOT NULL DEFAULT 'USER',
                "sum" DECIMAL(65,30),

                CONSTRAINT "User_pkey" PRIMARY KEY ("id")
            );
            """);

        table.Name.Should().Be(new SqlName("app", "User", default));
        table.Columns.Select(column => $"{column.Name} {column.Type}{(column.IsNotNull ? " not null" : "")} {column.Default}".Trim()).Should().Equal(
            "id integer not null",
            "email character varying(20) not null 'a, b'",
            "at timestamp(3) without time zone not null CURRENT_TIMESTAMP",
            "tags text[] ARRAY[]::TEXT[]",
            "role app.\"Role\" not null 'USER'",
            "sum numeric(65,30)");
        table.Constraints.Should().ContainSingle().Which.Columns.Should().Equal("id");
    }

    [Test]
    public void Reads_a_table_as_people_write_it()
    {
        var table = Single<CreateTableStatement>("""
            create table if not exists public.orders (
              id bigint generated always as identity primary key,
              user_id int references users(id) on delete cascade deferrable initially deferred,
              total double precision check (total > 0) not null default (1 + 2),
              code char(3) collate "C" unique,
              slug text generated always as (lower(code)) stored,
              seen timestamp with time zone default now() null,
              unique nulls not distinct (user_id, code),
              constraint fk foreign key (id, code) references other (a, b) match full on update set null not valid
            ) partition by range (seen);
            """);

        table.IfNotExists.Should().BeTrue();
        table.IsPartitioned.Should().BeTrue();
        table.Columns.Select(column => $"{column.Name} {column.Type} {column.IsNotNull} {column.IsIdentity} {column.Generated ?? column.Default}").Should().Equal(
            "id bigint True True ",
            "user_id integer False False ",
            "total double precision True False (1 + 2)",
            "code character(3) False False ",
            "slug text False False lower(code)",
            "seen timestamp with time zone False False now()");
        table.Constraints.Select(constraint => $"{constraint.Kind} {constraint.Name} ({string.Join(",", constraint.Columns)}) {constraint.Target}").Should().Equal(
            "UNIQUE  (user_id,code) ",
            "FOREIGN KEY fk (id,code) other",
            "PRIMARY KEY  (id) ",
            "FOREIGN KEY  (user_id) users",
            "CHECK  (total) ",
            "UNIQUE  (code) ");
        table.Constraints[1].Should().Match<TableConstraint>(key => key.IsMatchFull && key.IsNotValid && key.OnUpdate == ReferentialAction.SetNull);
        table.Constraints[3].OnDelete.Should().Be(ReferentialAction.Cascade);
    }

    [Test]
    public void Reads_an_index_with_everything_on_it()
    {
        var index = Single<CreateIndexStatement>(
            """CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "i" ON ONLY "t" USING btree ("a" text_pattern_ops DESC NULLS LAST, lower("b"), (c + 1)) INCLUDE (d, e) NULLS NOT DISTINCT WITH (fillfactor = 70) WHERE "deletedAt" IS NULL AND x = 'y';""");

        index.Should().Match<CreateIndexStatement>(found => found.IsUnique && found.IsConcurrent && found.IfNotExists && found.AreNullsNotDistinct && found.Name == "i" && found.Method == "btree");
        index.Columns.Should().Equal(
            new IndexElement("a", null) { OperatorClass = "text_pattern_ops", IsDescending = true, NullsFirst = false },
            new IndexElement(null, "lower(\"b\")"),
            new IndexElement(null, "c + 1"));
        index.Included.Should().Equal("d", "e");
        index.Predicate.Should().Be("\"deletedAt\" IS NULL AND x = 'y'");
    }

    [Test]
    public void Reads_the_actions_of_an_alter_table()
    {
        var alter = Single<AlterTableStatement>("""
            ALTER TABLE ONLY "t"
              ADD COLUMN IF NOT EXISTS "a" INTEGER NOT NULL DEFAULT 0, ADD b text, DROP COLUMN "c", DROP d CASCADE,
              ALTER COLUMN "e" SET DATA TYPE BIGINT USING (e::bigint, 1)::int, ALTER f TYPE varchar(3), ALTER "g" SET DEFAULT 'x, y', ALTER g DROP DEFAULT,
              ALTER COLUMN h SET NOT NULL, ALTER COLUMN h DROP NOT NULL, ADD CONSTRAINT "k" FOREIGN KEY ("a") REFERENCES "u"("id") ON DELETE SET NULL ON UPDATE CASCADE NOT VALID,
              ADD CHECK (a > 0), DROP CONSTRAINT IF EXISTS "l", VALIDATE CONSTRAINT "k", ADD CONSTRAINT "p" PRIMARY KEY USING INDEX "i",
              ENABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER ALL, SET (fillfactor = 70), OWNER TO x;
            """);

        alter.Actions.Select(action => action.GetType().Name.Replace("Action", "", StringComparison.Ordinal)).Should().Equal(
            "AddColumn", "AddColumn", "DropColumn", "DropColumn", "SetType", "SetType", "SetDefault", "SetDefault", "SetNotNull", "SetNotNull", "AddConstraint",
            "AddConstraint", "DropConstraint", "ValidateConstraint", "AddConstraint", "RowSecurity", "RowSecurity", "Trigger", "Other", "Other");
        alter.Actions.OfType<SetTypeAction>().Select(action => action.Type).Should().Equal("bigint", "character varying(3)");
        alter.Actions.OfType<SetDefaultAction>().Select(action => action.Default).Should().Equal("'x, y'", null);
    }

    [TestCase("ALTER TABLE \"a\" RENAME TO \"b\";", typeof(AlterTableStatement))]
    [TestCase("ALTER TABLE a RENAME COLUMN b TO c;", typeof(AlterTableStatement))]
    [TestCase("ALTER INDEX \"a\" RENAME TO \"b\";", typeof(RenameStatement))]
    [TestCase("ALTER TYPE \"Role\" RENAME TO \"Role_old\";", typeof(RenameStatement))]
    [TestCase("CREATE TYPE \"Role\" AS ENUM ('A', 'it''s');", typeof(CreateEnumStatement))]
    [TestCase("ALTER TYPE r ADD VALUE IF NOT EXISTS 'X' BEFORE 'A';", typeof(AddEnumValueStatement))]
    [TestCase("ALTER TYPE r RENAME VALUE 'X' TO 'Y';", typeof(RenameEnumValueStatement))]
    [TestCase("DROP INDEX CONCURRENTLY IF EXISTS \"a\", b CASCADE;", typeof(DropStatement))]
    [TestCase("DROP TYPE \"Role_old\";", typeof(DropStatement))]
    [TestCase("UPDATE \"t\" SET a = 1, (b, c) = (2, 3) WHERE d;", typeof(DataStatement))]
    [TestCase("INSERT INTO t (a) SELECT 1;", typeof(DataStatement))]
    [TestCase("DELETE FROM t;", typeof(DataStatement))]
    [TestCase("TRUNCATE TABLE a, b CASCADE;", typeof(DataStatement))]
    [TestCase("SET LOCAL lock_timeout = '1s';", typeof(SetStatement))]
    [TestCase("BEGIN;", typeof(TransactionStatement))]
    [TestCase("COMMIT;", typeof(TransactionStatement))]
    [TestCase("DO $$ BEGIN x; END $$;", typeof(DoStatement))]
    [TestCase("VACUUM (FULL) t;", typeof(MaintenanceStatement))]
    [TestCase("REINDEX INDEX CONCURRENTLY i;", typeof(MaintenanceStatement))]
    [TestCase("CREATE POLICY p ON t FOR SELECT USING (true);", typeof(CreateObjectStatement))]
    [TestCase("CREATE OR REPLACE FUNCTION f() RETURNS trigger AS $$ BEGIN; END $$ LANGUAGE plpgsql;", typeof(CreateObjectStatement))]
    [TestCase("CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\";", typeof(CreateObjectStatement))]
    [TestCase("COMMENT ON TABLE t IS 'x';", typeof(OpaqueStatement))]
    [TestCase("CREATE TABLE;", typeof(OpaqueStatement))]
    public void Knows_what_a_statement_is(string sql, Type type) => Parse(sql).Statements.Should().ContainSingle().Which.Should().BeOfType(type);

    [Test]
    public void Finds_the_comments()
    {
        var text = "-- a\nSELECT /* b /* c */ */ 1; -- d 'e\nSELECT '-- f';";

        Parse(text).Comments.Select(span => text.Substring(span.Start, span.Length)).Should().Equal("-- a", "/* b /* c */ */", "-- d 'e");
    }

    // Every character is in a statement, or between two: blanks and comments alone.
    [Test]
    public void Loses_no_character_and_never_fails_whatever_the_text()
    {
        string[] pieces =
        [
            "CREATE", "TABLE", "ALTER", "\"", "'", "$$", "$a$", "(", ")", "[", "]", ";", ",", ".", "--", "\n", "/*", "*/", "\\", "::", "x", "1e5", "E'", "U&\"", "UNIQUE", "INDEX", "ON", "ADD",
            "COLUMN", "CONSTRAINT", "PRIMARY KEY", "REFERENCES", "DEFAULT", "NOT NULL", "TYPE", "AS ENUM", "BEGIN ATOMIC", "END", "COPY t FROM stdin;", "\r\n", "é", "😀", "$1", "DROP", "RENAME", "TO", "WHERE", "SET",
        ];
        var random = new Random(7);
        for (var round = 0; round < 4000; round++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var statements = Parse(text).Statements;
            var end = 0;
            foreach (var statement in statements)
            {
                statement.Span.Start.Should().BeGreaterThanOrEqualTo(end, "of {0}", text);
                IsTrivia(text[end..statement.Span.Start]).Should().BeTrue("`{0}` in {1}", text[end..statement.Span.Start], text);
                end = statement.Span.End;
            }
            end.Should().BeLessThanOrEqualTo(text.Length);
            IsTrivia(text[end..]).Should().BeTrue("`{0}` in {1}", text[end..], text);
        }
    }

    [TestCase("(\"deletedAt\" IS NULL)", "\"deletedAt\" IS NULL")]
    [TestCase("((deleted_at IS NULL) AND (kind = 'x'::text))", "\"deleted_at\" is null and kind = 'x'")]
    [TestCase("((status)::text <> 'a'::text)", "status != 'a'")]
    [TestCase("lower(email)", "LOWER(\"email\")")]
    public void Expressions_are_equal_however_they_are_written(string left, string right) => ExpressionText.AreEqual(left, right).Should().BeTrue();

    private static bool IsTrivia(string text)
    {
        var script = Parse(text);
        return script.Statements.Count == 0;
    }

    private static IEnumerable<string> Texts(string sql) => Parse(sql).Statements.Select(statement => sql.Substring(statement.Span.Start, statement.Span.Length));

    private static T Single<T>(string sql)
        where T : SqlStatement => Parse(sql).Statements.Should().ContainSingle().Which.Should().BeOfType<T>().Which;

    private static SqlScript Parse(string sql) => SqlScript.Parse("migration.sql", sql);
}
