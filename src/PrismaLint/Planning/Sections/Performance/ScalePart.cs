using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>Replicas, partitions, archives, copies: what figures ask for, or which figures are missing.</summary>
internal static class ScalePart
{
    // From here on PL8029 calls a table very large.
    private const double PartitionRows = 50_000_000;

    // Bytes a second that a restore writes: an assumption for an estimate.
    private const double RestoreRate = 100.0 * 1024 * 1024;

    private static readonly string[] s_rights = ["role", "permission", "member", "membership", "grant", "acl", "policy", "access"];

    private static readonly string[] s_settings = ["wal_level", "archive_mode", "synchronous_commit", "fsync"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Replicas, partitions, archives, recovery");
        if (context.Schema.Provider == Connectors.Provider.Sqlite)
        {
            writer.Text("SQLite is a file in one place: it has no replicas, no partitions and no log to archive; a copy of the file (`VACUUM INTO`, or the backup API) is the backup.");
            WriteArchive(context, writer);
            return;
        }
        WriteReplicas(context, writer);
        if (context.IsPostgreSql)
            WritePartitions(context, writer);
        WriteArchive(context, writer);
        WriteRecovery(context, writer);
        writer.List(FindingTexts.Of(context, 12, "PL8027", "PL8029", "PL8030", "PL8051", "PL8052", "PL8053"));
    }

    private static void WriteReplicas(PlanContext context, SectionWriter writer)
    {
        writer.Heading("Read replicas");
        var inputs = context.Inputs;
        var seen = context.Live?.Snapshot.Rows(EvidenceSource.Replication).Count() ?? 0;
        var facts = new List<string>();
        if (inputs.Replicas is { } told)
            facts.Add($"{Figures.Count(told, "replica")} told ({inputs.PlaceOf("capacity.replicas")})");
        if (context.Live is not null)
            facts.Add(seen == 0 ? "the snapshot shows none streaming" : $"the snapshot shows {Numbers.Text(seen)} streaming");
        if (inputs.ReadsPerWrite is { } ratio)
            facts.Add($"{Figures.Real(ratio)} reads for each write ({inputs.PlaceOf("traffic.reads_per_write")}): at most {Figures.Percent(ratio / (ratio + 1))} of the statements can leave the primary");
        else if (Ratio(context) is { } counted)
            facts.Add($"the database counts {Figures.Real(counted)} scans for each row written");
        string[] missing = [.. new[] { ("capacity.replicas", inputs.Replicas is null && seen == 0), ("traffic.reads_per_write", inputs.ReadsPerWrite is null), ("consistency.staleness_seconds", inputs.StalenessSeconds is null) }.Where(input => input.Item2).Select(input => PlanText.Code(input.Item1))];
        if (facts.Count > 0)
            writer.Text(Capital(string.Join("; ", facts)) + ".");
        if (missing.Length > 0)
            writer.Text($"Not told: {string.Join(", ", missing)}. They decide whether a replica takes load off the primary at all, and which reads may go there.");
        if (inputs.StalenessSeconds is 0)
            writer.Text($"No read may be stale ({inputs.PlaceOf("consistency.staleness_seconds")}): a replica serves as a standby, and for no read of the application, unless `synchronous_commit = remote_apply` lets each commit wait for it.");
        else
            WriteStaleness(context, writer);
        if (context.Schema.Provider == Connectors.Provider.MongoDb)
        {
            writer.Text("MongoDB's driver chooses by `readPreference` of the URL, for all reads of a client.");
            return;
        }
        writer.Text("`@prisma/extension-read-replicas` sends reads outside of transactions to a replica and everything else to the primary; " + (context.Schema.PrismaVersion switch
        {
            PrismaVersion.V6 => "for Prisma 6 in a version before that for 7, with the replica's URL.",
            PrismaVersion.V7 or PrismaVersion.V8 => "for Prisma 7 it takes a `PrismaClient` with an adapter of its own for each replica.",
            _ => "before Prisma 7 it takes the replica's URL, from 7 on a `PrismaClient` with an adapter of its own.",
        }) + " `$primary()` keeps a read at the primary: what a request has just written it reads there.");
    }

