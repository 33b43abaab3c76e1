using System;
using System.IO;
using System.Text;

namespace PrismaLint.Cli.Output;

/// <summary>Writes files as the tool does: UTF-8 without byte order mark.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file, over one that is there; <see langword="false"/> where that cannot be.</summary>
    public static bool TryWrite(string path, string text)
    {
        try
        {
            File.WriteAllBytes(path, Utf8.GetBytes(text));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
