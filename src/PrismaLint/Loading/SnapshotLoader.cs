using System.IO;
using System.Linq;
using PrismaLint.Configuration;
using PrismaLint.Database;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Reads the snapshot of a database from a file.</summary>
public static class SnapshotLoader
{
    /// <summary>Never throws for a file that cannot be read (PL0014) or holds no snapshot (PL0012): the result's diagnostics say so.</summary>
    /// <param name="path">The file.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    public static LoadedSnapshot Load(string path, string? workingFolder = null)
    {
        var reader = FileReader.In(workingFolder);
        path = PathText.Normalize(path, Path.DirectorySeparatorChar);
        if (reader.Read(path) is not { } text)
            return new LoadedSnapshot(path, null, [.. reader.Diagnostics]);
        var reading = SnapshotFile.Read(text);
        return reading is { Problem: { } problem, Place: { } place }
            ? new LoadedSnapshot(path, null, [ConfigurationDescriptors.ConfigurationProblem.At(place, problem)])
            : new LoadedSnapshot(path, reading.Snapshot, []);
    }
}