    private static void WriteStaleness(PlanContext context, SectionWriter writer)
    {
        var primary = new List<(string What, ModelSymbol[] Models)>
        {
            ("credentials and what expires", [.. context.Models.Where(model => HasCredentials(context, model)).Concat(context.Shapes.With(TableTrait.ShortLived).Select(shape => shape.Model)).Distinct()]),
            ("who may do what", [.. context.Models.Where(model => Words.Split(model.Name).Any(word => Array.IndexOf(s_rights, word.TrimEnd('s')) >= 0) || s_rights.Any(word => word.Length > 3 && Words.Last(model.Name).TrimEnd('s').EndsWith(word, StringComparison.Ordinal)))]),
            ("counters and balances that are read to decide", [.. context.Models.Where(model => context.Shapes.Of(model).Columns.Counters.Count > 0)]),
            ("work to be taken", [.. context.Shapes.With(TableTrait.Queue).Select(shape => shape.Model)]),
        };
        var seen = new HashSet<ModelSymbol>();
        var rows = primary.Select(row => (row.What, Models: row.Models.Where(seen.Add).Select(model => model.Name).ToArray())).Where(row => row.Models.Length > 0).ToArray();
        if (rows.Length > 0)
        {
            writer.Text("Reads that stay at the primary whatever the staleness allowed, by names and columns (a proposal):");
            writer.List(rows.Select(row => $"{row.What}: {PlanFigures.Names(row.Models)}"));
        }
        var lookUps = context.Shapes.With(TableTrait.LookUp).Concat(context.Shapes.With(TableTrait.Log)).Where(shape => !seen.Contains(shape.Model)).Select(shape => shape.Model.Name).ToArray();
        if (lookUps.Length > 0)
            writer.Text($"Reads that lose nothing by going first: look-ups and logs, {PlanFigures.Names(lookUps)}.");
    }

    private static bool HasCredentials(PlanContext context, ModelSymbol model) => context.PersonalData.SecretsOf(model).Any() || Words.Squash(model.Name).Contains("credential", StringComparison.Ordinal);

    private static double? Ratio(PlanContext context)
    {
        if (context.Live is not { } live)
            return null;
        TableStatistics[] all = [.. context.Models.Select(model => live.Map.TableOf(model)?.Statistics).OfType<TableStatistics>()];
        var writes = all.Sum(counters => counters.Writes);
        return writes < 1000 ? null : (double)all.Sum(counters => counters.SequentialScans + counters.IndexScans) / writes;
    }

