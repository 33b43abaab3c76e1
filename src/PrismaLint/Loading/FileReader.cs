using System;
using System.Collections.Generic;
using System.IO;
using System.Security;
using System.Text;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Reads text files as strict UTF-8, each one once, and remembers what went wrong.</summary>
internal sealed class FileReader(string workingFolder)
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The lock files of the largest repositories have some ten megabytes.
    private const long MaxForeignLength = 1L << 26;

    private readonly Dictionary<string, SourceText?> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackageManifest?> _manifests = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Package, string? Range), IReadOnlyCollection<string>> _lockedVersions = [];
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Absolute, with <c>/</c>.</summary>
    public string WorkingFolder { get; } = workingFolder;

    public static FileReader In(string? workingFolder) =>
        new(PathText.Resolve("", PathText.Normalize(Path.GetFullPath(workingFolder ?? Directory.GetCurrentDirectory()), Path.DirectorySeparatorChar)));

    public string Resolve(string path) => PathText.Resolve(WorkingFolder, path);

    public bool FileExists(string path) => File.Exists(Resolve(path));

    public bool FolderExists(string path) => Directory.Exists(Resolve(path));

    /// <summary>The text of a file, its byte order mark included; where it cannot be read, nothing and a diagnostic.</summary>
    public SourceText? Read(string path)
    {
        var fullPath = Resolve(path);
        if (!_texts.TryGetValue(fullPath, out var text))
        {
            text = ReadNew(path, fullPath);
            _texts.Add(fullPath, text);
        }
        return text;
    }

    /// <summary>The text of a file that need not be there; what is wrong with it is not this tool's business.</summary>
    public string? ReadForeign(string path)
    {
        try
        {
            var fullPath = Resolve(path);
            return new FileInfo(fullPath) is { Exists: true, Length: <= MaxForeignLength } ? File.ReadAllText(fullPath) : null;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return null;
        }
    }

    /// <summary>The versions of Prisma in the lock file of a folder, none without one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="package">The folder of the package that asks, relative to it.</param>
    /// <param name="range">The range that the package asks for.</param>
    public IReadOnlyCollection<string> ReadLockFile(string folder, string package, string? range)
    {
        foreach (var name in LockFile.Names)
        {
            var path = Resolve(PathText.Combine(folder, name));
            var key = (path, package, range);
            if (_lockedVersions.TryGetValue(key, out var versions))
                return versions;
            if (ReadForeign(path) is not { } text)
                continue;
            versions = LockFile.Find(name, text, package, range);
            _lockedVersions.Add(key, versions);
            return versions;
        }
        return [];
    }

    /// <summary>A <c>package.json</c>, if it is there, can be read and speaks of Prisma.</summary>
    public PackageManifest? ReadManifest(string path)
    {
        var fullPath = Resolve(path);
        if (!_manifests.TryGetValue(fullPath, out var manifest))
        {
            manifest = ReadForeign(fullPath) is { } json && json.Contains("prisma", StringComparison.Ordinal) ? PackageManifest.Parse(json) : null;
            _manifests.Add(fullPath, manifest);
        }
        return manifest;
    }

    public SourceText? Decode(string path, byte[] bytes)
    {
        try
        {
            return new SourceText(path, s_strict.GetString(bytes));
        }
        catch (DecoderFallbackException exception)
        {
            Report(path, FormattableString.Invariant($"`{path}` is not UTF-8: the byte at offset {Math.Max(exception.Index, 0)} fits no character"));
            return null;
        }
    }

    public void Report(string path, string message) =>
        _diagnostics.Add(ConfigurationDescriptors.UnreadableInput.At(new Location(new SourceText(path, ""), default), message));

    public static bool IsExpected(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;

    private SourceText? ReadNew(string path, string fullPath)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(fullPath);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            Report(path, $"`{path}` does not exist");
            return null;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            Report(path, $"`{path}` cannot be read");
            return null;
        }
        return Decode(path, bytes);
    }
}
