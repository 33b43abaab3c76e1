using System.IO;
using System.Linq;
using PrismaLint.Planning.Inputs;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>Finds and reads the inputs of a plan.</summary>
public static class PlanInputsLoader
{
    /// <summary>What the file is called where nobody names another.</summary>
    public const string FileName = "prismalint-plan.yml";

    /// <summary>The file beside the schema, else the one in the working folder; <see langword="null"/> where there is neither.</summary>
    /// <param name="schema">The schema, with its paths as <see cref="SchemaLoader"/> gave them.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    public static string? Find(SchemaSource schema, string? workingFolder = null)
    {
        var reader = FileReader.In(workingFolder);
        return new[] { DefaultPath(schema), FileName }.FirstOrDefault(reader.FileExists);
    }

    /// <summary>Where the file belongs: into the folder of the schema.</summary>
    public static string DefaultPath(SchemaSource schema)
    {
        var isFile = schema.Files.Any(file => file.Path == schema.Path);
        var folder = schema.Path == "-" ? "" : isFile ? PathText.GetFolder(schema.Path) : schema.Path;
        return PathText.Combine(folder, FileName);
    }

    /// <summary>Reads a file. Never throws for one that cannot be read (PL0014): the result's diagnostics say so.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">The schema whose models and fields the file names.</param>
    /// <param name="workingFolder">What relative paths start from; by default the process's current folder.</param>
    public static PlanInputsReading Load(string path, SchemaSource schema, string? workingFolder = null)
    {
        var reader = FileReader.In(workingFolder);
        path = PathText.Normalize(path, Path.DirectorySeparatorChar);
        return reader.Read(path) is { } text
            ? PlanInputsReader.Read(text, Linter.Bind(schema, LintOptions.Default))
            : new PlanInputsReading(null, [.. reader.Diagnostics]);
    }
}