    private static void WritePartitions(PlanContext context, SectionWriter writer)
    {
        writer.Heading("Partitions and shards");
        var months = context.Inputs.HorizonMonths;
        var large = context.Models.Select(model => (Model: model, Volume: context.Volumes.Of(model))).Where(row => (row.Volume.After(months) ?? row.Volume.Rows) >= PartitionRows).ToArray();
        foreach (var (model, volume) in large)
        {
            var shape = context.Shapes.Of(model);
            var rows = volume.After(months) ?? volume.Rows ?? 0;
            var keys = model.ReferencingKeys.Count;
            writer.Text(shape.Columns.Created is { } created && (shape.Is(TableTrait.AppendOnly) || shape.Columns.Changed is null)
                ? $"{PlanText.Code(model.Name)} has {Figures.Count(rows, "row")} in {Numbers.Text(months)} months and grows by {PlanText.Code(created.Name)}: partitions by month hold {Numbers.Text(volume.PerMonth ?? rows / 12)} each. The primary key {PlanText.Code(model.PrimaryKey?.Quote ?? "none")} has to hold {PlanText.Code(created.Name)} too{(keys == 0 ? ", and no model refers to it, so nothing else changes" : $", and {Figures.Count(keys, "foreign key")} that {Figures.Verb(keys, "refers", "refer")} to it would need both columns")}."
                : $"{PlanText.Code(model.Name)} has {Figures.Count(rows, "row")} in {Numbers.Text(months)} months, and no column says when a row came that never changes: only a partition by {(context.Tenants.ColumnOf(model) is { } tenant ? $"hash of {PlanText.Code(tenant.Name)}" : "hash of its key")} would cut it.");
        }
        string[] unknown = [.. context.Shapes.With(TableTrait.AppendOnly).Where(shape => context.Volumes.Of(shape.Model).Rows is null).Select(shape => shape.Model.Name)];
        if (large.Length == 0)
        {
            var known = context.Models.Where(model => context.Volumes.Of(model).Rows is not null).ToArray();
            writer.Text((known.Length == 0 ? "No rows are known" : $"Of {Figures.Count(known.Length, "model")} with known rows none comes to {Numbers.Text(PartitionRows)} in {Numbers.Text(months)} months")
                + (unknown.Length == 0 ? "." : $"; the first to ask for are those that only grow: {PlanFigures.Names(unknown)} ({PlanText.Code("models")} in the inputs)."));
        }
        WriteShards(context, writer);
    }

    private static void WriteShards(PlanContext context, SectionWriter writer)
    {
        if (context.Tenants.Tenants.FirstOrDefault() is not { } tenant)
            return;
        var (direct, via, none) = (Count(context, TenantScope.Direct), Count(context, TenantScope.ViaParent), Count(context, TenantScope.None) + Count(context, TenantScope.Global));
        writer.Text($"A shard would hold whole {PlanText.Code(tenant.Name)} rows with all that is theirs: {Figures.Count(direct, "model")} {Figures.Verb(direct, "has", "have")} its key, {Numbers.Text(via)} would have to get it from their parent, and {Numbers.Text(none)} belong to nobody and would be copied to each. {(context.Tenants.Status == TenantStatus.Proposed ? "That it is the tenant is a proposal. " : "")}{Size(context)}");
    }

    private static int Count(PlanContext context, TenantScope scope) => context.Models.Count(model => context.Tenants.ScopeOf(model) == scope);

    private static string Size(PlanContext context)
    {
        var bytes = Estimate(context);
        return context.Live is { } live && live.Snapshot.Server.Size > 0 ? $"The database has {PlanFigures.Bytes(live.Snapshot.Server.Size)} today."
            : bytes > 0 ? $"The models of known rows come to {PlanFigures.Bytes(bytes)} in {Numbers.Text(context.Inputs.HorizonMonths)} months, by estimate."
            : "No size is known that would ask for it.";
    }

    // Tables of known rows and their indexes at the end of the horizon; 0 where none are known.
    private static double Estimate(PlanContext context) => context.Models.Sum(model =>
        (context.Volumes.Of(model).After(context.Inputs.HorizonMonths) ?? context.Volumes.Of(model).Rows) is { } rows && context.Storage.Of(model) is { } storage ? storage.TotalBytes(rows) : 0);

    private static void WriteArchive(PlanContext context, SectionWriter writer)
    {
        TableShape[] logs = [.. context.Shapes.With(TableTrait.Log).Where(shape => shape.Columns.Created is not null)];
        if (logs.Length == 0)
            return;
        writer.Heading("Archives");
        var kept = context.Inputs.RetentionMonths is { } months ? $"Personal data may be kept {Figures.Count(months, "month")} ({context.Inputs.PlaceOf("retention_months")}); rows of logs that hold any go after that." : "How long logs are kept is not told (`retention_months`).";
        writer.Text($"{kept} Logs that only grow, with the column that tells the age:");
        writer.List(logs.Select(shape =>
        {
            var created = shape.Columns.Created;
            var index = shape.Model.Indexes.FirstOrDefault(candidate => candidate.Columns.Count > 0 && candidate.Columns[0].Field == created);
            return $"{PlanText.Code(created?.DisplayName ?? "")}: {(index is null ? "no index begins with it, so a job that looks for old rows reads the table" : $"{PlanText.Code(index.Quote)} finds old rows")}"
                + (shape.Model.ReferencingKeys.Count > 0 ? $"; {Figures.Count(shape.Model.ReferencingKeys.Count, "foreign key")} {Figures.Verb(shape.Model.ReferencingKeys.Count, "refers", "refer")} to it" : "");
        }));
    }

