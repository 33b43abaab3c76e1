using System.Linq;
using PrismaLint.Planning.Inputs;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>How many rows the models have: as told, else as the database estimates, else unknown.</summary>
internal sealed class Volumes(PlanInputs inputs, LiveEvidence? live)
{
    public TableVolume Of(ModelSymbol model)
    {
        var told = inputs.Volumes.TryGetValue(model.Name, out var volume) ? volume : null;
        var table = live is { IsReplayed: false } ? live.Map.TableOf(model) : null;
        var estimate = table?.Children.Count > 0 ? table.Children.Sum(child => child.EstimatedRows ?? 0) : table?.EstimatedRows;
        return told?.Rows is { } rows ? new TableVolume(rows, told.PerMonth, VolumeSource.Inputs)
            : estimate is { } seen ? new TableVolume(seen, told?.PerMonth, VolumeSource.Database)
            : new TableVolume(null, told?.PerMonth, VolumeSource.Unknown);
    }
}
