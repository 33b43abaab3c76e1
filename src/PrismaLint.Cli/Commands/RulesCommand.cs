using System;
using System.CommandLine;
using System.Linq;
using PrismaLint.Cli.Output;
using PrismaLint.Configuration;
using PrismaLint.Reporting;
using PrismaLint.Rules;

namespace PrismaLint.Cli.Commands;

/// <summary><c>prismalint rules</c>: everything there is to find, or a part of it.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        var format = new Option<string>("--format") { Description = "How the list is written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var category = new Option<string?>("--category") { Description = "Only those of a category, such as `PrismaIndexing` or `indexing`.", HelpName = "NAME" };
        var preset = new Option<string?>("--preset") { Description = "Only those that are on with a preset." };
        preset.AcceptOnlyFromAmong("none", "recommended", "strict", "all");
        var severity = new Option<string?>("--severity") { Description = "Only those of a severity." };
        severity.AcceptOnlyFromAmong("error", "warning", "suggestion");
        var fixable = new Option<bool>("--fixable") { Description = "Only those with a fix." };
        var command = new Command("rules", "Lists the rules: id, name, severity, preset, fix.") { category, preset, severity, fixable, format };
        command.SetAction(result =>
        {
            var selection = new RuleSelection
            {
                Category = result.GetValue(category) is { } name ? FindCategory(name) : null,
                Preset = result.GetValue(preset) is { } word ? Enum.Parse<RulePreset>(word, ignoreCase: true) : null,
                Severity = result.GetValue(severity) is { } wanted ? SeverityWords.Parse(wanted) : null,
                IsFixable = result.GetValue(fixable),
            };
            terminal.Output.Write(result.GetValue(format) switch
            {
                "json" => RuleListReport.WriteJson(selection),
                "markdown" when selection == new RuleSelection() => RulePages.WriteIndex(),
                "markdown" => RulePages.WriteIndex(selection),
                _ => RuleListReport.WriteText(selection),
            });
            return ExitCode.Clean;
        });
        return command;
    }

    private static string FindCategory(string name) => RuleSelection.FindCategory(name)
        ?? throw new UsageException($"`--category {name}` names no category: expected one of {string.Join(", ", RuleSelection.Categories.Select(category => $"`{category}`"))}");
}
