using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>
/// Brings two readings of a broken schema together: ours, which goes on behind a lost brace as if it stood there, and Prisma's,
/// which takes what follows for something else and refuses line after line of it. The lines reported are Prisma's; where both
/// readings refuse a line, ours says why, and what only Prisma's refuses is a consequence of the mistake that it misread.
/// </summary>
internal static class LiteralReading
{
    public static IReadOnlyList<Diagnostic> Merge(IReadOnlyList<SyntaxTree> trees, IReadOnlyList<Diagnostic> ours, IReadOnlyList<Diagnostic> literal)
    {
        var known = ours.ToLookup(LineOf);
        var refused = new HashSet<(string, int, DiagnosticSeverity)>(literal.Select(LineOf));
        var causes = trees.SelectMany(tree => tree.Recoveries).Where(cause => refused.Contains(LineOf(cause))).ToArray();
        var merged = new List<Diagnostic>();
        var consequences = new Dictionary<Diagnostic, (Diagnostic First, int Lines)>();
        var seen = new HashSet<(string Path, int Line, DiagnosticSeverity Severity)>();
        foreach (var diagnostic in literal)
        {
            var line = LineOf(diagnostic);
            if (known.Contains(line))
            {
                if (seen.Add(line))
                    merged.AddRange(known[line]);
                continue;
            }
            if (CauseOf(diagnostic, causes) is not { } cause)
            {
                merged.Add(diagnostic);
                continue;
            }
            var consequence = diagnostic with
            {
                IsConsequence = true,
                Fixes = [],
                Related = [new RelatedLocation(cause.Location, $"This goes away with {cause.Descriptor.Id} here"), .. diagnostic.Related],
            };
            merged.Add(consequence);
            var sofar = consequences.TryGetValue(cause, out var counted) ? counted : (First: consequence, Lines: 0);
            consequences[cause] = (sofar.First, sofar.Lines + (seen.Add(line) ? 1 : 0));
        }
        return
        [
            .. merged.Select(diagnostic => consequences.TryGetValue(diagnostic, out var counted)
                ? diagnostic.WithRelated(counted.First.Location, Tell(counted.Lines))
                : diagnostic),
        ];
    }

    private static string Tell(int lines) => lines == 1
        ? "Prisma refuses this line too, because of it"
        : FormattableString.Invariant($"Prisma refuses this line and {lines - 1} more because of it");

    // The nearest mistake above, else the nearest of all: a type that was swallowed may be missing in any file.
    private static Diagnostic? CauseOf(Diagnostic diagnostic, Diagnostic[] causes) =>
        causes.LastOrDefault(cause => cause.Location.Path == diagnostic.Location.Path && cause.Location.Span.Start <= diagnostic.Location.Span.Start)
            ?? causes.FirstOrDefault(cause => cause.Location.Path == diagnostic.Location.Path)
            ?? causes.FirstOrDefault();

    private static (string Path, int Line, DiagnosticSeverity Severity) LineOf(Diagnostic diagnostic) =>
        (diagnostic.Location.Path, diagnostic.Location.Start.Line, diagnostic.Severity);
}
