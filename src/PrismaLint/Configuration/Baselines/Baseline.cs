using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration.Suppressions;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Baselines;

/// <summary>Findings that a team took over when it began, kept in a file: only what comes on top is reported. Pure: it is given the text.</summary>
public sealed class Baseline
{
    /// <summary>The name that a baseline has where nobody gives it another.</summary>
    public const string FileName = "prismalint.baseline.json";

    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    private readonly string _folder;
    private readonly string _workingFolder;

    private Baseline(SourceText source, string fullPath, string workingFolder, IReadOnlyList<PlacedEntry> entries, IReadOnlyList<Diagnostic> diagnostics)
    {
        Source = source;
        FullPath = fullPath;
        _folder = PathText.GetFolder(fullPath);
        _workingFolder = PathText.Resolve("", workingFolder);
        Placed = entries;
        Diagnostics = diagnostics;
    }

    /// <summary>The text; its path is how findings call the file.</summary>
    public SourceText Source { get; }

    /// <summary>The absolute path, with <c>/</c>: the files of entries are relative to its folder.</summary>
    public string FullPath { get; }

    /// <summary>What it holds, in the order of the text.</summary>
    public IReadOnlyList<BaselineEntry> Entries => [.. Placed.Select(entry => entry.Entry)];

    /// <summary>What is wrong with the file (PL0012, PL0014), at its place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The text is no baseline, or could not be read: nothing is known of what the file holds.</summary>
    public bool IsBroken { get; private init; }

    /// <summary>Absolute paths of the files that entries name and that are gone, as whoever can look has found.</summary>
    public IReadOnlyCollection<string> MissingFiles { get; private init; } = [];

    /// <summary>Absolute paths of the files that entries name, each one once.</summary>
    public IEnumerable<string> Files =>
        Placed.Select(entry => entry.Entry.File).OfType<string>().Select(Resolve).Distinct(StringComparer.Ordinal);

    internal IReadOnlyList<PlacedEntry> Placed { get; }

    /// <summary>Reads a baseline. A text that is none holds no entries and says so in its diagnostics.</summary>
    /// <param name="source">The text; its path is how findings call the file.</param>
    /// <param name="fullPath">Its absolute path, with <c>/</c>.</param>
    /// <param name="workingFolder">The absolute folder that relative paths of schemas start from, with <c>/</c>.</param>
    public static Baseline Read(SourceText source, string fullPath, string workingFolder)
    {
        var diagnostics = new List<Diagnostic>();
        var entries = new BaselineReader(source, diagnostics).Read();
        return new Baseline(source, fullPath, workingFolder, entries ?? [], diagnostics) { IsBroken = entries is null };
    }

    /// <summary>A baseline of entries that stand in no file yet.</summary>
    /// <param name="source">An empty text with the path that findings call the file by.</param>
    /// <param name="fullPath">The absolute path that it will have, with <c>/</c>.</param>
    /// <param name="workingFolder">The absolute folder that relative paths of schemas start from, with <c>/</c>.</param>
    /// <param name="entries">The entries.</param>
    public static Baseline Create(SourceText source, string fullPath, string workingFolder, IEnumerable<BaselineEntry>? entries = null) =>
        new(source, fullPath, workingFolder, [.. (entries ?? []).Select(entry => new PlacedEntry(entry, default, default, default))], []);

    /// <summary>The baseline with what is known of the files that its entries name.</summary>
    /// <param name="missingFiles">Those of <see cref="Files"/> that are gone.</param>
    public Baseline WithMissing(IEnumerable<string> missingFiles) =>
        new(Source, FullPath, _workingFolder, Placed, Diagnostics) { IsBroken = IsBroken, MissingFiles = new HashSet<string>(missingFiles, StringComparer.Ordinal) };

    /// <summary>A baseline whose file could not be read, for the reason given.</summary>
    public static Baseline Unreadable(SourceText source, string fullPath, string workingFolder, IReadOnlyList<Diagnostic> diagnostics) =>
        new(source, fullPath, workingFolder, [], diagnostics) { IsBroken = true };

    /// <summary>
    /// What Prisma refuses, faults of the run and secrets are in nobody's interest to overlook: no baseline hides them.
    /// </summary>
    public static bool MayHold(string id) => !Suppression.MustBeNamed(id);

    internal Baseline Replace(IEnumerable<BaselineEntry> entries) => Create(new SourceText(Source.Path, ""), FullPath, _workingFolder, entries);

    /// <summary>The absolute path of a file that an entry names.</summary>
    internal string Resolve(string file) => PathText.Resolve(_folder, file);

    /// <summary>The absolute path of a file as a schema has it.</summary>
    internal string ResolveSchema(string path) => PathText.Resolve(_workingFolder, path);

    /// <summary>How an entry names the file of that absolute path.</summary>
    internal string Relative(string fullPath) => PathText.MakeRelative(_folder, fullPath);
}
