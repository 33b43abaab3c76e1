using System.Collections.Generic;
using PrismaLint.Diagnostics;

namespace PrismaLint.Planning.Inputs;

/// <summary>The inputs of a file.</summary>
/// <param name="Inputs">What was told, without what is wrong; <see langword="null"/> where the file cannot be read.</param>
/// <param name="Diagnostics">What is wrong, each at its place.</param>
public sealed record PlanInputsReading(PlanInputs? Inputs, IReadOnlyList<Diagnostic> Diagnostics);
