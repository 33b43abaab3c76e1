using System.Collections.Generic;

namespace PrismaLint.Semantics;

/// <summary>Two relation fields that belong together, or one that has no partner.</summary>
public sealed class RelationSymbol
{
    internal RelationSymbol(RelationKind kind, string? name, FieldSymbol? forward, FieldSymbol? back)
    {
        Kind = kind;
        Name = name;
        Forward = forward;
        Back = back;
    }

    public RelationKind Kind { get; }

    /// <summary>The name given with <c>@relation("…")</c>; <see langword="null"/> without one.</summary>
    public string? Name { get; }

    /// <summary>The side that holds, or would hold, the foreign key; missing where only a list is declared.</summary>
    public FieldSymbol? Forward { get; }

    /// <summary>The opposite side; missing where nobody declared it (an error).</summary>
    public FieldSymbol? Back { get; }

    /// <summary>The foreign key, where the relation has one.</summary>
    public ForeignKeySymbol? ForeignKey { get; internal set; }

    public bool IsSelfRelation => (Forward ?? Back) is { } side && side.TargetModel == side.Model;

    /// <summary>The sides that are declared, forward first.</summary>
    public IEnumerable<FieldSymbol> Fields
    {
        get
        {
            if (Forward is not null)
                yield return Forward;
            if (Back is not null)
                yield return Back;
        }
    }
}
