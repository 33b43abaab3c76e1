using System.Text;
using PrismaLint.Connectors;
using PrismaLint.Rules;

namespace PrismaLint.Reporting;

/// <summary>The page of a rule, from the rule's own words.</summary>
public static class RulePage
{
    public static string Write(Rule rule)
    {
        var descriptor = rule.Descriptor;
        var text = new StringBuilder();
        text.Append("# ").Append(descriptor.Id).Append(": ").Append(descriptor.Name).Append("\n\n")
            .Append(descriptor.Title).Append(".\n\n")
            .Append("| | |\n|---|---|\n")
            .Append("| Category | `").Append(descriptor.Category).Append("` |\n")
            .Append("| Severity | ").Append(ReportWords.Of(descriptor.DefaultSeverity)).Append(" |\n")
            .Append("| Preset | ").Append(Preset(descriptor.Preset)).Append(" |\n")
            .Append("| Prisma 8 contracts | ").Append(Contracts(descriptor)).Append(" |\n")
            .Append("| Fix | ").Append(descriptor.Fix is null ? "no" : "yes, see below").Append(" |\n");
        if (rule.NeededOption is { } needed)
            text.Append("| Needs | a value of `prismalint.").Append(descriptor.Id).Append('.').Append(needed.Name).Append("` |\n");
        Section(text, "Why", descriptor.Rationale);
        if (rule is MigrationRule)
        {
            if (descriptor.Example.Before is { } before)
                Sql(text, "After these migrations", before);
            Sql(text, "Flagged", descriptor.Example.Flagged);
            Sql(text, "Clean", descriptor.Example.Clean);
        }
        else
        {
            Examples(text, descriptor);
        }
        if (rule.Options.Count > 0)
            Options(text, rule);
        if (descriptor.Fix is { } fix)
            Section(text, "Fix", fix);
        if (descriptor.WhenNotToUse is { } exceptions)
            Section(text, "When not to use it", exceptions);
        TurningOff(text, descriptor.Id, descriptor.Name, rule is MigrationRule ? "--" : "//");
        return text.ToString();
    }

    private static void Examples(StringBuilder text, RuleDescriptor descriptor)
    {
        Schema(text, "Flagged", descriptor.Example.Flagged, descriptor.Example.Provider);
        if (descriptor.Example.Database is { } database)
            Sql(text, "In this database", database);
        if (descriptor.Example.Clean != descriptor.Example.Flagged)
            Schema(text, "Clean", descriptor.Example.Clean, descriptor.Example.Provider);
        if (descriptor.Example.Repair is { } repair)
            Sql(text, "Put right", repair);
    }

    internal static void TurningOff(StringBuilder text, string id, string name, string comment = "//")
    {
        text.Append("\n## Configuration\n\n```ini\n[*.prisma]\ndotnet_diagnostic.").Append(id).Append(".severity = none  # error, warning, suggestion, silent, none\n```\n\n")
            .Append("At one place: `").Append(comment).Append(" prismalint-ignore ").Append(name).Append(": reason` above the line or behind it.\n");
    }

    private static void Options(StringBuilder text, Rule rule)
    {
        text.Append("\n## Options\n\n| Key | Value | Default | |\n|---|---|---|---|\n");
        foreach (var option in rule.Options)
        {
            text.Append("| `prismalint.").Append(rule.Descriptor.Id).Append('.').Append(option.Name).Append("` | ")
                .Append(Cell(option.ValueDescription)).Append(" | ")
                .Append(option.DefaultText.Length == 0 ? "" : "`" + Cell(option.DefaultText) + "`").Append(" | ")
                .Append(Cell(option.Description)).Append(" |\n");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|").Replace('\n', ' ');

    private static void Section(StringBuilder text, string title, string body) =>
        text.Append("\n## ").Append(title).Append("\n\n").Append(body.Trim().Replace("\r\n", "\n")).Append('\n');

    private static void Schema(StringBuilder text, string title, string schema, Provider provider)
    {
        text.Append("\n## ").Append(title);
        if (provider is not (Provider.PostgreSql or Provider.Unknown))
            text.Append(" (").Append(ConnectorFacts.Of(provider).ProviderName).Append(')');
        text.Append("\n\n```prisma\n").Append(schema.Trim().Replace("\r\n", "\n")).Append("\n```\n");
    }

    private static void Sql(StringBuilder text, string title, string sql) =>
        text.Append("\n## ").Append(title).Append("\n\n```sql\n").Append(sql.Trim().Replace("\r\n", "\n")).Append("\n```\n");

    private static string Contracts(RuleDescriptor descriptor) => descriptor.Contracts switch
    {
        ContractSupport.Full => "yes",
        ContractSupport.FindingsOnly => descriptor.Fix is null ? "yes" : "yes, without the fix",
        _ => "no",
    };

    private static string Preset(RulePreset preset) =>
        preset == RulePreset.None ? "none: on where configuration says so" : "`" + RulePages.PresetName(preset) + "`";
}
