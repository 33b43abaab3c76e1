using System.CommandLine;
using PrismaLint.Cli.Output;

namespace PrismaLint.Cli.Commands;

/// <summary><c>prismalint check</c>: schemas in, findings out.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new CheckOptions();
        var command = new Command("check", "Checks schemas and reports what is wrong or could be better.");
        options.AddTo(command);
        command.SetAction(result => new CheckRun(options.Read(result), terminal).Run());
        return command;
    }
}
