using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>
/// What the tables are used for: by the database's counters where they have seen enough, else by names and columns, which are signs and no proof.
/// </summary>
internal sealed class TableShapes(PlanContext context)
{
    // So many rows written make the counters of a table worth more than its names.
    private const long TellingWrites = 1000;

    private const int LookUpColumns = 8;

    private const double LookUpRows = 10_000;

    private static readonly string[] s_logs = ["log", "logs", "audit", "audits", "history", "histories", "trail", "journal", "ledger", "changelog", "auditlog", "auditlogs"];

    private static readonly string[] s_events = ["event", "events", "activity", "activities", "hit", "hits", "click", "clicks", "impression", "impressions", "metric", "metrics"];

    private static readonly string[] s_shortLived =
        ["session", "token", "code", "verification", "invite", "invitation", "otp", "nonce", "lock", "cache", "request", "challenge", "assertion"];

    // What expires for a customer is the business's, and stays.
    private static readonly string[] s_offers = ["discount", "promo", "promotion", "coupon", "gift", "voucher", "referral", "license", "subscription"];

    private static readonly string[] s_queues = ["queue", "job", "outbox", "backlog"];

    private static readonly string[] s_lookUps =
        ["type", "category", "kind", "country", "currency", "language", "locale", "role", "permission", "plan", "unit", "def", "status", "tag", "feature", "timezone", "region"];

    // Many rows refer to such rows too, which are as many themselves.
    private static readonly string[] s_contents = ["file", "attachment", "image", "photo", "album", "snapshot", "media", "document", "upload", "option", "address", "post", "article", "comment", "message"];

    private readonly Dictionary<ModelSymbol, TableShape> _shapes = [];

    public TableShape Of(ModelSymbol model)
    {
        if (!_shapes.TryGetValue(model, out var shape))
            _shapes.Add(model, shape = Find(model));
        return shape;
    }

    /// <summary>The models with a trait, in the order of the text.</summary>
    public IEnumerable<TableShape> With(TableTrait trait) => context.Models.Select(Of).Where(shape => shape.Is(trait));

    private TableShape Find(ModelSymbol model)
    {
        var columns = ShapeColumns.Of(model);
        var counters = CountersOf(model);
        var traits = new List<TableTraitFact>();
        Add(TableTrait.Join, JoinReason(model, columns));
        var log = LogReason(model, columns);
        var shortLived = ShortLivedReason(model, columns);
        var queue = QueueReason(model, columns);
        var inPlace = InPlaceReason(columns, counters, isLog: log is not null);
        if (traits.Count == 0 && log is null && shortLived is null && queue is null && inPlace is null)
            Add(TableTrait.LookUp, LookUpReason(model, columns));
        Add(TableTrait.AppendOnly, AppendOnlyReason(model, columns, counters, log, changes: inPlace is not null || shortLived is not null || queue is not null));
        if (traits.Any(fact => fact.Trait == TableTrait.AppendOnly))
            Add(TableTrait.Log, log);
        Add(TableTrait.UpdatedInPlace, inPlace);
        Add(TableTrait.ShortLived, shortLived);
        Add(TableTrait.Queue, queue);
        return new TableShape(model, columns, traits);

        void Add(TableTrait trait, string? reason)
        {
            if (reason is not null)
                traits.Add(new TableTraitFact(trait, reason));
        }
    }

    // Counters of a database in use; what migrations make has none.
    private DatabaseTable? CountersOf(ModelSymbol model) =>
        context.Live is { IsReplayed: false } live
        && live.Snapshot.StateOf(EvidenceSource.TableStatistics).IsUsable
        && live.Map.TableOf(model) is { } table
        && TableFacts.Sum(table, statistics => statistics.Writes) >= TellingWrites
            ? table
            : null;

