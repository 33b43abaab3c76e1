using System.IO;
using PrismaLint.Cli.Output;
using PrismaLint.Loading;
using PrismaLint.Planning;
using PrismaLint.Reporting;

namespace PrismaLint.Cli.Commands;

/// <summary>One run of <c>plan</c>: load, plan, write.</summary>
internal sealed class PlanRun(PlanRunRequest request, Terminal terminal)
{
    public int Run()
    {
        var schema = SchemaInput.One(SchemaLoader.Load([request.Path]), request.Path, "a plan is made of one");
        var options = new LintOptions { Configuration = ConfigurationLoader.Load([schema], []) };
        var result = Planner.Create(new PlanRequest(schema) { Options = options, Sections = request.Sections });
        foreach (var error in result.Errors)
            terminal.Error(MSBuildReport.Line(error));
        if (result.Document is not { } document)
            return ExitCode.Error;
        var text = PlanMarkdown.Write(document);
        if (request.OutputFile is { } file)
            File.WriteAllText(file, text);
        else
            terminal.Output.Write(text);
        return ExitCode.Clean;
    }
}
