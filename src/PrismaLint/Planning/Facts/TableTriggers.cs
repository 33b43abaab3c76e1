using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>The triggers of tables, as the snapshot has them, else as the migrations make them.</summary>
internal sealed class TableTriggers
{
    private readonly PlanContext _context;
    private readonly MigratedObjects _made;

    public TableTriggers(PlanContext context)
    {
        _context = context;
        _made = new MigratedObjects(context.Live is { IsReplayed: false } ? null : context.Rules.History, "TRIGGER");
    }

    /// <summary>There is something to see them in.</summary>
    public bool AreVisible => _context.Live is { IsReplayed: false } live ? live.Snapshot.StateOf(EvidenceSource.Triggers).IsUsable : _context.Rules.History is not null;

    /// <summary>The triggers of a model's table, each in words without a full stop.</summary>
    public IReadOnlyList<string> Of(ModelSymbol model)
    {
        if (_context.Live is { IsReplayed: false } live)
            return live.Map.TableOf(model) is { } table ? [.. table.Triggers.Where(trigger => !trigger.IsInternal).Select(Describe)] : [];
        return [.. _made.Of(model.SchemaName, SchemaMap.DatabaseName(model.TableName)).Select(pair => $"{PlanText.Code(pair.Key)}, made by migration {PlanText.Code(pair.Value)}")];
    }

    private static string Describe(DatabaseTrigger trigger)
    {
        var events = new List<string>();
        if ((trigger.Kind & 4) != 0)
            events.Add("insert");
        if ((trigger.Kind & 16) != 0)
            events.Add("update");
        if ((trigger.Kind & 8) != 0)
            events.Add("delete");
        var moment = (trigger.Kind & 64) != 0 ? "instead of " : (trigger.Kind & 2) != 0 ? "before " : "after ";
        return PlanText.Code(trigger.Name) + ", " + moment + string.Join(" or ", events) + ((trigger.Kind & 1) != 0 ? " of each row" : "") + (trigger.IsDisabled ? ", disabled" : "");
    }
}