    private static string? JoinReason(ModelSymbol model, ShapeColumns columns)
    {
        // A primary key that is a foreign key extends a row of another model.
        if (model.ForeignKeys.Count < 2 || model.PrimaryKey is { Columns.Count: 1 } id && id.Columns[0].Field.ForeignKeysOver.Any())
            return null;
        FieldSymbol[] keys = [.. model.ForeignKeys.SelectMany(key => key.Fields).Distinct()];
        var isPaired = model.Indexes.Any(index => index.IsUnique && index.Columns.Count >= 2 && index.Fields.All(field => Array.IndexOf(keys, field) >= 0));
        FieldSymbol[] others = [.. model.Columns.Where(column => Array.IndexOf(keys, column) < 0 && !column.IsId && column != columns.Created && column != columns.Changed)];
        if (others.Length > (isPaired ? 2 : 0) || !isPaired && keys.Any(key => !key.IsRequired) || model.ReferencingKeys.Count > 1)
            return null;
        var targets = model.ForeignKeys.Select(key => key.Target.Name).Distinct();
        return $"it holds foreign keys to {PlanText.CodeList(targets)} and {(others.Length == 0 ? "nothing else" : PlanText.CodeList(others.Select(column => column.Name)))}";
    }

    private static string? LogReason(ModelSymbol model, ShapeColumns columns)
    {
        if (columns.Changed is not null)
            return null;
        var last = Words.Last(model.Name);
        var moment = columns.Created;
        if (s_logs.FirstOrDefault(word => last == word || (word.Length > 5 && last.EndsWith(word, StringComparison.Ordinal))) is { } end)
            return moment is null ? $"the name ends in {end}, and no column tells of a change" : $"the name ends in {end}, {PlanText.Code(moment.Name)} says when, and no column tells of a change";
        // An event may be one of a calendar: of those that are recorded the database sets the moment.
        return Array.IndexOf(s_events, last) >= 0 && model.Columns.FirstOrDefault(column => column.Default?.Function == "now") is { } now
            ? $"the name ends in {last}, {PlanText.Code(now.Name)} is set by the database, and no column tells of a change"
            : null;
    }

    private string? AppendOnlyReason(ModelSymbol model, ShapeColumns columns, DatabaseTable? counters, string? log, bool changes)
    {
        if (counters is not null)
        {
            var (inserted, changed) = (Sum(counters, table => table.Inserted), Sum(counters, table => table.Updated + table.Deleted));
            return inserted >= TellingWrites && changed * 50 < inserted
                ? $"the database counts {Figures.Count(inserted, "insert")} and {Figures.Count(changed)} updates or deletes"
                : null;
        }
        if (log is not null)
            return log;
        if (changes || columns.Changed is not null || columns.Created is not { } created || model.ForeignKeys.Count == 0 || columns.Touched.Count > 0)
            return null;
        // What may be empty now may be filled later, and what has two values may take the other one.
        var mayChange = model.Columns.Any(column => column != created
            && (column.Scalar == ScalarType.Boolean || ChosenValues.IsChosen(column, context.Rules.Get(ChosenValues.BusinessWords)) || column is { Scalar: ScalarType.DateTime, IsRequired: false }));
        // A second key over a parent and something else is what an upsert looks for.
        mayChange |= model.Indexes.Any(index => index.Kind == IndexKind.Unique && index.Columns.Count > 1);
        return mayChange ? null : $"{PlanText.Code(created.Name)} says when a row came, and no column tells of a change";
    }

    private static string? InPlaceReason(ShapeColumns columns, DatabaseTable? counters, bool isLog)
    {
        if (counters is not null)
        {
            var (inserted, updated) = (Sum(counters, table => table.Inserted), Sum(counters, table => table.Updated));
            return updated >= TellingWrites && updated >= inserted ? $"the database counts {Figures.Count(updated, "update")} and {Figures.Count(inserted, "insert")}" : null;
        }
        if (isLog)
            return null;
        var reasons = new List<string>();
        if (columns.Status.Count > 0)
            reasons.Add($"{Names(columns.Status)} {(columns.Status.Count == 1 ? "tells a status" : "tell a status each")}");
        if (columns.Counters.Count > 0)
            reasons.Add($"{Names(columns.Counters)} {(columns.Counters.Count == 1 ? "counts" : "count")}");
        if (columns.Touched.Count > 0)
            reasons.Add($"{Names(columns.Touched)} {(columns.Touched.Count == 1 ? "moves on" : "move on")}");
        return reasons.Count == 0 ? null : string.Join(", ", reasons);
    }

