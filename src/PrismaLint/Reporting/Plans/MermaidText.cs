using System;
using System.Collections.Generic;
using System.Text;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Plans;

/// <summary>A diagram in the language of Mermaid.</summary>
internal static class MermaidText
{
    // Words of Mermaid's own, in whatever case: a model of such a name stands in quotes.
    private static readonly HashSet<string> s_reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "accDescr", "accTitle", "class", "classDef", "direction", "end", "erDiagram", "many", "one", "only", "optionally", "style", "subgraph", "title", "to", "u", "zero",
    };

    public static string Write(DiagramBlock diagram)
    {
        var text = new StringBuilder();
        if (diagram.Kind == DiagramKind.Domains)
            WriteDomains(text, diagram);
        else
            WriteEntities(text, diagram);
        return text.ToString().TrimEnd('\n');
    }

    private static void WriteDomains(StringBuilder text, DiagramBlock diagram)
    {
        text.Append("flowchart LR\n");
        foreach (var node in diagram.Nodes)
            text.Append($"  {node.Id}[\"{Quoted(node.Title)}{(node.Note is { } note ? "<br/>" + Quoted(note) : "")}\"]\n");
        foreach (var edge in diagram.Edges)
            text.Append($"  {edge.From} -->|\"{Quoted(edge.Label)}\"| {edge.To}\n");
    }

    private static void WriteEntities(StringBuilder text, DiagramBlock diagram)
    {
        text.Append("erDiagram\n");
        foreach (var node in diagram.Nodes)
        {
            text.Append($"  {Entity(node.Id)}");
            if (node.Lines.Count == 0)
            {
                text.Append('\n');
                continue;
            }
            text.Append(" {\n");
            foreach (var line in node.Lines)
                text.Append($"    {Word(line.Type)} {Word(line.Name)}{(line.Keys.Length == 0 ? "" : " " + line.Keys)}\n");
            text.Append("  }\n");
        }
        foreach (var edge in diagram.Edges)
        {
            var ends = edge.IsManyToMany ? "}o--o{" : (edge.IsOneToOne ? "|o" : "}o") + (edge.IsOptional ? "--o|" : "--||");
            text.Append($"  {Entity(edge.From)} {ends} {Entity(edge.To)} : \"{Quoted(edge.Label)}\"\n");
        }
    }

    private static string Entity(string id) => s_reserved.Contains(id) ? $"\"{id}\"" : id;

    private static string Quoted(string text) => text.Replace("\"", "#quot;").Replace('`', '\'').Replace("\n", " ");

    // Types may hold brackets and question marks, which Mermaid does not read.
    private static string Word(string text)
    {
        var word = new StringBuilder(text.Length);
        foreach (var letter in text)
            word.Append(char.IsLetterOrDigit(letter) || letter == '_' ? letter : letter == '[' ? "-array" : "");
        var result = word.ToString();
        return result is "PK" or "FK" or "UK" ? result + "_" : result;
    }
}
