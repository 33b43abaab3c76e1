using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace PrismaLint.MSBuild;

/// <summary>One value for everything that a result depends on: the tool, the request, the paths and contents of the files.</summary>
internal static class Fingerprint
{
    private static readonly Assembly[] Tool = [typeof(Linter).Assembly, typeof(Fingerprint).Assembly];

    public static string Compute(LintRequest request, IEnumerable<string> files)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            foreach (var assembly in Tool)
                writer.Write(assembly.ManifestModule.ModuleVersionId.ToByteArray());
            WriteRequest(writer, request);
            foreach (var file in files)
            {
                writer.Write(file);
                WriteContent(writer, file);
            }
        }
        return BitConverter.ToString(hash.Hash ?? []);
    }

    private static void WriteRequest(BinaryWriter writer, LintRequest request)
    {
        writer.Write(request.ProjectFile);
        WriteList(writer, request.Schemas);
        WriteList(writer, request.ConfigurationFiles);
        writer.Write(request.Preset);
        writer.Write(request.PrismaVersion);
        writer.Write(request.Baseline);
        writer.Write(request.Snapshot);
        writer.Write(request.Migrations);
        writer.Write(request.SarifFile);
        // The codes turn rules on, so they change what is found; the other severity properties change how it is shown.
        WriteList(writer, [.. request.Policy.RaisedCodes]);
    }

    private static void WriteList(BinaryWriter writer, IReadOnlyList<string> values)
    {
        writer.Write(values.Count);
        foreach (var value in values)
            writer.Write(value);
    }

    private static void WriteContent(BinaryWriter writer, string file)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No length of a file, so that a file that cannot be read differs from an empty one.
            writer.Write(-1);
            return;
        }
        writer.Write(content.Length);
        writer.Write(content);
    }
}
