using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Plans;

/// <summary>A plan as one JSON object, version 1. Others read it: names and meanings stay as they are (docs/plan.md).</summary>
public static class PlanJson
{
    public static string Write(PlanDocument plan, string toolVersion)
    {
        var json = new JsonWriter().StartObject().Property("version", 1);
        json.Name("tool").StartObject().Property("name", "prismalint").Property("version", toolVersion).EndObject();
        json.Property("title", plan.Title)
            .Property("schema", plan.SchemaPath)
            .Property("provider", ConnectorFacts.Of(plan.Provider).ProviderName is { Length: > 0 } provider ? provider : null)
            .Name("preface");
        PlanBlockJson.Write(json, plan.Preface);
        json.Name("sections").StartArray();
        foreach (var section in plan.Sections)
        {
            json.StartObject().Property("number", section.Number).Property("title", section.Title).Name("blocks");
            PlanBlockJson.Write(json, section.Blocks);
            json.EndObject();
        }
        json.EndArray().Name("changes").StartArray();
        foreach (var change in plan.Changes)
            Write(json, change);
        json.EndArray().Name("checklists").StartArray();
        foreach (var section in plan.Sections)
            WriteChecklists(json, section.Number, section.Title, section.Blocks);
        return json.EndArray().EndObject() + "\n";
    }

    private static void Write(JsonWriter json, PlanChange change)
    {
        json.StartObject()
            .Property("kind", DiffWords.Kebab(change.Kind.ToString()))
            .Property("subject", change.Subject)
            .Property("title", change.Title)
            .Property("reason", change.Reason)
            .Name("ruleIds");
        PlanBlockJson.WriteLine(json, change.RuleIds);
        json.Property("condition", change.Condition).Property("hazard", change.Hazard).Name("steps").StartArray();
        foreach (var step in change.Steps)
        {
            json.StartObject()
                .Property("phase", DiffWords.Of(step.Phase))
                .Property("kind", DiffWords.Of(step.Kind))
                .Property("text", step.Text)
                .Property("sql", step.Sql)
                .Property("lock", step.Lock)
                .Property("verification", step.Verification)
                .Property("expected", step.Expected)
                .Property("rollback", step.Rollback)
                .Property("rollbackNote", step.RollbackNote)
                .EndObject();
        }
        json.EndArray().EndObject();
    }

    // Each is called as the heading above it.
    private static void WriteChecklists(JsonWriter json, int section, string title, IEnumerable<PlanBlock> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    title = heading.Text;
                    break;
                case DetailsBlock details:
                    WriteChecklists(json, section, details.Summary, details.Blocks);
                    break;
                case ChecklistBlock checklist:
                    json.StartObject().Property("section", section).Property("title", title).Name("items");
                    PlanBlockJson.Write(json, checklist.Items);
                    json.EndObject();
                    break;
            }
        }
    }
}
