using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;
using System.Text;
using PrismaLint.Cli.Commands;
using PrismaLint.Cli.Output;

namespace PrismaLint.Cli;

internal static class Program
{
    public static int Main(string[] args)
    {
        using var terminal = new Terminal();
        try
        {
            return Run(args, terminal);
        }
        catch (UsageException exception)
        {
            terminal.Error(exception.Message);
            return ExitCode.Error;
        }
        catch (IOException exception)
        {
            // Among others: whoever read the output has gone.
            terminal.Error(exception.Message);
            return ExitCode.Error;
        }
    }

    private static int Run(string[] args, Terminal terminal)
    {
        var root = new RootCommand("Checks Prisma schemas: what Prisma refuses, and what a database or a team regrets later.")
        {
            CheckCommand.Create(terminal),
            InspectCommand.Create(terminal),
            RulesCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            ConfigCommand.Create(terminal),
            DiffCommand.Create(terminal),
            PlanCommand.Create(terminal),
        };
        // Files of arguments are read here: a line is an argument, whatever blanks it holds.
        var configuration = new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
        var arguments = ArgumentFile.Expand(args);
        if (arguments.Count == 0)
        {
            root.Parse(["--help"], configuration).Invoke(new InvocationConfiguration { Output = terminal.ErrorOutput, Error = terminal.ErrorOutput });
            return ExitCode.Error;
        }
        var result = root.Parse(arguments, configuration);
        if (result.Errors.Count > 0 && result.Action is ParseErrorAction or null)
        {
            // A word that is no command is missed as a command as well; once is enough.
            foreach (var error in result.Errors.Skip(result.Errors.Count > 1 && result.CommandResult.Command is RootCommand ? 1 : 0))
                terminal.Error(OneLine(error.Message));
            terminal.Note($"`{CommandPath(result)} --help` shows the usage");
            return ExitCode.Error;
        }
        return result.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = terminal.Output,
            Error = terminal.ErrorOutput,
        });
    }

    // The library lists the values of an option on lines of their own.
    private static string OneLine(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length < 2 ? message : lines[0] + " " + string.Join(", ", lines[1..]);
    }

    private static string CommandPath(ParseResult result)
    {
        var path = new StringBuilder("prismalint");
        if (result.CommandResult.Command is not RootCommand and var command)
            path.Append(' ').Append(command.Name);
        return path.ToString();
    }
}
