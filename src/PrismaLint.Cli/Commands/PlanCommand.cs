using System.CommandLine;
using PrismaLint.Cli.Output;

namespace PrismaLint.Cli.Commands;

/// <summary><c>prismalint plan</c>: the architecture plan of a schema.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new PlanOptions();
        var command = new Command(
            "plan", "Writes the architecture plan of a schema: design, queries, performance, security, migration, tests, from the schema, the database and what the team knows.");
        options.AddTo(command);
        command.SetAction(result =>
        {
            var request = options.Read(result);
            var inspection = options.ReadInspection(result) is { } database ? new Inspection(database, terminal) : null;
            return new PlanRun(request, terminal, inspection).Run();
        });
        return command;
    }
}
