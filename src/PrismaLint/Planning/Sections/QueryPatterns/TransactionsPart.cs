using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>Transactions: isolation, counters, rows that several writers change.</summary>
internal static class TransactionsPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Transactions");
        Isolation(context, writer);
        var counters = RunningColumns.Find(context);
        if (counters.Count > 0)
        {
            writer.Text($"{PlanFigures.Names(counters.Select(field => field.DisplayName))} {(counters.Count == 1 ? "is computed from its" : "are computed from their")} own last value, by {(counters.Count == 1 ? "its name" : "their names")}. Read, changed in code and written back, one of two writers at once is lost; the database counts by itself:");
            var first = counters[0];
            var model = (ModelSymbol)first.Owner;
            if (ClientText.Selectors(model).FirstOrDefault() is { } key)
                writer.Code("ts", $"await {ClientText.Delegate(model)}.updateMany({{\n  where: {{ {(key.Columns.Count == 1 ? ClientText.Selector(key) : ClientText.Names(key.Fields))} }},\n  data: {{ {first.Name}: {{ increment: 1 }} }},\n}})");
        }
        var versions = context.Models.SelectMany(model => model.Columns).Where(field => field is { Scalar: ScalarType.Int or ScalarType.BigInt, IsRequired: true } && Words.Squash(field.Name) is "version" or "lockversion" or "rowversion" or "revision" && !IsOneOfMany(field)).ToArray();
        if (versions.Length > 0)
            writer.Text($"{PlanText.CodeList(versions.Take(8).Select(field => field.DisplayName))} can guard against lost updates: {PlanText.Code("where: { id, version }")} with {PlanText.Code("version: { increment: 1 }")}, and no row changed means that somebody else was faster.");
        var events = context.Models.Where(IsEventStore).Select(model => model.Name).ToArray();
        if (events.Length > 0)
            writer.Text($"Shaped like an event store: {PlanText.CodeList(events)}. {(context.Observed("PL5020").Where(finding => events.Contains(finding.Object?.Split('.')[0], StringComparer.Ordinal)).Select(finding => finding.Message + ". (PL5020) ").FirstOrDefault() ?? "")}Whether reads get models of their own (CQRS) is a decision of the team that the schema does not show.");
    }

    private static void Isolation(PlanContext context, SectionWriter writer)
    {
        if (!context.Schema.Connector.IsSql)
        {
            writer.Text($"Transactions of {context.Schema.Connector.DisplayName} need a replica set; its isolation is not chosen in the client.");
            return;
        }
        var key = context.Models.SelectMany(model => model.ForeignKeys).FirstOrDefault(key => key.Fields.Count == 1 && key.Relation?.Back is { IsList: true } && key.Fields[0].IsRequired);
        var nested = key?.Relation?.Back is { } list ? $" A nested write is one transaction by itself: {PlanText.Code($"{ClientText.Delegate(key.Target)}.create({{ data: {{ …, {list.Name}: {{ create: [ … ] }} }} }})")}." : "";
        if (context.Inputs.Isolation is { } told)
        {
            writer.Text($"The inputs ask for {PlanText.Code(told)} ({context.Inputs.PlaceOf("consistency.isolation")}): {PlanText.Code($"prisma.$transaction(async (tx) => {{ … }}, {{ isolationLevel: Prisma.TransactionIsolationLevel.{Level(told)} }})")}. {(Level(told) == "ReadCommitted" ? "It is PostgreSQL's own." : "A conflict comes back as `P2034`: the whole transaction is tried again.")}{nested}");
            return;
        }
        writer.Text($"No isolation level is told (`consistency.isolation`): {(context.Schema.Provider == Provider.MySql ? "`RepeatableRead`" : context.Schema.Provider == Provider.Sqlite ? "`Serializable`" : "`ReadCommitted`")}, the database's own, is what transactions get.{nested}");
    }

    private static string Level(string told) => Words.Squash(told.Replace(" ", "_")) switch
    {
        "serializable" => "Serializable",
        "repeatableread" => "RepeatableRead",
        "readuncommitted" => "ReadUncommitted",
        _ => "ReadCommitted",
    };

    // A row of versions or events has its number for good: nobody raises it.
    private static bool IsOneOfMany(FieldSymbol number) =>
        number.Model is { } model && (IsEventStore(model) || Words.Last(model.Name) is "version" or "versions" or "revision" or "revisions" or "history" or "snapshot" or "snapshots" or "event" or "events");

    // By its name, or events of a stream, numbered, with what happened as a document.
    private static bool IsEventStore(ModelSymbol model) =>
        Words.Squash(model.Name) is "outbox" or "eventstore" or "domainevent" or "domainevents" or "storedevent" or "outboxevent"
        || (Words.Last(model.Name) is "event" or "events" && model.Columns.Any(field => field.Scalar is ScalarType.Json or ScalarType.Bytes)
            && model.Columns.Any(field => field.Scalar is ScalarType.Int or ScalarType.BigInt && Words.Squash(field.Name) is "version" or "sequence" or "sequencenumber" or "revision" or "position")
            && model.Columns.Any(field => Words.Squash(field.Name) is "aggregateid" or "streamid" or "entityid" || field.ForeignKeysOver.Any()));
}
