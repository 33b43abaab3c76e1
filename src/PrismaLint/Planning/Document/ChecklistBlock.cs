using System.Collections.Generic;

namespace PrismaLint.Planning.Document;

/// <summary>A checklist.</summary>
public sealed record ChecklistBlock(IReadOnlyList<ChecklistItem> Items) : PlanBlock;
