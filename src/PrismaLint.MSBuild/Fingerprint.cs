using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace PrismaLint.MSBuild;

/// <summary>One value for everything that a result depends on: the tool, the request, the paths and contents of the files.</summary>
internal static class Fingerprint
{
    private static readonly Assembly[] Tool = [typeof(Linter).Assembly, typeof(Fingerprint).Assembly];

    public static string Compute(LintRequest request, IEnumerable<string> files)
    {
        var hash = new ContentHash();
        foreach (var assembly in Tool)
            hash.Add(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        AddRequest(hash, request);
        foreach (var file in files)
        {
            hash.Add(file);
            AddContent(hash, file);
        }
        return hash.ToString();
    }

    private static void AddRequest(ContentHash hash, LintRequest request)
    {
        hash.Add(request.ProjectFile);
        AddList(hash, request.Schemas);
        AddList(hash, request.ConfigurationFiles);
        hash.Add(request.Preset);
        hash.Add(request.PrismaVersion);
        hash.Add(request.Baseline);
        hash.Add(request.Snapshot);
        hash.Add(request.Migrations);
        hash.Add(request.SarifFile);
        // The codes turn rules on, so they change what is found; the other severity properties change how it is shown.
        AddList(hash, [.. request.Policy.RaisedCodes]);
    }

    private static void AddList(ContentHash hash, IReadOnlyList<string> values)
    {
        hash.Add(values.Count);
        foreach (var value in values)
            hash.Add(value);
    }

    private static void AddContent(ContentHash hash, string file)
    {
        try
        {
            // Several of git's are not there as a rule, and the first exception of a process is dear.
            if (File.Exists(file))
            {
                hash.Add(File.ReadAllBytes(file));
                return;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
        // No length of a file, so that a file that cannot be read differs from an empty one.
        hash.Add(-1);
    }
}
