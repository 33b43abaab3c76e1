using System;
using System.Globalization;

namespace PrismaLint.MSBuild;

/// <summary>
/// A hash of 128 bits that tells contents apart where nobody means harm. A cryptographic one would cost a build in which
/// nothing changed 5 ms, to load the system's library.
/// </summary>
internal sealed class ContentHash
{
    private ulong _first = 0x9E3779B97F4A7C15;
    private ulong _second = 0xC2B2AE3D27D4EB4F;

    // The length goes first, so that parts cannot flow into each other.
    public void Add(byte[] content)
    {
        Add(content.Length);
        var i = 0;
        for (; i + 8 <= content.Length; i += 8)
            Mix(BitConverter.ToUInt64(content, i));
        ulong rest = 0;
        for (; i < content.Length; i++)
            rest = (rest << 8) | content[i];
        Mix(rest);
    }

    public void Add(string text)
    {
        Add(text.Length);
        foreach (var c in text)
            Mix(c);
    }

    public void Add(int number) => Mix(unchecked((ulong)number));

    public override string ToString() =>
        _first.ToString("x16", CultureInfo.InvariantCulture) + _second.ToString("x16", CultureInfo.InvariantCulture);

    // Each step can be undone, for a known state as for a known value: no difference is lost on the way.
    private void Mix(ulong value)
    {
        unchecked
        {
            _first = (_first ^ value) * 0xFF51AFD7ED558CCD;
            _first ^= _first >> 32;
            _second = (((_second << 23) | (_second >> 41)) + value) * 0xC4CEB9FE1A85EC53;
            _second ^= _second >> 29;
        }
    }
}
