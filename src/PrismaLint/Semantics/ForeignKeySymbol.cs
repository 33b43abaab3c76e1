using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;

namespace PrismaLint.Semantics;

/// <summary>
/// The foreign key that a to-one relation field declares with <c>fields</c> and <c>references</c>. In relation mode
/// <c>prisma</c> the database has none; the symbol exists all the same.
/// </summary>
public sealed class ForeignKeySymbol
{
    internal ForeignKeySymbol(
        FieldSymbol relationField, ModelSymbol model, ModelSymbol target, IReadOnlyList<FieldSymbol> fields, IReadOnlyList<FieldSymbol> references)
    {
        RelationField = relationField;
        Model = model;
        Target = target;
        Fields = fields;
        References = references;
        ConstraintName = "";
    }

    /// <summary>The relation field that declares it.</summary>
    public FieldSymbol RelationField { get; }

    /// <summary>The model with the columns.</summary>
    public ModelSymbol Model { get; }

    /// <summary>The model referred to.</summary>
    public ModelSymbol Target { get; }

    /// <summary>The columns, in the order of <c>fields</c>.</summary>
    public IReadOnlyList<FieldSymbol> Fields { get; }

    /// <summary>The columns referred to, in the order of <c>references</c>.</summary>
    public IReadOnlyList<FieldSymbol> References { get; }

    /// <summary>The relation, where the other side is known.</summary>
    public RelationSymbol? Relation { get; internal set; }

    /// <summary>The action as written; <see langword="null"/> where it is not.</summary>
    public ReferentialAction? ExplicitOnDelete { get; internal set; }

    /// <summary>The action as written; <see langword="null"/> where it is not.</summary>
    public ReferentialAction? ExplicitOnUpdate { get; internal set; }

    /// <summary>
    /// The action at work. Not written: Restrict where a column is required (NoAction where the provider has no
    /// Restrict), else SetNull; in contracts the database's own, NoAction.
    /// </summary>
    public ReferentialAction OnDelete { get; internal set; }

    /// <summary>The action at work; where none is written Cascade, in contracts NoAction.</summary>
    public ReferentialAction OnUpdate { get; internal set; }

    /// <summary>
    /// Migrations make an index over the columns by themselves: in Prisma 8 they do, unless <c>@relation</c> says <c>index: false</c>.
    /// </summary>
    public bool HasOwnIndex { get; internal set; }

    /// <summary>The name in the database: of <c>map</c>, else Prisma's default.</summary>
    public string ConstraintName { get; internal set; }

    public bool IsOneToOne => Relation?.Kind == RelationKind.OneToOne;

    /// <summary>How findings call it: <c>Model.field</c> of the relation field.</summary>
    public string DisplayName => RelationField.DisplayName;

    /// <summary>The names of the columns' fields, joined by a comma and a blank.</summary>
    public string FieldList => string.Join(", ", Fields.Select(column => column.Name));

    public override string ToString() => DisplayName;
}
