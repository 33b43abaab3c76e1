using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>A block for each model: purpose, columns, indexes, constraints, triggers, performance.</summary>
internal sealed class TableDefinitions(PlanContext context)
{
    private readonly TableTriggers _triggers = new(context);
    private readonly TablePurpose _purposes = new(context);
    private readonly TableColumns _columns = new(context);
    private readonly TablePerformance _performance = new(context);

    public void Write(SectionWriter writer)
    {
        writer.Part("Table definitions");
        if (context.IsPostgreSql)
            writer.Text("Types are those of the columns in PostgreSQL, constraints and referential actions those at work, whether they are written or come by default.");
        foreach (var domain in context.Domains.All)
        {
            if (context.Domains.All.Count > 1)
                writer.Heading(domain.Name);
            foreach (var model in domain.Models)
                writer.Details($"Table: {PlanText.Code(model.TableName)}{(model.TableName == model.Name ? "" : ", model " + PlanText.Code(model.Name))}, {PlanFigures.Count(model.Columns.Count(), "column")}", inner => Write(model, inner));
        }
        JoinTables(writer);
    }

    private void Write(ModelSymbol model, SectionWriter writer)
    {
        writer.Heading("Purpose");
        writer.Text(_purposes.Of(model));
        writer.Heading("Columns");
        _columns.Write(model, writer);
        writer.Heading("Indexes");
        Indexes(model, writer);
        writer.Heading("Constraints");
        Constraints(model, writer);
        if (context.Schema.Connector.IsSql)
        {
            writer.Heading("Triggers");
            Triggers(model, writer);
        }
        writer.Heading("Performance Considerations");
        writer.List(_performance.Of(model));
    }

    private void Indexes(ModelSymbol model, SectionWriter writer)
    {
        var lines = model.Indexes.Where(index => index.Columns.Count > 0).Select(index => $"{PlanText.Code(TableColumns.IndexName(context, index))} {Describe(index)}: {string.Join("; ", context.IndexUses.Of(index).Select(use => use.Text))}.");
        var keys = model.ForeignKeys.Where(key => !DeleteReach.HasIndex(context, key))
            .Select(key => $"No index for the foreign key {PlanText.Code(key.RelationField.Name)} ({PlanText.Code(key.FieldList)}) to {PlanText.Code(key.Target.Name)}." + (context.Finds("PL3001", key.DisplayName) || context.Finds("PL3001", key.Fields[0].DisplayName) ? " (PL3001)" : ""));
        writer.List(lines.Concat(Extra(model)).Concat(keys));
    }

    private static string Describe(IndexSymbol index)
    {
        var columns = string.Join(", ", index.Columns.Select(column => column.Path + (column.IsDescending ? " desc" : "")));
        var method = index.Method is IndexMethod.BTree or IndexMethod.Unknown ? "" : ", " + index.Method.ToString().ToUpperInvariant();
        return $"on {PlanText.Code(columns)}{method}{(index.Kind == IndexKind.PrimaryKey ? ", primary key" : index.Kind == IndexKind.Unique ? ", unique" : "")}{(index.Predicate is { } only ? ", only rows with " + PlanText.Code(only.Normalized) : "")}";
    }

    // What the schema cannot declare, or does not.
    private IEnumerable<string> Extra(ModelSymbol model)
    {
        if (context.Rules.Evidence is not { } evidence || evidence.Map.TableOf(model) is not { } table)
            yield break;
        foreach (var index in table.Indexes.Where(index => evidence.Map.MatchOf(index) is null && !index.IsPrimary))
        {
            var columns = index.Expressions ?? string.Join(", ", index.KeyColumns);
            var scans = !evidence.IsReplayed && IndexUses.ScansOf(index) is { } count ? ", " + PlanFigures.Count(count) + " scans counted" : "";
            yield return $"{PlanText.Code(index.Name)} on {PlanText.Code(columns)}{(index.Method == "btree" ? "" : ", " + index.Method.ToUpperInvariant())}{(index.IsUnique ? ", unique" : "")}{(index.Predicate is { } only ? ", only rows with " + PlanText.Code(only) : "")}: not in the schema; {(evidence.IsReplayed ? "a migration makes it" : "the database has it")}{scans}.";
        }
    }

