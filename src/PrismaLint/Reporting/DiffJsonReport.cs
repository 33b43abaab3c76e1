using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;
using PrismaLint.Text;

namespace PrismaLint.Reporting;

/// <summary>A comparison as one JSON object, version 1. Others read it: names and meanings stay as they are (docs/diff.md).</summary>
public static class DiffJsonReport
{
    public static string Write(SchemaComparison comparison, string toolVersion)
    {
        var json = new JsonWriter().StartObject().Property("version", 1);
        json.Name("tool").StartObject().Property("name", "prismalint").Property("version", toolVersion).EndObject();
        json.Property("old", comparison.OldPath)
            .Property("new", comparison.NewPath)
            .Property("provider", ConnectorFacts.Of(comparison.Provider).ProviderName is { Length: > 0 } provider ? provider : null)
            .Name("changes").StartArray();
        foreach (var change in comparison.Changes)
            Write(json, change);
        json.EndArray().Name("summary").StartObject();
        foreach (var changeClass in new[] { ChangeClass.DataLoss, ChangeClass.Breaking, ChangeClass.Care, ChangeClass.Safe })
            json.Property(DiffWords.Of(changeClass), comparison.Count(changeClass));
        json.Property("client-only", comparison.Changes.Count(change => change.IsClientOnly));
        return json.EndObject().EndObject() + "\n";
    }

    private static void Write(JsonWriter json, SchemaChange change)
    {
        json.StartObject()
            .Property("kind", DiffWords.Of(change.Kind))
            .Property("object", change.Object)
            .Property("class", DiffWords.Of(change.Class))
            .Property("message", change.Message)
            .Property("why", change.Why)
            .Name("likeness");
        if (change.Likeness is { } likeness)
            json.Value(likeness);
        else
            json.Value(null);
        json.Property("clientOnly", change.IsClientOnly);
        Write(json, "old", change.OldLocation);
        Write(json, "new", change.NewLocation);
        json.Name("lock");
        Write(json, change.Lock);
        json.Name("effects").StartArray();
        foreach (var effect in change.Effects)
        {
            json.StartLine()
                .Property("object", DiffWords.Of(effect.Object))
                .Property("action", DiffWords.Of(effect.Action))
                .Property("name", effect.Name)
                .EndObject();
        }
        json.EndArray().Name("steps").StartArray();
        foreach (var step in change.Steps)
        {
            json.StartObject()
                .Property("phase", DiffWords.Of(step.Phase))
                .Property("kind", DiffWords.Of(step.Kind))
                .Property("text", step.Text)
                .Property("sql", step.Sql)
                .Property("expected", step.Expected)
                .Property("rollback", step.Rollback)
                .Property("rollbackNote", step.RollbackNote)
                .Name("lock");
            Write(json, step.Lock);
            json.EndObject();
        }
        json.EndArray().EndObject();
    }

    private static void Write(JsonWriter json, TableLock? taken)
    {
        if (taken is null)
        {
            json.Value(null);
            return;
        }
        json.StartObject()
            .Property("level", taken.Level)
            .Property("tables", taken.Tables)
            .Property("blocks", taken.Blocks)
            .Property("duration", taken.Duration)
            .EndObject();
    }

    private static void Write(JsonWriter json, string name, Location? location)
    {
        json.Name(name);
        if (location is not { } place)
        {
            json.Value(null);
            return;
        }
        json.StartObject().Property("file", place.Path);
        Write(json, "start", place.Span.Start, place.Start);
        Write(json, "end", place.Span.End, place.End);
        json.EndObject();
    }

    private static void Write(JsonWriter json, string name, int offset, LinePosition position) => json.Name(name).StartLine()
        .Property("offset", offset)
        .Property("line", position.Line + 1)
        .Property("column", position.Character + 1)
        .EndObject();
}
