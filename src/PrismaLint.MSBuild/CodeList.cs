using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.MSBuild;

/// <summary>A list of codes as build properties hold it: <c>CS1591;PL3001, foreign-key-without-index</c>.</summary>
internal sealed class CodeList
{
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    private readonly HashSet<string> _codes;

    private CodeList(IEnumerable<string> codes) => _codes = new HashSet<string>(codes, StringComparer.OrdinalIgnoreCase);

    /// <summary>The codes, sorted, in capitals.</summary>
    public IEnumerable<string> Codes => _codes.Select(code => code.ToUpperInvariant()).OrderBy(code => code, StringComparer.Ordinal);

    public static CodeList Parse(string? list) =>
        new((list ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether the list has the id or the name of a rule.</summary>
    public bool Names(string id, string name) => _codes.Contains(id) || _codes.Contains(name);
}
