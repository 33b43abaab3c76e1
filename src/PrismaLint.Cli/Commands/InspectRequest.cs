using System.Collections.Generic;

namespace PrismaLint.Cli.Commands;

/// <summary>Which database to look at, and what of it.</summary>
internal sealed record InspectRequest
{
    /// <summary>Where the schemas are.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The URL itself; <see langword="null"/>: from the environment.</summary>
    public string? Url { get; init; }

    /// <summary>The variable that holds the URL; <see langword="null"/>: those that Prisma knows.</summary>
    public string? UrlVariable { get; init; }

    /// <summary>A file of variables, as <c>.env</c>; <see langword="null"/>: the environment of the process alone.</summary>
    public string? EnvironmentFile { get; init; }

    /// <summary>The file to keep the snapshot in.</summary>
    public string? SaveFile { get; init; }

    /// <summary>Schemas of the database; none: those that the Prisma schema speaks of.</summary>
    public required IReadOnlyList<string> Schemas { get; init; }

    public bool WithoutRoles { get; init; }

    public bool WithoutStatements { get; init; }

    public bool ReadsMigrations { get; init; }

    public bool IsQuiet { get; init; }
}
