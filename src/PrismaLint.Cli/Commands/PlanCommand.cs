using System.CommandLine;
using PrismaLint.Cli.Output;

namespace PrismaLint.Cli.Commands;

/// <summary><c>prismalint plan</c>: the architecture plan of a schema.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = "A schema file or folder. Default: the current folder.", DefaultValueFactory = _ => "." };
        var sections = new Option<int[]>("--section") { Description = "Writes that section alone, 1 to 8. Repeatable.", HelpName = "N" };
        var output = new Option<string?>("--output") { Description = "Writes the plan into a file.", HelpName = "FILE" };
        var command = new Command("plan", "Writes the architecture plan of a schema.") { path, sections, output };
        command.SetAction(result => new PlanRun(
            new PlanRunRequest { Path = result.GetValue(path) ?? ".", Sections = result.GetValue(sections) ?? [], OutputFile = result.GetValue(output) },
            terminal).Run());
        return command;
    }
}
