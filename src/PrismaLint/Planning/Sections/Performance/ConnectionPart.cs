using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>How many connections each process of the application opens, worked out from what is known.</summary>
internal static class ConnectionPart
{
    // PostgreSQL's own default, for an example.
    private const int ExampleMaximum = 100;

    private const int DefaultPool = 10;

    private static readonly int[] s_instances = [1, 2, 3, 4, 6, 8, 10];

    // Requests come in bursts: pools that are fuller on the average let them wait.
    private const double Headroom = 0.7;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Connection pool");
        if (!context.IsPostgreSql)
        {
            writer.Text(Other(context));
            return;
        }
        var budget = ConnectionBudget.Of(context);
        if (budget.PerInstance is { } size)
            WriteSize(context, writer, budget, size);
        else
            WriteFormula(writer, budget);
        WriteSettings(writer, context, budget);
        WritePooler(context, writer, budget);
        writer.List(FindingTexts.Of(context, 12, "PL7007", "PL8045", "PL8046", "PL8047"));
    }

    private static void WriteSize(PlanContext context, SectionWriter writer, ConnectionBudget budget, int size)
    {
        var rows = new List<IReadOnlyList<string>>
        {
            Row("`max_connections`", budget.Maximum, budget.MaximumSource),
            Row("− reserved for superusers", budget.Reserved, budget.IsReservedKnown ? "the snapshot" : "PostgreSQL's default"),
            Row("− kept back", ConnectionBudget.KeptBack, "a proposal: a migration, a monitor, a dump, two people"),
            Row("= left for the application", budget.Left, ""),
            Row("÷ instances", budget.Instances, budget.InstancesSource),
            Row("= at most for each", budget.MostPerInstance, budget.MostPerInstance < 1 ? "too few: a pooler has to stand between, or `max_connections` has to grow" : ""),
        };
        if (budget.Useful is { } useful)
            rows.Add(Row("busy connections that pay", useful, $"2 × {Text(budget.Cores)} cores + 1 ({context.Inputs.PlaceOf("capacity.database_cores")}); PostgreSQL's rule of thumb, and no measurement"));
        if (budget.IsPooled)
            rows.Add(Row("pool of the pooler to begin with", PoolerSize(budget), budget.Useful is null ? "what fits; the cores of the server are not told (`capacity.database_cores`), and fewer may be faster" : "the smaller of what fits and what pays; the pools of the instances end at the pooler"));
        else
            rows.Add(Row("pool of each instance to begin with", size, budget.Useful is null ? "what fits; the cores of the server are not told (`capacity.database_cores`), and fewer may be faster" : "the smaller of what fits and what pays"));
        writer.Table([SectionWriter.Column("Figure"), SectionWriter.Figure("Value"), SectionWriter.Column("From")], rows);
        if (!budget.IsPooled && budget is { Instances: { } instances, Left: { } left } && budget.DefaultPool is { } ten)
        {
            writer.Text($"A program that sets nothing opens {ten} each (the default of the adapter for `pg`): {Text(instances)} × {ten} = {Text(instances * ten)}, which {(instances * ten <= left ? "fits into" : "is more than")} the {Text(left)} that are left{(instances * ten <= left ? "" : " (PL8046)")}.");
        }
        if (context.Inputs is { PeakQueriesPerSecond: { } peak, LatencyP95: { } latency })
        {
            var busy = peak * latency / 1000;
            var all = budget.IsPooled ? PoolerSize(budget) : (budget.Instances ?? 1) * size;
            var most = budget.IsPooled ? Text(budget.Left) : Text(budget.MostPerInstance) + " each";
            var verdict = busy <= all * Headroom ? "hold that with room to spare" : $"{(busy <= all ? "hold that without room to spare" : "do not hold that, and requests wait in the pools")}: if it comes to it, up to {most} fit, and a query that is faster is worth more than a connection";
            var sum = budget.IsPooled ? $"the pooler's {Text(all)}" : $"{Text(budget.Instances)} × {Text(size)} = {Text(all)}";
            writer.Text($"At the peak of {Figures.Real(peak)} queries a second, if each took the {Figures.Real(latency)} ms of `latency.p95_ms`, {Figures.Real(busy)} connections are busy on the average (Little's law), which is an upper bound: {sum} {verdict}.");
        }
        if (context.Live is { } live && live.Snapshot.StateOf(EvidenceSource.Activity).IsUsable && live.Snapshot.FirstRow(EvidenceSource.Activity).FindNumber("clients") is { } clients)
            writer.Text($"When the snapshot was taken, {Figures.Count(clients, "connection")} of clients {Figures.Verb(clients, "was", "were")} open: one moment, and no peak.");
    }

    private static IReadOnlyList<string> Row(string name, int? value, string source) => [name, Text(value), source];

    private static void WriteFormula(SectionWriter writer, ConnectionBudget budget)
    {
        var missing = new[] { (budget.Instances, "`capacity.instances`"), (budget.Maximum, "`capacity.max_connections`"), (budget.Cores, "`capacity.database_cores`") }.Where(input => input.Item1 is null).Select(input => input.Item2);
        writer.Text($"Not told: {string.Join(", ", missing)}. Until then the pool of an instance is a formula: (`max_connections` {Blank(budget.Maximum)} − {Text(budget.Reserved)} reserved − {ConnectionBudget.KeptBack} kept back for a migration, a monitor, a dump and two people) ÷ instances {Blank(budget.Instances)}, rounded down, and no more than (2 × cores {Blank(budget.Cores)} + 1) ÷ instances by PostgreSQL's rule of thumb.");
        var maximum = budget.Maximum ?? ExampleMaximum;
        var left = maximum - budget.Reserved - ConnectionBudget.KeptBack;
        writer.Text(budget.Maximum is null
            ? $"An example with PostgreSQL's default of {ExampleMaximum} `max_connections` ({Text(left)} left):"
            : $"With {Text(maximum)} `max_connections` ({budget.MaximumSource}; {Text(left)} left), by instances:");
        writer.Table(
            [SectionWriter.Figure("Instances"), SectionWriter.Figure("At most for each"), SectionWriter.Column($"{DefaultPool} each, the default of Prisma 7")],
            s_instances.Select(instances => (IReadOnlyList<string>)
                [Text(instances), Text(left / instances), instances * DefaultPool <= left ? $"{Text(instances * DefaultPool)}: fits" : $"{Text(instances * DefaultPool)}: does not fit"]));
    }

    private static void WriteSettings(SectionWriter writer, PlanContext context, ConnectionBudget budget)
    {
        // Behind a pooler the processes share its connections.
        var size = budget.IsPooled ? Text(DefaultPool) : budget.PerInstance is { } known ? Text(known) : "____";
        if (budget.Version is PrismaVersion.V7 or PrismaVersion.V8 or PrismaVersion.Unknown)
        {
            writer.Text($"{(budget.Version == PrismaVersion.Unknown ? "With Prisma 7 the" : "The")} adapter has the pool (10 connections where nothing is set), and reads no `connection_limit` of the URL. Its default for `connectionTimeoutMillis` is 0: a request waits for a free connection for ever. 10 s is what Prisma 6 waited.");
            writer.Code("ts", $$"""
                const adapter = new PrismaPg({
                  connectionString: process.env.DATABASE_URL,
                  max: {{size}},
                  connectionTimeoutMillis: 10_000,
                  idleTimeoutMillis: 10_000,{{Timeouts(context)}}
                });
                """);
        }
        if (budget.Version is PrismaVersion.V6 or PrismaVersion.Unknown)
        {
            writer.Text($"{(budget.Version == PrismaVersion.Unknown ? "With Prisma 6 the" : "The")} URL says it. Without `connection_limit` each process opens twice its own machine's physical cores and one, whatever the server holds; a request waits `pool_timeout` seconds (10) and fails with P2024.");
            writer.Code("ini", $"DATABASE_URL=\"postgresql://…?connection_limit={size}&pool_timeout=10{(budget.IsPooled ? "&pgbouncer=true" : "")}\"");
        }
    }

    // What a request may take decides when the server gives it up: ten times the slowest of a hundred, a proposal.
    private static string Timeouts(PlanContext context) => context.Inputs.LatencyP99 is { } slowest
        ? $"\n  statement_timeout: {Math.Max(1000, Math.Round(slowest * 10)).ToString("0", CultureInfo.InvariantCulture)}, // ten times latency.p99_ms\n  idle_in_transaction_session_timeout: 10_000,"
        : "\n  idle_in_transaction_session_timeout: 10_000, // above the 5 s of interactive transactions";

    private static void WritePooler(PlanContext context, SectionWriter writer, ConnectionBudget budget)
    {
        if (!budget.IsPooled)
        {
            if (budget.Instances is { } many && budget.Left is { } left && many * DefaultPool > left)
                writer.Text($"{Text(many)} instances with pools of their own share {Text(left)} connections: a pooler in transaction mode would let each keep {DefaultPool} and open fewer at the server.");
            return;
        }
        var size = PoolerSize(budget);
        var name = context.Inputs.Pooler is { } pooler ? $"{PlanText.Code(pooler)} stands between ({context.Inputs.PlaceOf("capacity.pooler")})" : "The URL of the snapshot leads to a pooler";
        writer.Text($"{name}: the processes' pools end at it, and its own pool counts against the server.");
        writer.Code("ini", $"""
            ; PgBouncer
            pool_mode = transaction
            default_pool_size = {Text(size)}{(budget.Left is null ? "   ; an example: max_connections is not told" : "")}
            max_client_conn = {(budget.Instances is { } instances ? Text(Math.Max(100, instances * DefaultPool * 2)).Replace(",", "") : "____   ; instances × 10 × 2")}
            max_prepared_statements = 200   ; from 1.21 on
            """);
        writer.List(
        [
            "`pgbouncer=true` belongs into the URL of Prisma 6 only before PgBouncer 1.21, or where `max_prepared_statements` is 0.",
            "Prisma Migrate needs the server itself: " + (budget.Version is PrismaVersion.V6 ? "`directUrl` in the datasource" : "the URL in `prisma.config.ts` leads past the pooler, and the adapter's leads to it") + " (PL7007).",
            "In transaction mode a `SET` outlives its transaction and reaches others: `set_config('…', '…', true)` inside of the transaction does not.",
        ]);
    }

    // What keeps the cores busy, and no more than the server gives.
    private static int PoolerSize(ConnectionBudget budget) => Math.Max(1, Math.Min(budget.Useful ?? int.MaxValue, budget.Left ?? 20));

    private static string Other(PlanContext context) => context.Schema.Provider switch
    {
        Provider.MySql => "MySQL allows 151 connections by default (`max_connections`): instances × pool stays below. Prisma 6 takes `connection_limit` of the URL, else twice the machine's physical cores and one; the adapter for MariaDB of Prisma 7 takes `connectionLimit`, else 10." + Instances(context),
        Provider.SqlServer => "Prisma 6 takes `connectionLimit` of the URL, else twice the machine's physical cores and one; the adapter for SQL Server of Prisma 7 takes `pool.max`, else 10." + Instances(context),
        Provider.Sqlite => "SQLite has no server and no connections to share out: one writer at a time, in one process or several on the same disk; `busy_timeout` says how long the others wait.",
        Provider.MongoDb => "The MongoDB driver pools by itself: `maxPoolSize` of the URL." + Instances(context),
        Provider.CockroachDb => "CockroachDB has no fixed `max_connections`; its rule of thumb is four busy connections for each core of the cluster, and Prisma 7's adapter for `pg` opens 10 for each instance." + Instances(context),
        _ => "The provider is not known, and so is what pools connections.",
    };

    private static string Instances(PlanContext context) => context.Inputs.Instances is { } instances ? $" Told: {Figures.Count(instances, "instance")}." : " How many instances there are is not told (`capacity.instances`).";

    private static string Blank(int? value) => value is { } known ? Text(known) : "____";

    private static string Text(int? value) => value is { } known ? Figures.Count(known) : "–";
}