    private static string Names(IReadOnlyList<FieldSymbol> columns) => PlanText.CodeList(columns.Select(column => column.Name));

    private static string? ShortLivedReason(ModelSymbol model, ShapeColumns columns) =>
        columns.Expires is { } expires && HasWord(model.Name, s_shortLived) && !HasWord(model.Name, s_offers)
            ? $"{PlanText.Code(expires.Name)} says until when a row counts"
            : null;

    private static string? QueueReason(ModelSymbol model, ShapeColumns columns)
    {
        if (columns.Status.Count == 0)
            return null;
        var status = columns.Status[0];
        var next = columns.Due ?? columns.Counters.FirstOrDefault(ShapeColumns.IsAttempts);
        return next is not null && (HasWord(model.Name, s_queues) || columns.Due is { IsRequired: false } || ShapeColumns.IsAttempts(next))
            ? $"{PlanText.Code(status.Name)} and {PlanText.Code(next.Name)}: rows wait for work"
            : HasWord(model.Name, s_queues) ? $"the name, and the status {PlanText.Code(status.Name)}" : null;
    }

    private string? LookUpReason(ModelSymbol model, ShapeColumns columns)
    {
        var count = model.Columns.Count();
        var references = model.ReferencingKeys.Count;
        if (count > LookUpColumns || references == 0 || model.RelationFields.Any(field => field.Relation?.Kind == RelationKind.OneToOne))
            return null;
        var rows = context.Volumes.Of(model).Rows;
        if (rows > LookUpRows || model.Columns.Any(column => column.IsList || column.Kind == FieldKind.Composite) || model.Columns.Any(column => SensitiveNames.KindOf(column.Name) is not null || Words.Squash(column.Name) is "email"))
            return null;
        var last = Words.Last(model.Name);
        if (HasWord(model.Name, s_contents))
            return null;
        var isNamed = HasLastWord(last, s_lookUps);
        var parents = model.ForeignKeys.Where(key => key.Target != model).ToArray();
        // A name alone is no proof; a parent is allowed to what is named like a list of values.
        if (parents.Length > (isNamed ? 1 : 0) || (!isNamed && (references < 2 || columns.Changed is not null && count > 6)) || context.Tenants.Tenants.Contains(model))
            return null;
        var refers = references == 1 ? "1 foreign key refers to it" : $"{references.ToString(CultureInfo.InvariantCulture)} foreign keys refer to it";
        var parent = parents.Length == 0 ? "it holds none itself" : $"its own leads to {PlanText.Code(parents[0].Target.Name)}";
        return $"{refers}, {parent}, and it has {count.ToString(CultureInfo.InvariantCulture)} columns" + (rows is { } known ? $" and {Figures.Count(known, "row")}" : "");
    }

    private static bool HasWord(string name, string[] words) =>
        Words.Split(name).Any(word => Array.IndexOf(words, Inflection.Default.Singular(word)) >= 0) || HasLastWord(Words.Last(name), words);

    // Names in small letters alone are one word: accounttypes ends in a listed one.
    private static bool HasLastWord(string last, string[] words) =>
        words.Any(word => Inflection.Default.Singular(last) == word || (word.Length >= 4 && last.Length > word.Length + 2 && Inflection.Default.Singular(last).EndsWith(word, StringComparison.Ordinal)));

    private static double Sum(DatabaseTable table, Func<TableStatistics, long> counter) => TableFacts.Sum(table, counter) ?? 0;
}
