using System;
using System.Collections.Generic;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Plans;

/// <summary>The blocks of a plan as JSON: each an object whose <c>type</c> says what else it has.</summary>
internal static class PlanBlockJson
{
    public static void Write(JsonWriter json, IEnumerable<PlanBlock> blocks)
    {
        json.StartArray();
        foreach (var block in blocks)
            Write(json, block);
        json.EndArray();
    }

    public static void Write(JsonWriter json, IEnumerable<ChecklistItem> items)
    {
        json.StartArray();
        foreach (var item in items)
        {
            json.StartLine()
                .Property("text", item.Text)
                .Property("state", DiffWords.Kebab(item.State.ToString()))
                .Property("evidence", item.Evidence)
                .EndObject();
        }
        json.EndArray();
    }

    public static void WriteLine(JsonWriter json, IEnumerable<string> values)
    {
        json.StartArrayLine();
        foreach (var value in values)
            json.Value(value);
        json.EndArray();
    }

    private static void Write(JsonWriter json, PlanBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                json.StartLine().Property("type", "heading").Property("level", heading.Level).Property("text", heading.Text).EndObject();
                break;
            case TextBlock paragraph:
                json.StartLine().Property("type", "text").Property("text", paragraph.Text).EndObject();
                break;
            case ListBlock list:
                json.StartObject().Property("type", "list").Property("ordered", list.IsOrdered).Name("items").StartArray();
                foreach (var item in list.Items)
                    json.Value(item);
                json.EndArray().EndObject();
                break;
            case TableBlock table:
                Write(json, table);
                break;
            case CodeBlock code:
                json.StartLine().Property("type", "code").Property("language", code.Language).Property("text", code.Text).EndObject();
                break;
            case SqlBlock sql:
                json.StartLine()
                    .Property("type", "sql")
                    .Property("role", DiffWords.Kebab(sql.Role.ToString()))
                    .Property("caption", sql.Caption)
                    .Property("text", sql.Text)
                    .Property("expected", sql.Expected)
                    .EndObject();
                break;
            case ChecklistBlock checklist:
                json.StartObject().Property("type", "checklist").Name("items");
                Write(json, checklist.Items);
                json.EndObject();
                break;
            case DiagramBlock diagram:
                Write(json, diagram);
                break;
            case ChartBlock chart:
                Write(json, chart);
                break;
            case DetailsBlock details:
                json.StartObject().Property("type", "details").Property("summary", details.Summary).Name("blocks");
                Write(json, details.Blocks);
                json.EndObject();
                break;
            default:
                throw new NotSupportedException($"{block.GetType().Name} has no form in JSON");
        }
    }

    private static void Write(JsonWriter json, TableBlock table)
    {
        json.StartObject().Property("type", "table").Name("columns").StartArray();
        foreach (var column in table.Columns)
            json.StartLine().Property("title", column.Title).Property("number", column.IsNumber).EndObject();
        json.EndArray().Name("rows").StartArray();
        foreach (var row in table.Rows)
            WriteLine(json, row);
        json.EndArray().EndObject();
    }

    private static void Write(JsonWriter json, DiagramBlock diagram)
    {
        json.StartObject()
            .Property("type", "diagram")
            .Property("title", diagram.Title)
            .Property("kind", DiffWords.Kebab(diagram.Kind.ToString()))
            .Name("nodes").StartArray();
        foreach (var node in diagram.Nodes)
        {
            json.StartObject()
                .Property("id", node.Id)
                .Property("title", node.Title)
                .Property("note", node.Note)
                .Property("outside", node.IsOutside)
                .Name("lines").StartArray();
            foreach (var line in node.Lines)
                json.StartLine().Property("name", line.Name).Property("type", line.Type).Property("keys", line.Keys).EndObject();
            json.EndArray().EndObject();
        }
        json.EndArray().Name("edges").StartArray();
        foreach (var edge in diagram.Edges)
        {
            json.StartLine()
                .Property("from", edge.From)
                .Property("to", edge.To)
                .Property("label", edge.Label)
                .Property("optional", edge.IsOptional)
                .Property("oneToOne", edge.IsOneToOne)
                .Property("manyToMany", edge.IsManyToMany)
                .EndObject();
        }
        json.EndArray().EndObject();
    }

    private static void Write(JsonWriter json, ChartBlock chart)
    {
        json.StartObject().Property("type", "chart").Property("title", chart.Title).Name("series");
        WriteLine(json, chart.Series);
        json.Name("bars").StartArray();
        foreach (var bar in chart.Bars)
        {
            json.StartObject().Property("label", bar.Label).Property("text", bar.Text).Name("values").StartArrayLine();
            foreach (var value in bar.Values)
                json.Value(value);
            json.EndArray().EndObject();
        }
        json.EndArray().EndObject();
    }
}
