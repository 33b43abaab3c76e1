using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Sql;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Suppressions;

/// <summary>
/// The comments of a migration that hide findings: <c>-- prismalint-ignore PL9001: reason</c> for the next statement or the one it stands in,
/// <c>-- prismalint-ignore-file</c>, and squawk's <c>-- squawk-ignore</c> and <c>-- squawk-ignore-file</c>.
/// </summary>
internal sealed class MigrationSuppressions
{
    private const string Own = "prismalint-ignore";
    private const string Squawk = "squawk-ignore";

    private readonly List<Entry> _entries = [];

    private sealed record Entry(Location Comment, TextSpan? Reach, IReadOnlyList<string> Ids, string? Reason, bool IsOwn)
    {
        public bool IsUsed { get; set; }
    }

    public static MigrationSuppressions Read(SqlScript script, List<Diagnostic> problems)
    {
        var suppressions = new MigrationSuppressions();
        var text = script.Source.Content;
        if (!text.Contains(Own, StringComparison.Ordinal) && !text.Contains(Squawk, StringComparison.Ordinal))
            return suppressions;
        foreach (var span in script.Comments)
            suppressions.Read(script, span, problems);
        return suppressions;
    }

    /// <summary>The finding, marked if a comment hides it.</summary>
    public Diagnostic Apply(Diagnostic diagnostic)
    {
        Entry? first = null;
        foreach (var entry in _entries.Where(entry => entry.Reach is not { } reach || reach.Contains(diagnostic.Location.Span.Start)))
        {
            if (entry.Ids.Count > 0 && !entry.Ids.Contains(diagnostic.Id))
                continue;
            entry.IsUsed = true;
            first ??= entry;
        }
        return first is null ? diagnostic : diagnostic with { IsSuppressed = true, SuppressionReason = first.Reason };
    }

    /// <summary>Our own comments that hid nothing (PL0013). Ask last.</summary>
    /// <param name="hasRun">Whether the rule of that id was on.</param>
    public IEnumerable<Diagnostic> FindUnused(Func<string, bool> hasRun) =>
        _entries.Where(entry => entry is { IsOwn: true, IsUsed: false } && entry.Ids.All(hasRun))
            .Select(entry => ConfigurationDescriptors.UnusedSuppression.At(entry.Comment, "This suppression hides nothing"));

    private void Read(SqlScript script, TextSpan span, List<Diagnostic> problems)
    {
        var content = script.Source.ToString(span).TrimStart('-', '/', '*', ' ', '\t');
        var isOwn = content.StartsWith(Own, StringComparison.Ordinal);
        if (!isOwn && !content.StartsWith(Squawk, StringComparison.Ordinal))
            return;
        var rest = content.Substring(isOwn ? Own.Length : Squawk.Length).TrimEnd('*', '/', ' ', '\t', '\r');
        var isFile = rest.StartsWith("-file", StringComparison.Ordinal);
        if (isFile)
            rest = rest.Substring(5);
        var colon = isOwn ? rest.IndexOf(':') : -1;
        var reason = colon < 0 ? null : rest.Substring(colon + 1).Trim();
        var ids = new List<string>();
        var names = (colon < 0 ? rest : rest.Remove(colon)).Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            if (!isOwn)
                ids.AddRange(SquawkNames.IdsOf(name));
            else if (DiagnosticCatalog.Find(name) is { } descriptor)
                ids.Add(descriptor.Id);
            else
                problems.Add(ConfigurationDescriptors.ConfigurationProblem.At(script.LocationOf(span), $"No rule has the id or name `{name}`"));
        }
        // A comment that names only what nobody here knows hides nothing.
        if (names.Length > 0 && ids.Count == 0)
            return;
        _entries.Add(new Entry(script.LocationOf(span), isFile ? null : ReachOf(script, span), ids, reason is { Length: > 0 } ? reason : null, isOwn));
    }

    // The statement that the comment stands in, or on whose line it ends, else the next one.
    private static TextSpan ReachOf(SqlScript script, TextSpan comment)
    {
        var line = script.Source.GetLinePosition(comment.Start).Line;
        var around = script.Statements.LastOrDefault(statement =>
            statement.Span.Start < comment.Start && (statement.Span.End > comment.Start || script.Source.GetLinePosition(statement.Span.End).Line == line));
        var next = around ?? script.Statements.FirstOrDefault(statement => statement.Span.Start >= comment.End);
        return next?.Span ?? new TextSpan(comment.End, 0);
    }
}
