using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using PrismaLint.Cli.Output;
using PrismaLint.Configuration;
using PrismaLint.Reporting;

namespace PrismaLint.Cli.Commands;

/// <summary><c>prismalint explain ID</c>: the page of a rule.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Id or name of a rule: `PL3001` or `foreign-key-without-index`." };
        var format = new Option<string>("--format") { Description = "How the page is written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown");
        var command = new Command("explain", "Shows the page of a rule: why, examples, options, fix.") { id, format };
        command.SetAction(result => Explain(result.GetValue(id) ?? "", result.GetValue(format) == "markdown", terminal));
        return command;
    }

    private static int Explain(string id, bool asMarkdown, Terminal terminal)
    {
        if (RulePages.Find(id) is not { } page)
        {
            var near = Near(id).ToArray();
            terminal.Error($"No rule is called `{id}`{(near.Length == 0 ? "" : "; near: " + string.Join(", ", near.Select(name => $"`{name}`")))}");
            return ExitCode.Error;
        }
        if (asMarkdown)
            terminal.Output.Write(page);
        else
            new MarkdownView(Terminal.ShowsColors(Console.IsOutputRedirected) ? new ColorSink(terminal.Output) : new PlainSink(terminal.Output)).Write(page);
        return ExitCode.Clean;
    }

    // The likeliest spelling, names that hold the word, and for an id its neighbours in number.
    private static IEnumerable<string> Near(string id)
    {
        IEnumerable<string?> nearest = [DiagnosticCatalog.FindNearest(id)];
        var holding = id.Length < 3 ? [] : DiagnosticCatalog.All
            .Where(descriptor => descriptor.Name.Contains(id, StringComparison.OrdinalIgnoreCase))
            .Select(descriptor => descriptor.Name);
        var neighbours = id.Length < 4 ? [] : DiagnosticCatalog.All
            .Where(descriptor => descriptor.Id.StartsWith(id[..(id.Length - 1)], StringComparison.OrdinalIgnoreCase))
            .Select(descriptor => descriptor.Id);
        return nearest.OfType<string>().Concat(holding).Concat(neighbours).Distinct(StringComparer.Ordinal).Take(4);
    }
}
