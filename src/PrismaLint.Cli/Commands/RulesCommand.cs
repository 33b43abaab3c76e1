using System.CommandLine;
using PrismaLint.Cli.Output;
using PrismaLint.Reporting;

namespace PrismaLint.Cli.Commands;

/// <summary><c>prismalint rules</c>: everything there is to find.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        var format = new Option<string>("--format") { Description = "How the list is written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new Command("rules", "Lists the rules: id, name, severity, preset, fix.") { format };
        command.SetAction(result =>
        {
            terminal.Output.Write(result.GetValue(format) switch
            {
                "json" => RuleListReport.WriteJson(),
                "markdown" => RulePages.WriteIndex(),
                _ => RuleListReport.WriteText(),
            });
            return ExitCode.Clean;
        });
        return command;
    }
}
