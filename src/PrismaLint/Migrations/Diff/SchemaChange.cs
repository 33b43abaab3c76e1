using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Migrations.Diff;

/// <summary>One difference between two schemas: what it is, what it does to a database in use, and how to bring it in.</summary>
public sealed class SchemaChange
{
    private readonly List<DatabaseEffect> _effects = [];

    internal SchemaChange(SchemaChangeKind kind, string objectName, ChangeClass changeClass) =>
        (Kind, Object, Class) = (kind, objectName, changeClass);

    public SchemaChangeKind Kind { get; }

    /// <summary>What changes, by its name in the new schema, else in the old one: <c>Model</c>, <c>Model.field</c>, <c>Enum.VALUE</c>.</summary>
    public string Object { get; }

    public ChangeClass Class { get; internal set; }

    /// <summary>Where it stands in the old schema; <see langword="null"/> for what is new.</summary>
    public Location? OldLocation { get; internal set; }

    /// <summary>Where it stands in the new schema; <see langword="null"/> for what is gone.</summary>
    public Location? NewLocation { get; internal set; }

    /// <summary>What happens, in one sentence.</summary>
    public string Message { get; internal set; } = "";

    /// <summary>Why it is of its class, in one sentence.</summary>
    public string Why { get; internal set; } = "";

    /// <summary>How alike the two sides of a probable rename are, in percent; <see langword="null"/> for what is no guess.</summary>
    public int? Likeness { get; internal set; }

    /// <summary>The lock of the statement that Prisma writes; <see langword="null"/> where it takes none on a table in use, or none is known.</summary>
    public TableLock? Lock { get; internal set; }

    /// <summary>The order in which to bring the change in while clients run; empty where the client alone changes.</summary>
    public IReadOnlyList<MigrationStep> Steps { get; internal set; } = [];

    /// <summary>What Prisma's migration touches in the database, sorted; empty where the client alone changes.</summary>
    public IReadOnlyList<DatabaseEffect> Effects => _effects;

    /// <summary>The database has no part in it.</summary>
    public bool IsClientOnly => _effects.Count == 0;

    internal void Touch(EffectObject what, EffectAction action, string name)
    {
        var effect = new DatabaseEffect(what, action, name);
        var index = _effects.BinarySearch(effect, DatabaseEffect.Order);
        if (index < 0)
            _effects.Insert(~index, effect);
    }

    public override string ToString() => Message;
}
