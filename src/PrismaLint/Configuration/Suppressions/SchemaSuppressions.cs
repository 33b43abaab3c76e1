using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Suppressions;

/// <summary>The suppression comments of a schema's files.</summary>
internal sealed class SchemaSuppressions
{
    private readonly Dictionary<SourceText, SuppressionMap> _maps = [];

    private SchemaSuppressions()
    {
    }

    /// <summary>Reads the comments; what is wrong in them goes to <paramref name="diagnostics"/> (PL0012).</summary>
    public static SchemaSuppressions Read(IEnumerable<SyntaxTree> trees, LintConfiguration configuration, List<Diagnostic> diagnostics)
    {
        var suppressions = new SchemaSuppressions();
        foreach (var tree in trees.Where(tree => SuppressionReader.MayHold(tree.Source)))
        {
            var options = configuration.GetOptions(tree.Source.Path);
            var requireReason = options.TryGetValue(ConfigurationOptions.RequireReason, out var value) && value is true;
            suppressions._maps[tree.Source] = new SuppressionReader(tree, requireReason, configuration.FindRc(tree.Source.Path), diagnostics).Read();
        }
        return suppressions;
    }

    /// <summary>The finding, marked if a comment hides it. What Prisma itself refuses cannot be hidden.</summary>
    /// <param name="diagnostic">The finding with the severity that it was made with.</param>
    public Diagnostic Apply(Diagnostic diagnostic)
    {
        if (_maps.Count == 0 || IsRefusal(diagnostic))
            return diagnostic;
        Suppression? first = null;
        foreach (var location in diagnostic.Related.Select(related => related.Location).Prepend(diagnostic.Location))
        {
            if (!_maps.TryGetValue(location.Source, out var map))
                continue;
            foreach (var suppression in map.Reaching(location.Span.Start, isRelated: location != diagnostic.Location))
            {
                if (suppression.Hide(diagnostic))
                    first ??= suppression;
            }
        }
        return first is null ? diagnostic : diagnostic with { IsSuppressed = true, SuppressionReason = first.Reason };
    }

    /// <summary>The suppressions that hid nothing, each as a finding (PL0013) with its removal. Ask last.</summary>
    /// <param name="hasRun">Whether the rule of that id was on for that file: of others nothing is known.</param>
    public IEnumerable<Diagnostic> FindUnused(Func<string, string, bool> hasRun)
    {
        foreach (var suppression in _maps.Values.SelectMany(map => map.All))
        {
            var path = suppression.Source.Path;
            if (suppression.HidesAll)
            {
                if (!suppression.IsUsed)
                    yield return Unused(suppression, suppression.Span, "This suppression hides nothing", Remove(suppression));
                continue;
            }
            // A name of prisma-lint may stand for two rules here: it has its use where one of them has.
            var names = suppression.Ids.GroupBy(id => id.Span).ToArray();
            var unused = names.Where(ids => ids.All(id => !id.IsUsed && hasRun(id.Id, path))).Select(ids => ids.First()).ToArray();
            var isAll = unused.Length == names.Length && !suppression.NamesUnknown;
            foreach (var id in unused)
            {
                var written = suppression.Source.ToString(id.Span);
                yield return Unused(suppression, id.Span, $"The suppression of `{written}` hides nothing", isAll ? Remove(suppression) : Remove(suppression, id));
            }
        }
    }

    private static bool IsRefusal(Diagnostic diagnostic) =>
        diagnostic.Descriptor.Category == DiagnosticCategory.Validity && diagnostic.Severity == DiagnosticSeverity.Error;

    private static Diagnostic Unused(Suppression suppression, TextSpan span, string message, TextEdit edit) =>
        ConfigurationDescriptors.UnusedSuppression
            .At(new Location(suppression.Source, span), message)
            .WithFix(CodeFix.Safe("Remove the suppression", edit));

    // With the whole line where the comment stands alone, else with the blanks before it.
    private static TextEdit Remove(Suppression suppression)
    {
        var text = suppression.Source.Content;
        var (start, end) = (suppression.Span.Start, suppression.Span.End);
        while (start > 0 && SyntaxFacts.IsBlank(text[start - 1]))
            start--;
        if ((start == 0 || SyntaxFacts.IsLineBreak(text[start - 1])) && end < text.Length)
            end += text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1;
        return TextEdit.Delete(suppression.Source, TextSpan.FromBounds(start, end));
    }

    // With the separator behind it, or for the last one the separator before it.
    private static TextEdit Remove(Suppression suppression, SuppressedId id)
    {
        var text = suppression.Source.Content;
        var (start, end) = (id.Span.Start, id.Span.End);
        while (end < suppression.Span.End && IsSeparator(text[end]))
            end++;
        if (end == suppression.Span.End || text[end] == ':')
        {
            end = id.Span.End;
            while (IsSeparator(text[start - 1]))
                start--;
        }
        return TextEdit.Delete(suppression.Source, TextSpan.FromBounds(start, end));
    }

    private static bool IsSeparator(char c) => c == ',' || SyntaxFacts.IsBlank(c);
}
