using System.Collections.Generic;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>What rows and index entries take on disk, from the widths of columns.</summary>
internal sealed class StorageEstimate(PlanContext context)
{
    private readonly Dictionary<ModelSymbol, TableStorage?> _tables = [];

    /// <summary>The estimate for a model; <see langword="null"/> where it has no table.</summary>
    public TableStorage? Of(ModelSymbol model)
    {
        if (!_tables.TryGetValue(model, out var storage))
            _tables.Add(model, storage = Estimate(model));
        return storage;
    }

    private TableStorage? Estimate(ModelSymbol model) => context.Database.TableOf(model) is { } table ? new TableStorage(table, 24, []) : null;
}
