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
    private const int FewestFolded = 4;

    private readonly SoftDelete _softDelete = new(context.Rules);

    public void Write(ModelSymbol model, SectionWriter writer)
    {
        var marker = _softDelete.MarkerOf(model);
        writer.Table(
            [SectionWriter.Column("Column"), SectionWriter.Column("Type"), SectionWriter.Column("Constraints"), SectionWriter.Column("Index"), SectionWriter.Column("Description")],
            Fold([.. model.Columns.Select(column => new[] { Name(column), Type(model, column), Constraints(model, column), Indexes(model, column), Description(column, marker) })]));
    }

    // Numbered columns that differ in their number alone take one row.
    private static IEnumerable<string[]> Fold(string[][] rows)
    {
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && IsNext(rows[end - 1], rows[end]))
                end++;
            if (end - start < FewestFolded)
            {
                yield return rows[start++];
                continue;
            }
            yield return [rows[start][0] + " to " + rows[end - 1][0], rows[start][1], rows[start][2], rows[start][3], FormattableString.Invariant($"{end - start} columns")];
            start = end;
        }
    }

    private static bool IsNext(string[] row, string[] next) => row.Skip(1).SequenceEqual(next.Skip(1)) && Numbered(row[0]) is var (name, number) && Numbered(next[0]) is var (other, following)
        && name == other && following == number + 1;

    private static (string Name, int Number) Numbered(string text)
    {
        var name = text.Trim('`');
        var at = name.Length;
        while (at > 0 && char.IsDigit(name[at - 1]))
            at--;
        return int.TryParse(name.Remove(0, at), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? (name.Remove(at), number) : ("", -1);
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

    // MongoDB has its own name for the index of the key, and takes no other.
    internal static string IndexName(PlanContext context, IndexSymbol index) => index.Kind == IndexKind.PrimaryKey && !context.Schema.Connector.IsSql ? "_id_" : index.DatabaseName;

    // The first column of an index counts most: queries that leave it out cannot use the others.
    private string Indexes(ModelSymbol model, FieldSymbol column)
    {
        var parts = new List<string>();
        foreach (var index in model.Indexes)
        {
            for (var i = 0; i < index.Columns.Count; i++)
            {
                if (index.Columns[i].Field == column)
                    parts.Add(index.Columns.Count == 1 ? PlanText.Code(IndexName(context, index)) : FormattableString.Invariant($"{i + 1}. of {PlanText.Code(IndexName(context, index))}"));
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
        if (column.TypeSymbol is EnumSymbol symbol)
            return "one of " + PlanFigures.Names(symbol.Values.Select(value => value.Name), 8);
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
