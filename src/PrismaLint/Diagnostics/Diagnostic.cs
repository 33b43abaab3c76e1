using System;
using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Diagnostics;

/// <summary>One finding at one place.</summary>
public sealed record Diagnostic
{
    internal Diagnostic(DiagnosticDescriptor descriptor, Location location, string message)
    {
        Descriptor = descriptor;
        Location = location;
        // A message may quote what was found, and what was found may be a connection URL.
        Message = SecretText.Mask(message);
        Severity = descriptor.DefaultSeverity;
    }

    public DiagnosticDescriptor Descriptor { get; }

    public string Id => Descriptor.Id;

    public DiagnosticSeverity Severity { get; init; }

    public Location Location { get; init; }

    public string Message { get; init; }

    /// <summary>Name of the single check within a family (<c>PL0001</c>–<c>PL0011</c>, live rules); otherwise <see langword="null"/>.</summary>
    public string? Detail { get; init; }

    /// <summary><c>Model</c>, <c>Model.field</c>, <c>Enum.VALUE</c>, <c>Model(a,b)</c>, <c>datasource name</c>, <c>generator name</c>.</summary>
    public string? Object { get; init; }

    /// <summary>Hidden by a suppression in the file or by a baseline; still listed in JSON and SARIF.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>It is a baseline that hides it: <see cref="IsSuppressed"/> holds too.</summary>
    public bool IsInBaseline { get; init; }

    /// <summary>The reason given with the suppression, if any.</summary>
    public string? SuppressionReason { get; init; }

    /// <summary>
    /// Prisma refuses this line only because of another mistake, the first of <see cref="Related"/>: it goes away with that one.
    /// JSON lists it; what people read does not.
    /// </summary>
    public bool IsConsequence { get; init; }

    /// <summary>
    /// A matter of running the database, which no change of the schema settles: shown in a section of its own, and no reason for a
    /// build to fail unless its severity was configured (<see cref="IsSeverityConfigured"/>).
    /// </summary>
    public bool IsOperational { get; init; }

    /// <summary>Configuration names the severity of this kind of finding, for it alone or for a category.</summary>
    public bool IsSeverityConfigured { get; init; }

    /// <summary>
    /// The ids of rules that say the same from the schema alone: at the line of this finding theirs are left out, since this one has the
    /// database's word for it.
    /// </summary>
    public IReadOnlyList<string> Supersedes { get; init; } = Array.Empty<string>();

    /// <summary>It counts when a host decides whether a run has failed.</summary>
    public bool MayFail => !IsOperational || IsSeverityConfigured;

    /// <summary>The severity where a build or a pull request shows it: what may not fail is a suggestion at most.</summary>
    public DiagnosticSeverity SeverityInBuilds => MayFail || Severity < DiagnosticSeverity.Suggestion ? Severity : DiagnosticSeverity.Suggestion;

    /// <summary>The rule of prisma-lint that asks for it, where several are one here.</summary>
    internal string? Origin { get; init; }

    public IReadOnlyList<RelatedLocation> Related { get; init; } = Array.Empty<RelatedLocation>();

    public IReadOnlyList<CodeFix> Fixes { get; init; } = Array.Empty<CodeFix>();

    public Diagnostic On(string schemaObject) => this with { Object = schemaObject };

    public Diagnostic WithFix(CodeFix? fix) => fix is null ? this : this with { Fixes = [.. Fixes, fix] };

    public Diagnostic WithRelated(Location location, string message) =>
        this with { Related = [.. Related, new RelatedLocation(location, message)] };
}
