using System.Collections.Generic;

namespace PrismaLint.Planning.Document;

/// <summary>Blocks that a reader opens when he wants them; printed they are open.</summary>
/// <param name="Summary">What stands there while they are closed.</param>
/// <param name="Blocks">What is inside.</param>
public sealed record DetailsBlock(string Summary, IReadOnlyList<PlanBlock> Blocks) : PlanBlock;
