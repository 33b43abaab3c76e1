using System;
using System.Globalization;
using PrismaLint.Text;

namespace PrismaLint.Diagnostics;

/// <summary>A kind of finding: what its id, name and words are, whatever the schema.</summary>
/// <param name="id"><c>PL</c> and four digits; never used for anything else.</param>
/// <param name="name">Kebab-case name of the bad pattern, usable wherever the id is.</param>
public class DiagnosticDescriptor(string id, string name)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>One line that heads the page of the rule.</summary>
    public required string Title { get; init; }

    /// <summary>Composite format of the message; names of the schema stand in backticks. No full stop at the end.</summary>
    public string Message { get; init; } = "{0}";

    /// <summary>One of <see cref="DiagnosticCategory"/>.</summary>
    public required string Category { get; init; }

    /// <summary>Severity where nothing is configured and the preset has the rule on.</summary>
    public DiagnosticSeverity DefaultSeverity { get; init; } = DiagnosticSeverity.Warning;

    public Diagnostic At(Location location, params object[] arguments) =>
        new(this, location, arguments.Length == 0 ? Message : string.Format(CultureInfo.InvariantCulture, Message, arguments));

    public override string ToString() => $"{Id} {Name}";
}
