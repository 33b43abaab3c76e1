using System.CommandLine;
using PrismaLint.Cli.Output;
using PrismaLint.Migrations.Diff;
using PrismaLint.Semantics;

namespace PrismaLint.Cli.Commands;

/// <summary><c>prismalint diff OLD NEW</c>: what changes between two schemas, what it does to a database in use, and how to bring it in.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "The old and the new schema, each a file or a folder; with `--since` the new one alone, by default the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var since = new Option<string?>("--since") { Description = "Takes the old schema from git, as it is at that commit, branch or tag.", HelpName = "REF" };
        var format = Choice("--format", "How the changes are written.", "text", "text", "json", "markdown");
        var output = new Option<string?>("--output") { Description = "Writes the changes into a file.", HelpName = "FILE" };
        var failOn = Choice("--fail-on", "The least class that gives exit code 1.", "never", "care", "breaking", "data-loss", "never");
        var version = Choice("--prisma-version", "The line of Prisma to follow.", "auto", "auto", "6", "7", "8");
        var noColor = new Option<bool>("--no-color") { Description = "Writes without colours, as with NO_COLOR in the environment." };
        var command = new Command("diff", "Tells what a change of the schema does to a database in use, and the safe steps to bring it in.")
        {
            paths, since, format, output, failOn, version, noColor,
        };
        command.SetAction(result => new DiffRun(
            new DiffRequest
            {
                Paths = result.GetValue(paths) ?? [],
                Since = result.GetValue(since),
                Format = result.GetValue(format) ?? "text",
                OutputFile = result.GetValue(output),
                FailOn = result.GetValue(failOn) switch
                {
                    "care" => ChangeClass.Care,
                    "breaking" => ChangeClass.Breaking,
                    "data-loss" => ChangeClass.DataLoss,
                    _ => null,
                },
                PrismaVersion = result.GetValue(version) switch
                {
                    "6" => PrismaVersion.V6,
                    "7" => PrismaVersion.V7,
                    "8" => PrismaVersion.V8,
                    _ => PrismaVersion.Unknown,
                },
                AllowsColor = !result.GetValue(noColor),
            },
            terminal).Run());
        return command;
    }

    private static Option<string> Choice(string name, string description, string byDefault, params string[] choices)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => byDefault };
        option.AcceptOnlyFromAmong(choices);
        return option;
    }
}
