using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>The table of a model's columns.</summary>
internal sealed class TableColumns(PlanContext context)
{
    private readonly SoftDelete _softDelete = new(context.Rules);

    public void Write(ModelSymbol model, SectionWriter writer)
    {
        var marker = _softDelete.MarkerOf(model);
        writer.Table(
            [SectionWriter.Column("Column"), SectionWriter.Column("Type"), SectionWriter.Column("Constraints"), SectionWriter.Column("Index"), SectionWriter.Column("Description")],
            model.Columns.Select(column => new[] { Name(column), Type(model, column), Constraints(model, column), Indexes(model, column), Description(column, marker) }));
    }

    private static string Name(FieldSymbol column) => column.ColumnName == column.Name ? PlanText.Code(column.Name) : PlanText.Code(column.ColumnName) + ", field " + PlanText.Code(column.Name);

    private string Type(ModelSymbol model, FieldSymbol column)
    {
        if (context.Schema.Connector.IsSql && context.Database.TableOf(model)?.Columns.Find(found => found.Field == column) is { } expected)
            return PlanText.Code(context.IsPostgreSql ? expected.Type.Sql.Replace("\"", "") : expected.Type.ToString());
        return PlanText.Code(column.Type.Name.Text + (column.IsList ? "[]" : ""));
    }

    private string Constraints(ModelSymbol model, FieldSymbol column)
    {
        var parts = new List<string>();
        if (column.IsId)
            parts.Add("PRIMARY KEY");
        else if (model.PrimaryKey?.Fields.Contains(column) == true)
            parts.Add("part of the primary key");
        else if (column.IsUnique)
            parts.Add("UNIQUE");
        if (column.IsRequired && !column.IsId)
            parts.Add(context.Schema.Connector.IsSql ? "NOT NULL" : "required");
        parts.AddRange(column.ForeignKeysOver.Select(key => "→ " + PlanText.Code(key.Target.Name)));
        if (column.Default is { } value)
            parts.Add("default " + PlanText.Code(column.Tree.Source.ToString(value.Expression.Span)));
        return parts.Count == 0 ? "—" : string.Join(", ", parts);
    }

    // The first column of an index counts most: queries that leave it out cannot use the others.
    private static string Indexes(ModelSymbol model, FieldSymbol column)
    {
        var parts = new List<string>();
        foreach (var index in model.Indexes)
        {
            for (var i = 0; i < index.Columns.Count; i++)
            {
                if (index.Columns[i].Field == column)
                    parts.Add(index.Columns.Count == 1 ? PlanText.Code(index.DatabaseName) : FormattableString.Invariant($"{i + 1}. of {PlanText.Code(index.DatabaseName)}"));
            }
        }
        return parts.Count == 0 ? "—" : string.Join(", ", parts);
    }

    private static string Description(FieldSymbol column, SoftDeleteMarker? marker)
    {
        if (column.Documentation.Length > 0)
            return PlanText.Words(column.Documentation);
        if (column.IsUpdatedAt)
            return "the last change, set by the client";
        if (marker?.Field == column)
            return "marks a deleted row";
        return column.Default?.Function switch
        {
            "autoincrement" or "sequence" => "counts up",
            "uuid" or "cuid" or "ulid" or "nanoid" or "cuid2" or "ksuid" => "made by the client",
            "now" when AuditNames.IsCreation(column.Name) => "when the row came",
            "auto" => "made by the database",
            _ => column.ForeignKeysOver.FirstOrDefault() is { } key ? $"which {PlanText.Code(key.Target.Name)}{(column.IsOptional ? ", if any" : "")}" : "",
        };
    }
}
