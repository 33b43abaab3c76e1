using System;
using System.Collections.Generic;
using System.Globalization;
using PrismaLint.Configuration;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Loading;

/// <summary>The snapshot of a file, or why there is none.</summary>
/// <param name="Path">The file, as the user calls it.</param>
/// <param name="Snapshot">The snapshot; <see langword="null"/> where the diagnostics say why.</param>
/// <param name="Diagnostics">What is wrong with the file.</param>
public sealed record LoadedSnapshot(string Path, DatabaseSnapshot? Snapshot, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>After so many days a snapshot says little of the database.</summary>
    public const int MaximumAge = 30;

    /// <summary>A word on a snapshot that is too old; <see langword="null"/> for others.</summary>
    /// <param name="now">The time of the run.</param>
    public Diagnostic? FindAge(DateTimeOffset now) => Snapshot is null ? null : FindAge(Path, Snapshot.Server.At, now);

    /// <summary>A word on a snapshot that is too old; <see langword="null"/> for others.</summary>
    /// <param name="path">The file.</param>
    /// <param name="takenAt">The time of the snapshot.</param>
    /// <param name="now">The time of the run.</param>
    public static Diagnostic? FindAge(string path, DateTimeOffset takenAt, DateTimeOffset now)
    {
        var days = (now - takenAt).TotalDays;
        if (takenAt == DateTimeOffset.MinValue || days <= MaximumAge)
            return null;
        var message = $"The snapshot of the database is {((long)days).ToString(CultureInfo.InvariantCulture)} days old: `prismalint inspect --save {path}` renews it";
        return ConfigurationDescriptors.ConfigurationProblem.At(new Location(new SourceText(path, ""), default), message) with { Severity = DiagnosticSeverity.Suggestion };
    }
}
