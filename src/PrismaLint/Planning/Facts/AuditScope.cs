using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>What is worth a record of its changes, and what records them already.</summary>
internal sealed class AuditScope
{
    private static readonly string[] s_rights = ["role", "permission", "membership", "grant", "policy", "privilege", "entitlement"];
    private static readonly string[] s_results = ["score", "statistic", "result", "recap", "standing", "grade", "ranking", "mark"];
    private static readonly string[] s_authors = ["createdby", "updatedby", "modifiedby", "changedby", "enteredby", "editedby", "appliedby", "approvedby", "recordedby", "startedby", "registeredby", "submittedby", "uploadedby"];

    // What comes and goes by itself, or is worked out anew: a record of it would be a second log.
    private static readonly string[] s_passing = ["session", "code", "token", "log", "event", "recipient", "notification", "message", "job", "queue", "run"];

    public AuditScope(PlanContext context)
    {
        Trails = [.. context.Models.Where(IsTrail)];
        Models = [.. context.Models.Where(model => !IsTrail(model) && !IsPassing(model)).Select(model => Read(context, model)).Where(model => model.Reasons.Count > 0)];
        var names = new HashSet<string>(context.Models.Select(model => model.SchemaName ?? ""), StringComparer.Ordinal);
        if (context.Live is { IsReplayed: false } live)
            names.UnionWith(live.Snapshot.Schemas);
        Schema = names.Contains("audit") ? "change_audit" : "audit";
    }

    /// <summary>The models, in the order of the text.</summary>
    public IReadOnlyList<AuditedModel> Models { get; }

    /// <summary>The models that are records of changes already, by their names.</summary>
    public IReadOnlyList<ModelSymbol> Trails { get; }

    /// <summary>The database schema for the record: one of its own, which migrations of Prisma do not look at.</summary>
    public string Schema { get; }

    /// <summary>The model is a record of what was changed, by its name.</summary>
    public static bool IsTrail(ModelSymbol model)
    {
        var name = Words.Squash(model.Name);
        return name.Contains("audit", StringComparison.Ordinal) && !name.Contains("config", StringComparison.Ordinal)
            || name.EndsWith("changelog", StringComparison.Ordinal)
            || name.EndsWith("changelogs", StringComparison.Ordinal)
            || Words.Last(model.Name) is "history" or "histories" or "revision" or "revisions";
    }

    /// <summary>How texts call a reason.</summary>
    public static string Describe(AuditReason reason) => reason switch
    {
        AuditReason.Money => "money",
        AuditReason.Rights => "rights",
        AuditReason.Secrets => "secrets",
        AuditReason.People => "people",
        _ => "results",
    };

    private static AuditedModel Read(PlanContext context, ModelSymbol model)
    {
        var reasons = new List<AuditReason>();
        // What a materialised view holds was computed from what is recorded.
        if (Words.Split(model.TableName) is { Count: > 1 } words && words[0] is "mv" or "matview")
            return new AuditedModel(model, reasons, null, null, null);
        if (model.Columns.Any(IsMoney))
            reasons.Add(AuditReason.Money);
        if (IsNamed(model, s_rights))
            reasons.Add(AuditReason.Rights);
        if (context.PersonalData.Of(model).Any(field => field.Kind == PersonalKind.Credential))
            reasons.Add(AuditReason.Secrets);
        if (context.PersonalData.IsOfPeople(model))
            reasons.Add(AuditReason.People);
        if (IsNamed(model, s_results) || Words.Squash(model.Name).EndsWith("statsum", StringComparison.Ordinal) || HasScores(model))
            reasons.Add(AuditReason.Results);
        return new AuditedModel(
            model,
            reasons,
            model.Columns.FirstOrDefault(column => column.Scalar == ScalarType.DateTime && IsCreation(column)),
            model.Columns.FirstOrDefault(column => column.IsUpdatedAt || (column.Scalar == ScalarType.DateTime && AuditNames.IsChange(column.Name))),
            model.Columns.FirstOrDefault(IsAuthor));
    }

    private static bool IsCreation(FieldSymbol column) => AuditNames.IsCreation(column.Name) || Words.Squash(column.Name) is "datecreated" or "creationdate" or "enteredat" or "dateentered" or "recordedat";

    /// <summary>The column says who did something to the row, by its name.</summary>
    public static bool IsAuthor(FieldSymbol column)
    {
        var name = Words.Squash(column.Name);
        return Array.Exists(s_authors, author => name.StartsWith(author, StringComparison.Ordinal)) || name is "createuid" or "writeuid";
    }

    private static bool IsMoney(FieldSymbol column) =>
        column.Scalar is ScalarType.Decimal or ScalarType.Float or ScalarType.Int or ScalarType.BigInt
        && !column.ForeignKeysOver.Any()
        && MoneyNames.IsMoney(column.Name, MoneyNames.Words.Default)
        // A whole number called total counts things.
        && !(Words.Last(column.Name) == "total" && column.Scalar is ScalarType.Int or ScalarType.BigInt);

    // Two scores in a row: a game and how it ended.
    private static bool HasScores(ModelSymbol model) =>
        model.Columns.Count(column => column.Scalar is ScalarType.Int or ScalarType.Float or ScalarType.Decimal && !column.ForeignKeysOver.Any() && Words.Squash(column.Name).EndsWith("score", StringComparison.Ordinal)) >= 2;

    private static bool IsPassing(ModelSymbol model) =>
        IsNamed(model, s_passing) || model.Columns.Any(column => column.Scalar == ScalarType.DateTime && Words.Squash(column.Name) is "expiresat" or "expires" or "expiry" or "expiresin" or "expirationdate");

    // Of names without capitals and underscores the end counts: aspnetuserroles.
    private static bool IsNamed(ModelSymbol model, string[] nouns)
    {
        var last = Inflection.Default.Singular(Words.Last(model.Name));
        var isOneWord = last == Inflection.Default.Singular(Words.Squash(model.Name));
        return Array.Exists(nouns, noun => last == noun || (isOneWord && noun.Length > 3 && last.EndsWith(noun, StringComparison.Ordinal)));
    }
}
