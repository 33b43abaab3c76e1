using System.Linq;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Finds the Prisma config of a schema, as text: it is a program, and never run.</summary>
public static class PrismaConfigLoader
{
    /// <summary>The text of the config in the schema's folder or the nearest one above, up to that of its package; <see langword="null"/> without one.</summary>
    /// <param name="schemaFile">A file of the schema.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    public static string? Read(string schemaFile, string? workingFolder = null)
    {
        var reader = FileReader.In(workingFolder);
        return Find(PathText.GetFolder(reader.Resolve(schemaFile)), reader) is { } file ? reader.ReadForeign(file) : null;
    }

    /// <summary>The path of the config for a folder, absolute.</summary>
    internal static string? Find(string startFolder, FileReader reader)
    {
        for (var folder = startFolder; folder.Length > 0;)
        {
            if (PrismaConfigFile.Names.Select(name => PathText.Combine(folder, name)).FirstOrDefault(reader.FileExists) is { } file)
                return file;
            var parent = PathText.GetFolder(folder);
            if (parent == folder || reader.FileExists(PathText.Combine(folder, "package.json")))
                return null;
            folder = parent;
        }
        return null;
    }
}
