using System;
using System.Collections.Generic;
using PrismaLint.Configuration;
using PrismaLint.Configuration.PrismaLintRc;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Finds the configurations of prisma-lint above schemas.</summary>
internal sealed class PrismaLintFinder(FileReader reader)
{
    private readonly Dictionary<string, ConfigurationFile?> _byFolder = new(StringComparer.Ordinal);

    /// <summary>
    /// The one of a folder, else that of the nearest folder above; in a folder the first place that holds something.
    /// Programs are given without their text.
    /// </summary>
    /// <param name="folder">An absolute folder.</param>
    /// <param name="showAbsolute">Findings call the file by its absolute path.</param>
    public ConfigurationFile? Find(string folder, bool showAbsolute)
    {
        while (folder.Length > 0)
        {
            if (!_byFolder.TryGetValue(folder, out var file))
                _byFolder.Add(folder, file = FindIn(folder, showAbsolute));
            if (file is not null)
                return file;
            if (PathText.GetFolder(folder) is var parent && parent == folder)
                return null;
            folder = parent;
        }
        return null;
    }

    private ConfigurationFile? FindIn(string folder, bool showAbsolute)
    {
        foreach (var place in RcFile.Places)
        {
            var fullPath = PathText.Combine(folder, place);
            if (!reader.FileExists(fullPath))
                continue;
            var shown = showAbsolute ? fullPath : PathText.MakeRelative(reader.WorkingFolder, fullPath);
            switch (RcFile.FormatOf(fullPath))
            {
                case RcFormat.Script:
                    return new ConfigurationFile(new SourceText(shown, ""), fullPath);
                case RcFormat.Manifest:
                    if (reader.ReadForeign(fullPath) is { } manifest && RcLayer.StandsIn(new SourceText(shown, manifest)))
                        return new ConfigurationFile(new SourceText(shown, manifest), fullPath);
                    break;
                default:
                    // As there, an empty file is none.
                    if (reader.Read(shown) is { } text && text.Content.Trim().Length > 0)
                        return new ConfigurationFile(text, fullPath);
                    break;
            }
        }
        return null;
    }
}
