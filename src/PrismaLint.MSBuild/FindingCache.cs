using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using PrismaLint.Diagnostics;

namespace PrismaLint.MSBuild;

/// <summary>
/// The result of a run in a file, so that a build in which nothing changed shows the same findings without a run. A file that
/// cannot be read is no file; one that cannot be written costs the next build a run.
/// </summary>
internal static class FindingCache
{
    private const string Format = "PrismaLint findings 2";

    public static CachedRun? Read(string path)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)), Encoding.UTF8);
            if (reader.ReadString() != Format)
                return null;
            var fingerprint = reader.ReadString();
            var elsewhere = new string[ReadCount(reader)];
            for (var i = 0; i < elsewhere.Length; i++)
                elsewhere[i] = reader.ReadString();
            var findings = new Finding[ReadCount(reader)];
            for (var i = 0; i < findings.Length; i++)
            {
                findings[i] = new Finding(
                    reader.ReadString(),
                    reader.ReadString(),
                    (DiagnosticSeverity)reader.ReadByte(),
                    reader.ReadString(),
                    reader.ReadInt32(),
                    reader.ReadInt32(),
                    reader.ReadString())
                {
                    IsOnlyShown = reader.ReadBoolean(),
                };
            }
            var takenAt = reader.ReadInt64();
            return new CachedRun(fingerprint, elsewhere, findings)
            {
                SnapshotTakenAt = takenAt == 0 ? null : new DateTimeOffset(takenAt, TimeSpan.Zero),
                NotJudged = reader.ReadString(),
            };
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return null;
        }
    }

    /// <summary>Writes the file in one step, so that builds at the same time see a whole one; whether it could be written.</summary>
    public static bool Write(string path, CachedRun run)
    {
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            File.WriteAllBytes(temporary, Serialize(run));
            Replace(temporary, path);
            return true;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            Delete(temporary);
            return false;
        }
    }

    /// <summary>Moves the file's time forward where an input is newer, for up-to-date checks that go by times.</summary>
    public static void Touch(string path, IEnumerable<string> inputs)
    {
        try
        {
            var written = File.GetLastWriteTimeUtc(path);
            foreach (var input in inputs)
            {
                if (File.GetLastWriteTimeUtc(input) <= written)
                    continue;
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
                return;
            }
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            // The next check asks for a build too many, no more.
        }
    }

    private static byte[] Serialize(CachedRun run)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            writer.Write(Format);
            writer.Write(run.Fingerprint);
            writer.Write(run.Elsewhere.Count);
            foreach (var path in run.Elsewhere)
                writer.Write(path);
            writer.Write(run.Findings.Count);
            foreach (var finding in run.Findings)
            {
                writer.Write(finding.Id);
                writer.Write(finding.Name);
                writer.Write((byte)finding.Severity);
                writer.Write(finding.Path);
                writer.Write(finding.Line);
                writer.Write(finding.Column);
                writer.Write(finding.Message);
                writer.Write(finding.IsOnlyShown);
            }
            writer.Write(run.SnapshotTakenAt?.UtcTicks ?? 0);
            writer.Write(run.NotJudged);
        }
        return stream.ToArray();
    }

    // A broken count must not ask for gigabytes: each item takes a byte at least.
    private static int ReadCount(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count < 0 || count > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new InvalidDataException();
        return count;
    }

    private static void Replace(string temporary, string path)
    {
        if (File.Exists(path))
            File.Replace(temporary, path, destinationBackupFileName: null);
        else
            File.Move(temporary, path);
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            // It stays in obj, where nobody looks for it.
        }
    }

    private static bool IsExpected(Exception exception) =>
        exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or FormatException or NotSupportedException;
}
