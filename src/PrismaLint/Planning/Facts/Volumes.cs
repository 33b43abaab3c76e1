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
        // A table that nothing ever counted is not known to be empty.
        var estimate = live is { IsReplayed: false } && live.Map.TableOf(model) is { } table && (table.Rows > 0 || table.EstimatedRows is not null) ? table.Rows : null;
        return told?.Rows is { } rows ? new TableVolume(rows, told.PerMonth, VolumeSource.Inputs)
            : estimate is { } seen ? new TableVolume(seen, told?.PerMonth, VolumeSource.Database)
            : new TableVolume(null, told?.PerMonth, VolumeSource.Unknown);
    }
}
