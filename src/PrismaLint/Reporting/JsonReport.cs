using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Reporting;

/// <summary>The report as one JSON object, version 1. Others read it: names and meanings stay as they are.</summary>
public static class JsonReport
{
    public static string Write(LintReport report, string toolVersion, HelpLinks? help = null)
    {
        help ??= HelpLinks.None;
        var json = new JsonWriter().StartObject().Property("version", 1);
        json.Name("tool").StartObject().Property("name", "prismalint").Property("version", toolVersion).EndObject();
        json.Name("schemas").StartArray();
        foreach (var schema in report.Schemas)
            Write(json, schema);
        json.EndArray().Name("diagnostics").StartArray();
        foreach (var diagnostic in report.Diagnostics)
            Write(json, diagnostic, help);
        json.EndArray();
        if (report.Snapshot is not null)
            WriteNotJudged(json, report);
        json.Name("summary").StartObject()
            .Property("errors", report.ErrorCount + report.ConsequenceCount)
            .Property("warnings", report.WarningCount)
            .Property("suggestions", report.SuggestionCount)
            .Property("suppressed", report.SuppressedCount);
        if (report.Snapshot is not null)
            json.Property("operational", report.OperationalCount);
        json.EndObject();
        return json.EndObject() + "\n";
    }

    private static void WriteNotJudged(JsonWriter json, LintReport report)
    {
        json.Name("notJudged").StartArray();
        foreach (var missing in report.NotJudged)
        {
            json.StartObject()
                .Property("id", missing.RuleId)
                .Property("check", missing.Check)
                .Property("reason", missing.Reason)
                .Property("remedy", missing.Remedy)
                .EndObject();
        }
        json.EndArray();
    }

    private static void Write(JsonWriter json, LintedSchema schema)
    {
        json.StartObject().Property("path", schema.Path).Name("files").StartArray();
        foreach (var file in schema.Files)
            json.Value(file);
        json.EndArray()
            .Property("provider", ConnectorFacts.Of(schema.Provider).ProviderName is { Length: > 0 } provider ? provider : null)
            .Property("prismaVersion", ReportWords.Of(schema.PrismaVersion))
            .Property("models", schema.ModelCount)
            .EndObject();
    }

    private static void Write(JsonWriter json, Diagnostic diagnostic, HelpLinks help)
    {
        json.StartObject()
            .Property("id", diagnostic.Id)
            .Property("name", diagnostic.Descriptor.Name)
            .Property("category", diagnostic.Descriptor.Category)
            .Property("severity", ReportWords.Of(diagnostic.Severity))
            .Property("detail", diagnostic.Detail)
            .Property("message", diagnostic.Message);
        Write(json, diagnostic.Location);
        json.Property("helpUri", help.Find(diagnostic.Id))
            .Property("object", diagnostic.Object)
            .Property("suppressed", diagnostic.IsSuppressed)
            .Property("operational", diagnostic.IsOperational)
            .Name("related").StartArray();
        foreach (var related in diagnostic.Related)
        {
            json.StartObject().Property("message", related.Message);
            Write(json, related.Location);
            json.EndObject();
        }
        json.EndArray().Name("fixes").StartArray();
        foreach (var fix in diagnostic.Fixes)
            Write(json, fix);
        json.EndArray().EndObject();
    }

    private static void Write(JsonWriter json, CodeFix fix)
    {
        json.StartObject().Property("title", fix.Title).Property("safety", ReportWords.Of(fix.Safety)).Name("edits").StartArray();
        foreach (var edit in fix.Edits)
        {
            json.StartObject()
                .Property("file", edit.Source.Path)
                .Property("start", edit.Span.Start)
                .Property("end", edit.Span.End)
                .Property("newText", edit.NewText)
                .EndObject();
        }
        json.EndArray().EndObject();
    }

    private static void Write(JsonWriter json, Location location)
    {
        json.Property("file", location.Path);
        Write(json, "start", location.Span.Start, location.Start);
        Write(json, "end", location.Span.End, location.End);
    }

    private static void Write(JsonWriter json, string name, int offset, LinePosition position) =>
        json.Name(name).StartObject()
            .Property("offset", offset)
            .Property("line", position.Line + 1)
            .Property("column", position.Character + 1)
            .EndObject();
}
