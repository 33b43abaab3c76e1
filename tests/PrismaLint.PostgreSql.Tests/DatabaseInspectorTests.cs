using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using FluentAssertions;
using Npgsql;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Database.Testing;

namespace PrismaLint.PostgreSql.Tests;

public sealed class DatabaseInspectorTests
{
    private const string Shop = """
        create extension if not exists pg_stat_statements;
        create schema sales;
        create type "Status" as enum ('NEW', 'OLD');
        create table "User" (id serial primary key, email text not null unique, status "Status" not null default 'NEW', manager int references "User");
        create table sales.orders (id bigint generated always as identity primary key, owner text not null default current_user, total numeric(10,2) check (total >= 0));
        create index orders_owner on sales.orders (lower(owner)) include (total) where total > 0;
        alter table sales.orders enable row level security;
        create policy own on sales.orders for select to app using (owner = current_user and pg_has_role('app', 'member'));
        create policy friends on sales.orders to app using (exists (select 1 from public."User" u where u.email = owner));
        create view sales.totals as select owner, sum(total) total from sales.orders group by owner;
        create function sales.touch() returns trigger language plpgsql security definer as 'begin return new; end';
        create trigger touch before update on sales.orders for each row execute function sales.touch();
        grant select on sales.orders to app;
        insert into "User" (email) select 'plantedrow' || g from generate_series(1, 200) g;
        insert into sales.orders (owner, total) select 'plantedowner', g from generate_series(1, 200) g;
        analyze "User"; analyze sales.orders;
        """;

    // Time, size and what the session itself is.
    private static readonly HashSet<string> s_volatile = new(StringComparer.Ordinal)
    {
        "server.at", "server.size", "server.xid_age", "relations.xid_age", "relations.toast_xid_age", "server.mxid_age",
    };

