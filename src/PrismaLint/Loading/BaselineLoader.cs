using System.IO;
using System.Linq;
using PrismaLint.Configuration.Baselines;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Reads a baseline and looks which of the files that it names are gone.</summary>
public static class BaselineLoader
{
    /// <summary>Never throws for a file that cannot be read: the baseline's diagnostics say so (PL0014).</summary>
    /// <param name="path">The file.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    /// <param name="mayBeMissing">A file that does not exist is an empty baseline, about to be written.</param>
    public static Baseline Load(string path, string? workingFolder = null, bool mayBeMissing = false)
    {
        var reader = FileReader.In(workingFolder);
        path = PathText.Normalize(path, Path.DirectorySeparatorChar);
        var fullPath = reader.Resolve(path);
        var nothing = new SourceText(path, "");
        if (mayBeMissing && !reader.FileExists(path) && !reader.FolderExists(path))
            return Baseline.Create(nothing, fullPath, reader.WorkingFolder);
        if (reader.Read(path) is not { } text)
            return Baseline.Unreadable(nothing, fullPath, reader.WorkingFolder, reader.Diagnostics);
        var baseline = Baseline.Read(text, fullPath, reader.WorkingFolder);
        var missing = baseline.Files.Where(file => !reader.FileExists(file)).ToArray();
        return missing.Length == 0 ? baseline : baseline.WithMissing(missing);
    }
}
