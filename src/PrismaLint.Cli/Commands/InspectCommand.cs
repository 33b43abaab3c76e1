using System.CommandLine;
using PrismaLint.Cli.Output;

namespace PrismaLint.Cli.Commands;

/// <summary><c>prismalint inspect</c>: schemas and a live database in, findings out.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new InspectOptions();
        var command = new Command(
            "inspect", "Checks schemas together with their PostgreSQL database: what `check` finds, and what only the database shows. Reads catalogs and statistics in one read-only transaction, no row of a table.");
        options.AddTo(command);
        command.SetAction(result =>
        {
            var inspection = new Inspection(options.Read(result), terminal);
            return options.PrintsRoleSql(result) ? inspection.PrintRoleSql() : new CheckRun(options.ReadRun(result), terminal, inspection).Run();
        });
        return command;
    }
}
