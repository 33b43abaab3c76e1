using System.CommandLine;
using System.IO;
using System.Linq;
using PrismaLint.Cli.Output;
using PrismaLint.Configuration;
using PrismaLint.Loading;
using PrismaLint.Reporting;

namespace PrismaLint.Cli.Commands;

/// <summary><c>prismalint config --show FILE</c>: what is in force for a schema file, and where it comes from.</summary>
internal static class ConfigCommand
{
    public static Command Create(Terminal terminal)
    {
        var show = new Option<string>("--show") { Description = "The schema file to show the settings of.", HelpName = "FILE", Required = true };
        var format = new Option<string>("--format") { Description = "How the settings are written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var options = new CheckOptions();
        var command = new Command("config", "Shows every severity and option in force for a schema file, and where it comes from.") { show, format };
        options.AddSelectionTo(command);
        command.SetAction(result => Show(result.GetValue(show) ?? "", result.GetValue(format) == "json", options.Read(result), terminal));
        return command;
    }

    private static int Show(string path, bool asJson, CheckRequest request, Terminal terminal)
    {
        if (Directory.Exists(path))
            throw new UsageException($"`--show {path}` names a folder: settings are those of a file");
        var loaded = SchemaLoader.Load([path]);
        if (loaded.Schemas.Count == 0)
            throw new UsageException(loaded.Diagnostics.Select(diagnostic => diagnostic.Message).FirstOrDefault() ?? $"`{path}` cannot be read");
        var options = new LintOptions
        {
            Preset = request.Preset,
            PrismaVersion = request.PrismaVersion,
            Configuration = CheckRun.Configure(request, loaded.Schemas),
        };
        var schema = loaded.Schemas[0];
        var linted = Linter.Lint(schema, options).Schemas[0];
        var report = new SettingsReport(schema.Files[0].Path, options, linted.PrismaVersion);
        terminal.Output.Write(asJson ? report.WriteJson() : report.WriteText());

        var problems = options.Configuration.Diagnostics;
        foreach (var problem in problems)
            terminal.Error(problem.Id == ConfigurationDescriptors.UnreadableInput.Id ? problem.Message : MSBuildReport.Line(problem));
        return problems.Count > 0 ? ExitCode.Error : ExitCode.Clean;
    }
}