    [Test]
    public void The_least_privileged_role_sees_what_a_superuser_sees_but_for_the_documented_losses()
    {
        using var database = InspectedServer.CreateDatabase(Shop);
        var role = "ro_" + database.Name;
        database.Execute(RoleSql.Write(role, ["public", "sales"], database.Name));

        var all = InspectedServer.Inspect(database);
        var least = InspectedServer.Inspect(database, role);

        least.Server.Role.Should().Be(role);
        foreach (var table in all.Sources.Where(table => table.Source is not (EvidenceSource.HostBasedAuthentication or EvidenceSource.Settings or EvidenceSource.Activity or EvidenceSource.Clients or EvidenceSource.DatabaseStatistics)))
            Of(least, table.Source).Should().Equal(Of(all, table.Source), "{0} is the same", table.Source);
        // The role has timeouts of its own, so those that others begin with are not seen.
        string[] timeouts = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];
        least.Settings.Where(setting => !timeouts.Contains(setting.Key)).Should().Equal(all.Settings.Where(setting => !timeouts.Contains(setting.Key)));
        least.States.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new KeyValuePair<string, EvidenceState>(EvidenceSource.HostBasedAuthentication, new EvidenceState(EvidenceStateKind.Denied) { SqlState = "42501" }));
        all.States.Should().BeEmpty();
        least.FindTable("public", "User")?.FindColumn("email")?.Statistics.Should().NotBeNull();
        least.Schemas.Should().Equal("public", "sales");
        database.Execute($"drop owned by {role}; drop role {role}");

        static IEnumerable<string> Of(DatabaseSnapshot snapshot, string source) => InspectedServer.Values(
            snapshot, (name, column) => name == source && !s_volatile.Contains(name + "." + column) && name is not EvidenceSource.Statements
                && (name != EvidenceSource.Server || column is not ("role" or "super" or "bypassrls")));
    }

    [Test]
    public void A_role_without_any_right_sees_the_structure_and_says_what_it_does_not_see()
    {
        using var database = InspectedServer.CreateDatabase(Shop);
        database.Query<int>("select 1 from \"User\" limit 1");
        using var other = new NpgsqlConnection(database.ConnectionString);
        other.Open();

        var all = InspectedServer.Inspect(database);
        var plain = InspectedServer.Inspect(database, InspectedServer.Plain);

        foreach (var source in new[]
        {
            EvidenceSource.Relations, EvidenceSource.TableStatistics, EvidenceSource.Columns, EvidenceSource.Constraints, EvidenceSource.Indexes, EvidenceSource.Policies, EvidenceSource.Triggers,
            EvidenceSource.Functions, EvidenceSource.Enums, EvidenceSource.Namespaces, EvidenceSource.Roles, EvidenceSource.ViewDependencies, EvidenceSource.Extensions,
        })
        {
            InspectedServer.Values(plain, (name, column) => name == source && !s_volatile.Contains(name + "." + column)).Should()
                .Equal(InspectedServer.Values(all, (name, column) => name == source && !s_volatile.Contains(name + "." + column)), "{0} is the same", source);
        }
        plain.StateOf(EvidenceSource.ColumnStatistics).Kind.Should().Be(EvidenceStateKind.Denied);
        plain.StateOf(EvidenceSource.Sequences).Should().BeEquivalentTo(new { Kind = EvidenceStateKind.Partial, Names = new[] { "public.User_id_seq", "sales.orders_id_seq" } });
        plain.StateOf(EvidenceSource.Statements).Kind.Should().BeOneOf(EvidenceStateKind.Denied, EvidenceStateKind.Partial);
        plain.StateOf(EvidenceSource.Activity).Kind.Should().Be(EvidenceStateKind.Partial);
        plain.StateOf(EvidenceSource.Clients).Kind.Should().Be(EvidenceStateKind.Partial);
        plain.StateOf(EvidenceSource.HostBasedAuthentication).Kind.Should().Be(EvidenceStateKind.Denied);
        plain.StateOf(EvidenceSource.Settings).Should().BeEquivalentTo(new { Kind = EvidenceStateKind.Partial, Names = new[] { "shared_preload_libraries" } });
        // Hidden sessions are counted too; one that has just ended may still be there.
        plain.FirstRow(EvidenceSource.Activity).Number("clients").Should().BeGreaterThanOrEqualTo(all.FirstRow(EvidenceSource.Activity).Number("clients"));
        plain.Statements.Should().NotContain(statement => statement.Text.Contains("insufficient", StringComparison.Ordinal));
    }

    [Test]
    public void Statistics_of_some_tables_are_a_part()
    {
        using var database = InspectedServer.CreateDatabase(Shop + "grant select on \"User\" to " + InspectedServer.Plain);

        InspectedServer.Inspect(database, InspectedServer.Plain).StateOf(EvidenceSource.ColumnStatistics).Should()
            .BeEquivalentTo(new { Kind = EvidenceStateKind.Partial, Names = new[] { "sales.orders" } });
    }

    [Test]
    public void Tables_that_have_no_statistics_are_not_missing()
    {
        using var database = InspectedServer.CreateDatabase(Shop + """
            create table empty (id int); analyze empty;
            create table indexed (id int); insert into indexed select generate_series(1, 2000); create index on indexed (id);
            grant select on "User" to
            """ + " " + InspectedServer.Plain);

        InspectedServer.Inspect(database, InspectedServer.Plain).StateOf(EvidenceSource.ColumnStatistics).Should()
            .BeEquivalentTo(new { Kind = EvidenceStateKind.Partial, Names = new[] { "sales.orders" } });
    }

    [Test]
    public void A_function_that_would_run_with_the_rights_of_the_caller_is_not_called()
    {
        using var database = InspectedServer.CreateDatabase(Shop + """
            create schema prismalint; grant usage on schema prismalint to public;
            create function prismalint.column_stats() returns table(schemaname name, tablename name, attname name, inherited bool, null_frac real, avg_width int, n_distinct real, correlation real)
              language plpgsql stable as 'begin raise exception ''called''; end';
            """);

        InspectedServer.Inspect(database, InspectedServer.Plain).StateOf(EvidenceSource.ColumnStatistics).Should().BeEquivalentTo(new { Kind = EvidenceStateKind.Denied, SqlState = (string?)null });
    }

    [Test]
    public void A_locked_table_neither_fails_nor_stalls()
    {
        using var database = InspectedServer.CreateDatabase(Shop);
        using var migration = new NpgsqlConnection(database.ConnectionString);
        migration.Open();
        using var transaction = migration.BeginTransaction();
        using (var command = new NpgsqlCommand("lock table \"User\" in access exclusive mode; alter sequence sales.orders_id_seq cache 7", migration, transaction))
            command.ExecuteNonQuery();

        var clock = Stopwatch.StartNew();
        var snapshot = InspectedServer.Inspect(database);

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(3));
        // The policy of sales.orders reads the table, and printing it would wait; the view reads that one.
        foreach (var source in new[] { EvidenceSource.Relations, EvidenceSource.Columns, EvidenceSource.Constraints, EvidenceSource.Indexes, EvidenceSource.Policies })
            snapshot.StateOf(source).Should().BeEquivalentTo(new { Kind = EvidenceStateKind.Partial, Names = new[] { "public.User", "sales.orders" } }, "{0} lacks them", source);
        snapshot.StateOf(EvidenceSource.Sequences).Names.Should().Equal("sales.orders_id_seq");
        snapshot.Tables.Select(table => table.QualifiedName).Should().Equal("public.pg_stat_statements", "public.pg_stat_statements_info", "sales.totals");
        snapshot.States.Values.Should().OnlyContain(state => state.Kind == EvidenceStateKind.Partial);
    }

    [Test]
    public void A_table_that_is_locked_half_way_is_left_out_of_everything()
    {
        using var database = InspectedServer.CreateDatabase(Shop);
        using var migration = new NpgsqlConnection(database.ConnectionString);
        migration.Open();
        var progress = new Watcher(step =>
        {
            if (step != "reading the catalogs")
                return;
            using var command = new NpgsqlCommand("begin; lock table \"User\" in access exclusive mode", migration);
            command.ExecuteNonQuery();
        });

        var snapshot = DatabaseInspector.Inspect(ConnectionUrl.Parse(InspectedServer.Url(database)), new InspectionOptions(), progress, CancellationToken.None);

        snapshot.StateOf(EvidenceSource.Policies).Should().BeEquivalentTo(new { Kind = EvidenceStateKind.Partial, Names = new[] { "public.User", "sales.orders" } });
        snapshot.States.Values.Should().OnlyContain(state => state.Kind == EvidenceStateKind.Partial);
        snapshot.FindTable("public", "User").Should().BeNull();
        InspectedServer.Values(snapshot, (source, column) => source == EvidenceSource.Columns && column == "name").Should().NotContain("columns.name=email");
    }

    [Test]
    public void Who_waits_for_whom_is_told_without_numbers_of_processes()
    {
        using var database = InspectedServer.CreateDatabase(Shop);
        using var holder = new NpgsqlConnection(database.ConnectionString);
        using var waiter = new NpgsqlConnection(database.ConnectionString);
        holder.Open();
        waiter.Open();
        using (var hold = new NpgsqlCommand("begin; lock table \"User\" in share mode", holder))
            hold.ExecuteNonQuery();
        using var wait = new NpgsqlCommand("set application_name = 'web'; delete from \"User\"", waiter);
        var waiting = wait.ExecuteNonQueryAsync();
        while (database.Query<long>("select count(*) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())")[0] == 0)
            Thread.Sleep(20);

        var blocked = InspectedServer.Inspect(database).FirstRow(EvidenceSource.Blocked);

        blocked.Text("app").Should().Be("web");
        blocked.Numbers("blockers").Should().Equal(1);
        blocked.Texts("rel").Should().Equal("public.\"User\"");
        holder.Close();
        waiting.Wait();
    }

    [Test]
    public void Locks_of_an_inspection_go_with_each_query()
    {
        using var database = InspectedServer.CreateDatabase(Shop);
        using var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        var held = new List<string>();
        var progress = new Watcher(source =>
        {
            if (source == "read archiver")
                held.AddRange(database.Query<string>("select relation::regclass::text from pg_locks where relation >= 16384 and relation::regclass::text not like '%_seq%' and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())"));
        });

        DatabaseInspector.Inspect(ConnectionUrl.Parse(InspectedServer.Url(database)), new InspectionOptions(), progress, CancellationToken.None);

        progress.Seen.Should().Contain("read archiver").And.Contain("looking at the server");
        held.Should().NotContain(name => name.Contains("User", StringComparison.Ordinal) || name.Contains("orders", StringComparison.Ordinal));
    }

    [Test]
    public void Nothing_is_read_of_tables_and_nothing_is_written()
    {
        using var database = InspectedServer.CreateDatabase(Shop);
        const string Counters = """
            select string_agg(concat_ws(',', relid, seq_scan, seq_tup_read, idx_scan, idx_tup_fetch, n_tup_ins, n_tup_upd, n_tup_del, n_live_tup, n_dead_tup, analyze_count), ';' order by relid)
              from pg_stat_user_tables
            """;
        const string Catalog = """
            select md5(string_agg(x, ';' order by x)) from (
              select c::text x from pg_class c union all select a::text from pg_attribute a union all select p::text from pg_proc p union all select i::text from pg_index i
              union all select k::text from pg_constraint k union all select s::text from pg_statistic s union all select d::text from pg_default_acl d) y
            """;
        var writes = "select concat_ws(',', tup_inserted, tup_updated, tup_deleted) from pg_stat_database where datname = current_database()";
        database.Query<string>("select pg_stat_force_next_flush()::text");
        var before = (database.Query<string>(Counters)[0], database.Query<string>(Catalog)[0], database.Query<string>(writes)[0]);
        var xid = long.Parse(database.Query<string>("select pg_snapshot_xmax(pg_current_snapshot())::text")[0], null);

        InspectedServer.Inspect(database);
        InspectedServer.Inspect(database, InspectedServer.Plain);

        (database.Query<string>(Counters)[0], database.Query<string>(Catalog)[0], database.Query<string>(writes)[0]).Should().Be(before);
        long.Parse(database.Query<string>("select pg_snapshot_xmax(pg_current_snapshot())::text")[0], null).Should().Be(xid, "no transaction has written");
    }

    [Test]
    public void No_secret_gets_into_a_snapshot()
    {
        using var database = InspectedServer.CreateDatabase(Shop + """
            create role planted_role login;
            create function public.leak(text) returns text language sql as 'select $1';
            """);
        database.Execute("alter role planted_role password 'plantedpassword'");
        database.Execute("alter role planted_role set application_name = 'plantedsetting'");
        database.Execute("select count(*) /* plantedcomment */ from \"User\" where email = 'plantedliteral' -- plantedline\n");
        database.Execute("explain select * from \"User\" where email = 'plantedexplain'");
        database.Execute("set application_name = 'plantedname'");
        database.Execute("create table planted_copy as select 'plantedcopy'::text a; drop table planted_copy");
        using var idle = new NpgsqlConnection(database.ConnectionString);
        idle.Open();
        using (var command = new NpgsqlCommand("select 'plantedactivity'", idle))
            command.ExecuteScalar();

        var snapshot = InspectedServer.Inspect(database);

        snapshot.StateOf(EvidenceSource.Statements).Should().Be(EvidenceState.Ok);
        snapshot.Statements.Should().Contain(statement => statement.Text.StartsWith("select count(*)", StringComparison.Ordinal));
        InspectedServer.Values(snapshot).Where(value => value.Contains("planted", StringComparison.Ordinal) && !value.Contains("planted_role", StringComparison.Ordinal)).Should().BeEmpty();
        snapshot.FindSetting("archive_command").Should().Be("true");
        database.Execute("drop role planted_role");
    }

    [Test]
    public void Its_own_queries_are_no_statements_of_the_application()
    {
        using var database = InspectedServer.CreateDatabase(Shop);

        InspectedServer.Inspect(database);

        InspectedServer.Inspect(database).Statements.Should().NotContain(statement => statement.Text.Contains("pg_stat_user_tables", StringComparison.Ordinal));
    }

    [Test]
    public void Rows_stand_in_the_same_order_each_time()
    {
        using var database = InspectedServer.CreateDatabase(Shop);

        var first = InspectedServer.Inspect(database);
        database.Execute("alter table \"User\" alter email set statistics 50; alter table sales.orders set (fillfactor = 90); alter table sales.orders reset (fillfactor)");
        var second = InspectedServer.Inspect(database);

        foreach (var source in new[] { EvidenceSource.Columns, EvidenceSource.Indexes, EvidenceSource.Constraints, EvidenceSource.Policies, EvidenceSource.Roles, EvidenceSource.Settings, EvidenceSource.Namespaces })
            InspectedServer.Values(second, (name, column) => name == source && column is not ("xid_age" or "size")).Should().Equal(InspectedServer.Values(first, (name, column) => name == source && column is not ("xid_age" or "size")));
        first.Rows(EvidenceSource.Columns).Select(row => first.FindTable(row.Number("oid"))?.QualifiedName).Should().BeInAscendingOrder(StringComparer.Ordinal);
        first.Sources.SelectMany(table => table.Columns).Should().NotContain("pid");
    }

    [Test]
    public void Statements_are_left_out_where_nobody_asks()
    {
        using var database = InspectedServer.CreateDatabase(Shop);

        var snapshot = InspectedServer.Inspect(database, options: new InspectionOptions { WithoutStatements = true });

        snapshot.StateOf(EvidenceSource.Statements).Kind.Should().Be(EvidenceStateKind.NotAsked);
        snapshot.StateOf(EvidenceSource.StatementsInfo).Kind.Should().Be(EvidenceStateKind.NotAsked);
        snapshot.Statements.Should().BeEmpty();
    }

    [Test]
    public void Without_the_extension_there_are_no_statements()
    {
        using var database = InspectedServer.CreateDatabase();

        InspectedServer.Inspect(database).StateOf(EvidenceSource.Statements).Kind.Should().Be(EvidenceStateKind.Absent);
    }

    [Test]
    public void An_old_version_of_the_extension_does()
    {
        using var database = InspectedServer.CreateDatabase("create extension pg_stat_statements version '1.6'");
        database.Execute("select count(*) from pg_class where relname = 'x'");

        // The library of the test's server has no longer what such a version asks of it, or it answers: either way nothing fails.
        InspectedServer.Inspect(database).StateOf(EvidenceSource.Statements).Kind.Should().BeOneOf(EvidenceStateKind.Ok, EvidenceStateKind.Absent);
        InspectedServer.Inspect(database).StateOf(EvidenceSource.StatementsInfo).Kind.Should().Be(EvidenceStateKind.Absent);
    }

    [Test]
    public void Roles_get_other_names_everywhere()
    {
        using var database = InspectedServer.CreateDatabase(Shop + "alter function sales.touch() set role = 'app'; alter table \"User\" owner to app; grant select (email) on \"User\" to app; grant app to " + InspectedServer.Plain);

        var named = InspectedServer.Inspect(database);
        var snapshot = DatabaseInspector.Inspect(
            ConnectionUrl.Parse(InspectedServer.Url(database)).With("X", ConnectionUrl.Parse("postgresql://app:p@h/x")), new InspectionOptions { WithoutRoles = true }, null, CancellationToken.None);

        string[] names = [PostgreSqlCluster.User, InspectedServer.Plain, "app"];
        InspectedServer.Values(snapshot, (source, _) => source is not (EvidenceSource.Clients or EvidenceSource.Statements)).Where(value => names.Any(name => value.Split('=', 2)[1].Split(['\'', ',', '[', ']', '=', '/', '"']).Contains(name))).Should().BeEmpty();
        var app = snapshot.FindTable("public", "User")?.Owner;
        app.Should().StartWith("role");
        snapshot.FindTable("sales", "orders")?.Policies[1].Roles.Should().Equal(app);
        snapshot.FindTable("sales", "orders")?.Policies[1].Using.Should().Contain($"'{app}'::name");
        snapshot.FindTable("sales", "orders")?.Acl.Should().Contain($"{app}=r/{snapshot.Server.Role}");
        snapshot.FirstRow(EvidenceSource.Connection).Text("app_role").Should().Be(app);
        snapshot.Functions.Single(function => function.Name == "touch").Configuration.Should().Equal("role=" + app);
        snapshot.Roles.Select(role => role.Name).Should().Contain(app).And.HaveCount(named.Roles.Count);
        database.Execute($"revoke app from {InspectedServer.Plain}");
    }

    [Test]
    public void Migrations_are_read_only_where_somebody_asks_and_without_their_logs()
    {
        using var database = InspectedServer.CreateDatabase("""
            create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null, logs text,
              rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count int not null default 0);
            insert into _prisma_migrations (id, checksum, migration_name, logs) values ('1', 'abc', '20250101_init', 'plantedlogs');
            """);

        InspectedServer.Inspect(database).StateOf(EvidenceSource.Migrations).Kind.Should().Be(EvidenceStateKind.NotAsked);
        var snapshot = InspectedServer.Inspect(database, options: new InspectionOptions { ReadsMigrations = true });
        snapshot.FirstRow(EvidenceSource.Migrations).Text("migration_name").Should().Be("20250101_init");
        snapshot.Sources.Single(table => table.Source == EvidenceSource.Migrations).Columns.Should().Equal("migration_name", "checksum", "started_at", "finished_at", "rolled_back_at");
        InspectedServer.Values(snapshot).Should().NotContain(value => value.Contains("plantedlogs"));
        InspectedServer.Inspect(database, InspectedServer.Plain, new InspectionOptions { ReadsMigrations = true }).StateOf(EvidenceSource.Migrations).Kind.Should().Be(EvidenceStateKind.Denied);
        using var empty = InspectedServer.CreateDatabase();
        InspectedServer.Inspect(empty, options: new InspectionOptions { ReadsMigrations = true }).StateOf(EvidenceSource.Migrations).Kind.Should().Be(EvidenceStateKind.Absent);
    }

    [Test]
    public void Too_many_tables_are_refused_unless_schemas_are_named()
    {
        using var database = InspectedServer.CreateDatabase(Shop);

        FluentActions.Invoking(() => InspectedServer.Inspect(database, options: new InspectionOptions { MaxRelations = 2 })).Should().Throw<InspectionException>()
            .WithMessage("the database has 5 tables and views, more than 2: name the schemas to look at with --schema").Which.Kind.Should().Be(InspectionFailure.Refused);
        InspectedServer.Inspect(database, options: new InspectionOptions { MaxRelations = 2, Schemas = ["sales"] }).Schemas.Should().Equal("sales");
    }

    [Test]
    public void A_cancelled_inspection_ends()
    {
        using var database = InspectedServer.CreateDatabase();
        using var source = new CancellationTokenSource();

        FluentActions.Invoking(() => DatabaseInspector.Inspect(ConnectionUrl.Parse(InspectedServer.Url(database)), new InspectionOptions(), new Watcher(_ => source.Cancel()), source.Token))
            .Should().Throw<OperationCanceledException>();
    }

    private sealed class Watcher(Action<string> seen) : IProgress<string>
    {
        public List<string> Seen { get; } = [];

        public void Report(string value)
        {
            Seen.Add(value);
            seen(value);
        }
    }
}
