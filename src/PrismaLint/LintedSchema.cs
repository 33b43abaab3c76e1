using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint;

/// <summary>A schema that was checked.</summary>
/// <param name="Path">As in <see cref="SchemaSource"/>.</param>
/// <param name="Files">The paths of its files, sorted.</param>
/// <param name="Provider">The provider, for printing by <see cref="ConnectorFacts.ProviderName"/>.</param>
/// <param name="PrismaVersion">The line of Prisma that it was checked for.</param>
/// <param name="ModelCount">Number of models, views not counted.</param>
public sealed record LintedSchema(string Path, IReadOnlyList<string> Files, Provider Provider, PrismaVersion PrismaVersion, int ModelCount);
