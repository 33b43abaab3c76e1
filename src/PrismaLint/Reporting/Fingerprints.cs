using System.Collections.Generic;
using System.Globalization;
using PrismaLint.Diagnostics;

namespace PrismaLint.Reporting;

/// <summary>
/// Names findings so that they are known again when lines move: by id, file, object and message, and a number among equal ones.
/// </summary>
public sealed class Fingerprints
{
    private readonly Dictionary<ulong, int> _seen = [];

    /// <param name="diagnostic">The finding.</param>
    /// <param name="path">Its file, by a path that is the same on every machine.</param>
    public string Of(Diagnostic diagnostic, string path)
    {
        // FNV-1a: stable over runtimes and machines, which `GetHashCode` is not.
        var hash = 14695981039346656037UL;
        Add(diagnostic.Id);
        Add(path);
        Add(diagnostic.Object ?? "");
        Add(diagnostic.Detail ?? "");
        Add(diagnostic.Message);
        _seen.TryGetValue(hash, out var count);
        _seen[hash] = count + 1;
        return hash.ToString("x16", CultureInfo.InvariantCulture) + ":" + (count + 1).ToString(CultureInfo.InvariantCulture);

        void Add(string part)
        {
            foreach (var c in part)
                hash = unchecked((hash ^ c) * 1099511628211UL);
            hash = unchecked((hash ^ 0xFFFF) * 1099511628211UL);
        }
    }
}
