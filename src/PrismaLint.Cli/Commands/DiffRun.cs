using System;
using System.IO;
using System.Linq;
using PrismaLint.Cli.Output;
using PrismaLint.Loading;
using PrismaLint.Reporting;

namespace PrismaLint.Cli.Commands;

/// <summary>One run of <c>diff</c>: load both schemas, compare, write, judge.</summary>
internal sealed class DiffRun(DiffRequest request, Terminal terminal)
{
    /// <summary>Why a path must hold one schema.</summary>
    public const string Need = "`diff` compares one";

    public int Run()
    {
        var (old, next) = Load();
        var comparison = SchemaComparison.Compare(old, next, request.PrismaVersion);
        if (!comparison.AreOfOneLanguage)
            throw new UsageException($"`{old.Path}` and `{next.Path}` cannot be compared: one is a schema and the other a Prisma 8 contract");
        if (comparison.Errors.Count > 0)
        {
            foreach (var error in comparison.Errors)
                terminal.Error(MSBuildReport.Line(error));
            terminal.Note("A schema that Prisma refuses cannot be compared: `prismalint check` tells more");
            return ExitCode.Error;
        }
        if (!Write(comparison))
            return ExitCode.Error;
        return request.FailOn is { } least && comparison.Changes.Any(change => change.Class >= least) ? ExitCode.Findings : ExitCode.Clean;
    }

    private (SchemaSource Old, SchemaSource New) Load()
    {
        if (request.Since is { } reference)
        {
            if (request.Paths.Count > 1)
                throw new UsageException("`--since` takes the old schema from git, so there is one PATH at most");
            var path = request.Paths.Count == 0 ? "." : request.Paths[0];
            return (GitSchema.Load(reference, path), One(path));
        }
        if (request.Paths.Count != 2)
            throw new UsageException("`diff` compares two schemas: `diff OLD NEW`, or `diff [PATH] --since REF`");
        return (One(request.Paths[0]), One(request.Paths[1]));
    }

    private static SchemaSource One(string path) => SchemaInput.One(SchemaLoader.Load([path]), path, Need);

    private bool Write(SchemaComparison comparison)
    {
        switch (request.Format)
        {
            case "json":
                return WriteOut(DiffJsonReport.Write(comparison, ToolVersion.Text));
            case "markdown":
                return WriteOut(DiffMarkdownReport.Write(comparison));
            default:
                return WriteText(comparison);
        }
    }

    private bool WriteText(SchemaComparison comparison)
    {
        var isWritten = true;
        if (request.OutputFile is not null)
        {
            using var text = new StringWriter();
            new DiffText(new PlainSink(text)).Write(comparison);
            isWritten = WriteOut(text.ToString());
        }
        else
        {
            new DiffText(Sink(terminal.Output, Console.IsOutputRedirected)).Write(comparison);
            terminal.Output.Flush();
        }
        DiffText.WriteSummary(comparison, Sink(terminal.ErrorOutput, Console.IsErrorRedirected));
        return isWritten;
    }

    private ITextSink Sink(TextWriter writer, bool isRedirected) =>
        request.AllowsColor && Terminal.ShowsColors(isRedirected) ? new ColorSink(writer) : new PlainSink(writer);

    private bool WriteOut(string text)
    {
        if (request.OutputFile is not { } path)
        {
            terminal.Output.Write(text);
            return true;
        }
        if (TextFile.TryWrite(path, text))
            return true;
        terminal.Error($"`{path}` cannot be written");
        return false;
    }
}
