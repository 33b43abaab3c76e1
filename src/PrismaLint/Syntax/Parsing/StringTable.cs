using System;

namespace PrismaLint.Syntax.Parsing;

/// <summary>Gives equal pieces of text one string: names and types repeat hundreds of times in a schema.</summary>
internal sealed class StringTable
{
    private (int Hash, string? Text)[] _entries = new (int, string?)[256];
    private int _count;

    public string Intern(string text, int start, int end)
    {
        var hash = Hash(text, start, end);
        var index = hash & (_entries.Length - 1);
        while (_entries[index].Text is { } known)
        {
            if (_entries[index].Hash == hash && known.Length == end - start && string.CompareOrdinal(known, 0, text, start, end - start) == 0)
                return known;
            index = (index + 1) & (_entries.Length - 1);
        }
        var added = text.Substring(start, end - start);
        _entries[index] = (hash, added);
        if (++_count * 2 > _entries.Length)
            Grow();
        return added;
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new (int, string?)[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry.Text is null)
                continue;
            var index = entry.Hash & (_entries.Length - 1);
            while (_entries[index].Text is not null)
                index = (index + 1) & (_entries.Length - 1);
            _entries[index] = entry;
        }
    }

    // FNV-1a. Names in a schema are not chosen by an attacker of the build; the multiplication at the end spreads the rest.
    private static int Hash(string text, int start, int end)
    {
        var hash = 2166136261u;
        for (var i = start; i < end; i++)
            hash = (hash ^ text[i]) * 16777619u;
        return (int)((hash ^ (hash >> 15)) * 0x85EBCA6Bu >> 1);
    }
}
