using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary>What a check sees of the schema, and where it reports.</summary>
internal sealed class ValidationContext(SemanticModel schema)
{
    // A schema full of unknown names must not cost more than its length: past this many comparisons nothing is suggested.
    private const int MaxComparisons = 100_000;

    private readonly List<Diagnostic> _diagnostics = [];
    private int _comparisons;

    public SemanticModel Schema { get; } = schema;

    public ConnectorFacts Connector { get; } = schema.Connector;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>An error was found, by any stage. Warnings do not count.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Takes over what parsing found.</summary>
    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        _diagnostics.Add(diagnostic);
    }

    /// <summary>Reports on a symbol; an error marks its block.</summary>
    /// <param name="check">The check that speaks.</param>
    /// <param name="symbol">The block, field or value that the finding is about.</param>
    /// <param name="location">The smallest thing to change, on the line where Prisma's own span starts.</param>
    /// <param name="message">One sentence without a full stop, names in backticks.</param>
    /// <param name="fix">A repair, where one is obvious.</param>
    /// <param name="related">The other place concerned: the first of two equal names.</param>
    /// <param name="otherFix">A second repair, where two are as obvious.</param>
    public void Report(
        ValidationCheck check, Symbol symbol, Location location, string message, CodeFix? fix = null, RelatedLocation? related = null, CodeFix? otherFix = null) =>
        Report(check, symbol.DisplayName, BlockOf(symbol), location, message, fix, related, otherFix);

    /// <summary>Reports on something that is no symbol.</summary>
    /// <param name="check">The check that speaks.</param>
    /// <param name="schemaObject">How the finding calls what it is about.</param>
    /// <param name="block">The block to mark, if any.</param>
    /// <param name="location">The smallest thing to change, on the line where Prisma's own span starts.</param>
    /// <param name="message">One sentence without a full stop, names in backticks.</param>
    /// <param name="fix">A repair, where one is obvious.</param>
    /// <param name="related">The other place concerned: the first of two equal names.</param>
    /// <param name="otherFix">A second repair, where two are as obvious.</param>
    public void Report(
        ValidationCheck check,
        string? schemaObject,
        BlockSymbol? block,
        Location location,
        string message,
        CodeFix? fix = null,
        RelatedLocation? related = null,
        CodeFix? otherFix = null)
    {
        if (block is not null && check.Severity == DiagnosticSeverity.Error)
            block.HasErrors = true;
        Add(new Diagnostic(check.Family, location, message)
        {
            Detail = check.Detail,
            Object = schemaObject,
            Severity = check.Severity,
            Fixes = fix is null && otherFix is null ? [] : [.. new[] { fix, otherFix }.OfType<CodeFix>()],
            Related = related is null ? [] : [related],
        });
    }

    /// <summary>The candidate that the name is probably a slip of; <see langword="null"/> where none is near.</summary>
    public NearName? Nearest(string name, IReadOnlyCollection<string> candidates) =>
        MayCompare(candidates.Count) && NearestName.Find(name, candidates, out var isSure) is { } text ? new NearName(text, isSure) : null;

    /// <summary>Asks whether names may still be compared, and counts the comparisons.</summary>
    public bool MayCompare(int count)
    {
        _comparisons = _comparisons > MaxComparisons ? _comparisons : _comparisons + count;
        return _comparisons <= MaxComparisons;
    }

    /// <summary>A fix that writes the near name in place of the misspelt one; none where there is no near name.</summary>
    public static CodeFix? Respell(SyntaxTree tree, SyntaxToken name, NearName? nearest) => nearest is null
        ? null
        : Respell(tree, name.Span, name.Text, nearest, nearest.Text);

    /// <summary>The same for a name in quotes.</summary>
    public static CodeFix? Respell(SyntaxTree tree, LiteralExpressionSyntax name, NearName? nearest) => nearest is null
        ? null
        : Respell(tree, name.Span, name.Value, nearest, SyntaxFacts.EncodeString(nearest.Text));

    // Unsafe where something else may be meant.
    private static CodeFix Respell(SyntaxTree tree, TextSpan span, string name, NearName nearest, string text) => new(
        $"Replace `{name}` with `{nearest}`", nearest.IsSure ? FixSafety.Safe : FixSafety.Unsafe, [new TextEdit(tree.Source, span, text)]);

    /// <summary>The end of a message that offers a near name.</summary>
    public static string Hint(NearName? nearest) => nearest is null ? "" : $"; did you mean `{nearest}`?";

    private static BlockSymbol? BlockOf(Symbol symbol) => symbol switch
    {
        BlockSymbol block => block,
        FieldSymbol field => field.Owner,
        EnumValueSymbol value => value.Owner,
        _ => null,
    };
}
