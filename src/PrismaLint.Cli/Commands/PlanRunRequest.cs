using System.Collections.Generic;

namespace PrismaLint.Cli.Commands;

/// <summary>What one run of <c>plan</c> is to do.</summary>
internal sealed record PlanRunRequest
{
    public required string Path { get; init; }

    /// <summary>The settings of <c>check</c>: rules, options, migrations, the database from a file.</summary>
    public required CheckRequest Check { get; init; }

    public required PlanFormat Format { get; init; }

    /// <summary>The sections to write; none: all.</summary>
    public required IReadOnlyCollection<int> Sections { get; init; }

    /// <summary>The file of inputs; <see langword="null"/>: the one that lies beside the schema, if there is one.</summary>
    public string? InputsFile { get; init; }

    /// <summary>The file of inputs is to be written, and no plan.</summary>
    public bool Initializes { get; init; }

    public string? OutputFile { get; init; }
}
