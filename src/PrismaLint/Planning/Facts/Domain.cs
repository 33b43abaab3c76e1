using System.Collections.Generic;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Models that belong together.</summary>
/// <param name="Name">What it is called: after its folder, its database schema, or the model that most of its relations lead to.</param>
/// <param name="Models">Its models, in the order of the text.</param>
internal sealed record Domain(string Name, IReadOnlyList<ModelSymbol> Models);