    private void Constraints(ModelSymbol model, SectionWriter writer)
    {
        var lines = new List<string>();
        lines.AddRange(model.ForeignKeys.Select(ForeignKey));
        lines.AddRange(model.Indexes.Where(index => index.Kind == IndexKind.Unique).Select(index => $"Unique: {PlanText.Code(string.Join(", ", index.Columns.Select(column => column.Path)))}{(index.Columns.Any(column => column.Field.IsOptional) && context.IsPostgreSql ? "; rows with a null are not compared" : "")}."));
        lines.AddRange(Checks(model));
        if (lines.Count == 0)
            lines.Add("None but the primary key" + (context.Schema.Connector.IsSql && model.Columns.Any(column => column.IsRequired) ? " and what may not be null." : "."));
        writer.List(lines);
    }

    private string ForeignKey(ForeignKeySymbol key)
    {
        var isInDatabase = context.Schema.RelationMode == RelationMode.ForeignKeys && context.Schema.Connector.IsSql;
        var actions = $"ON DELETE {ExpectedForeignKey.Words(key.OnDelete)}{(key.ExplicitOnDelete is null ? " (by default)" : "")}, ON UPDATE {ExpectedForeignKey.Words(key.OnUpdate)}{(key.ExplicitOnUpdate is null ? " (by default)" : "")}";
        var target = $"{PlanText.Code(key.FieldList)} → {PlanText.Code(key.Target.Name + "(" + string.Join(", ", key.References.Select(column => column.Name)) + ")")}";
        return isInDatabase ? $"Foreign key {PlanText.Code(key.ConstraintName)}: {target}, {actions}." : $"Reference {PlanText.Code(key.RelationField.Name)}: {target}, kept by the client alone.";
    }

    private IEnumerable<string> Checks(ModelSymbol model)
    {
        if (!context.IsPostgreSql || context.Rules.Evidence?.Map.TableOf(model) is not { } table)
            yield break;
        foreach (var check in table.Constraints.Where(constraint => constraint.Kind is DatabaseConstraintKind.Check or DatabaseConstraintKind.Exclusion))
            yield return $"{(check.Kind == DatabaseConstraintKind.Check ? "Check" : "Exclusion")} {PlanText.Code(check.Name)}{(check.Definition is { Length: > 0 } text ? ": " + PlanText.Code(text) : "")}{(check.IsValidated ? "" : ", not validated")}.";
    }

    private void Triggers(ModelSymbol model, SectionWriter writer)
    {
        var triggers = _triggers.Of(model);
        if (triggers.Count > 0)
            writer.List(triggers.Select(trigger => trigger + "."));
        else if (_triggers.AreVisible)
            writer.Text($"None in {(context.Live is { IsReplayed: false } ? "the snapshot" : "the migrations")}.");
        else
            writer.Text("Not seen: neither a snapshot nor migrations are at hand.");
        if (model.Columns.FirstOrDefault(column => column.IsUpdatedAt) is { } updated)
            writer.Text($"{PlanText.Code(updated.Name)} is set by the client ({PlanText.Code("@updatedAt")}): statements that go past it leave it as it is.");
    }

    private void JoinTables(SectionWriter writer)
    {
        ExpectedTable[] joins = [.. context.Schema.Connector.IsSql ? context.Database.Tables.Where(table => table.Relation is not null) : []];
        if (joins.Length == 0)
            return;
        writer.Heading("Join tables that Prisma keeps");
        writer.Table(
            [SectionWriter.Column("Table"), SectionWriter.Column("Links"), SectionWriter.Figure("Bytes a row, indexes included")],
            joins.Select(table => new[]
            {
                PlanText.Code(table.Name),
                string.Join(" and ", table.ForeignKeys.Count > 0 ? table.ForeignKeys.Select(key => PlanText.Code(key.Target.DisplayName)) : [PlanText.Code(table.DisplayName)]),
                context.IsPostgreSql ? PlanFigures.Count(context.Storage.Of(table) is var storage ? storage.RowBytes + storage.IndexBytes : 0) : "—",
            }));
    }
}
