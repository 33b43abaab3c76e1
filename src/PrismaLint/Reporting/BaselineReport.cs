using PrismaLint.Configuration.Baselines;

namespace PrismaLint.Reporting;

/// <summary>A baseline as text: an entry a line, so that changes of it read well and merge.</summary>
public static class BaselineReport
{
    /// <summary>The text, the same for the same entries; they come sorted by file, rule, object and detail.</summary>
    public static string Write(Baseline baseline)
    {
        var json = new JsonWriter().StartObject().Property("version", Baseline.Version).Name("entries").StartArray();
        foreach (var entry in baseline.Entries)
        {
            json.StartLine().Property("rule", entry.Rule);
            if (entry.File is not null)
                json.Property("file", entry.File);
            json.Property("object", entry.Object);
            if (entry.Detail is not null)
                json.Property("detail", entry.Detail);
            json.Property("count", entry.Count).EndObject();
        }
        return json.EndArray().EndObject() + "\n";
    }
}