    private static void WriteRecovery(PlanContext context, SectionWriter writer)
    {
        writer.Heading("Failover and recovery");
        var inputs = context.Inputs;
        var items = new List<string>();
        if (inputs.RecoveryPointMinutes is 0)
            items.Add($"No write may be lost ({inputs.PlaceOf("backup.rpo_minutes")}): that takes a synchronous standby (`synchronous_standby_names`), two of them if one may be away; an archive of the log alone loses what is not archived yet");
        else if (inputs.RecoveryPointMinutes is { } point && context.IsPostgreSql)
            items.Add($"{Figures.Real(point)} minutes of writes may be lost ({inputs.PlaceOf("backup.rpo_minutes")}): with an archive of the log `archive_timeout = '{Numbers.Text(Math.Max(1, Math.Floor(point * 60 / 2))).Replace(",", "")}s'`, half of it, leaves the other half to the copying");
        if (inputs.RecoveryTimeMinutes is { } time)
        {
            var size = context.Live?.Snapshot.Server.Size is > 0 and var seen ? seen : Estimate(context);
            items.Add($"The database is back within {Figures.Real(time)} minutes ({inputs.PlaceOf("backup.rto_minutes")})" + (size > 0 ? $": a restore of {PlanFigures.Bytes(size)}{(context.Live is null ? $" (by estimate, in {Numbers.Text(context.Inputs.HorizonMonths)} months)" : "")} takes {Figures.Duration(size / RestoreRate)} at an assumed 100 MB a second, without replaying the log: {(size / RestoreRate / 60 < time / 2 ? "a restore can do" : "only a standby can do")}" : "; whether a restore can do depends on the size, which is not known"));
        }
        if (inputs.LastRestoreTest is { } test)
            items.Add(Security.SecurityText.IsNever(test)
                ? $"No restore was ever tried ({inputs.PlaceOf("backup.last_restore_test")}): whether a backup can be restored at all is not known"
                : $"The last restore was tried: {PlanText.Words(test)} ({inputs.PlaceOf("backup.last_restore_test")})");
        if (context.Live?.Snapshot is { } snapshot)
            items.AddRange(Live(snapshot));
        string[] missing = [.. new[] { ("backup.rpo_minutes", inputs.RecoveryPointMinutes is null), ("backup.rto_minutes", inputs.RecoveryTimeMinutes is null), ("backup.last_restore_test", inputs.LastRestoreTest is null) }.Where(input => input.Item2).Select(input => PlanText.Code(input.Item1))];
        if (missing.Length > 0)
            items.Add($"Not told: {string.Join(", ", missing)}. They decide {(context.IsPostgreSql ? "between a nightly dump, an archive of the log (point-in-time recovery) and a standby" : "how often it is backed up, and whether a second server stands by")}");
        writer.List(items);
    }

    private static IEnumerable<string> Live(DatabaseSnapshot snapshot)
    {
        var settings = s_settings.Select(name => (Name: name, Value: snapshot.FindSetting(name))).Where(pair => pair.Value is not null).ToArray();
        if (settings.Length > 0)
            yield return $"The server says: {string.Join(", ", settings.Select(pair => PlanText.Code($"{pair.Name} = {pair.Value}")))}";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
