using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Diagnostics;

/// <summary>A repair as text edits.</summary>
/// <param name="Title">Imperative, without a full stop.</param>
/// <param name="Safety">Whether <c>--fix</c> may apply it unasked.</param>
/// <param name="Edits">Edits that do not overlap each other.</param>
public sealed record CodeFix(string Title, FixSafety Safety, IReadOnlyList<TextEdit> Edits)
{
    public static CodeFix Safe(string title, params TextEdit[] edits) => new(title, FixSafety.Safe, edits);

    public static CodeFix Unsafe(string title, params TextEdit[] edits) => new(title, FixSafety.Unsafe, edits);
}
