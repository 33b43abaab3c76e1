using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>A field of a model, view or composite type.</summary>
public sealed class FieldSymbol : Symbol
{
    internal FieldSymbol(SyntaxTree tree, BlockSymbol owner, FieldDeclarationSyntax syntax, TypeSyntax type)
        : base(tree, syntax.Name.Text)
    {
        Owner = owner;
        Syntax = syntax;
        Type = type;
        ColumnName = Name;
        Arity = type.Modifier switch
        {
            TypeModifier.Optional => Arity.Optional,
            TypeModifier.List or TypeModifier.LegacyList or TypeModifier.OptionalList => Arity.List,
            _ => Arity.Required,
        };
    }

    /// <summary>The model, view or composite type that declares it.</summary>
    public BlockSymbol Owner { get; }

    /// <summary>The owner as a model or view; <see langword="null"/> for a field of a composite type.</summary>
    public ModelSymbol? Model => Owner as ModelSymbol;

    public FieldDeclarationSyntax Syntax { get; }

    public TypeSyntax Type { get; }

    public override SyntaxToken NameToken => Syntax.Name;

    public override string DisplayName => Owner.Name + "." + Name;

    public Arity Arity { get; }

    public bool IsRequired => Arity == Arity.Required;

    public bool IsOptional => Arity == Arity.Optional;

    public bool IsList => Arity == Arity.List;

    public FieldKind Kind { get; internal set; } = FieldKind.Unknown;

    public bool IsRelation => Kind == FieldKind.Relation;

    /// <summary>The field is a column: everything but relations and unknown types.</summary>
    public bool IsColumn => Kind is not (FieldKind.Relation or FieldKind.Unknown);

    /// <summary>The scalar type of a scalar field.</summary>
    public ScalarType? Scalar { get; internal set; }

    /// <summary>The enum, model, view or composite type that the type names.</summary>
    public BlockSymbol? TypeSymbol { get; internal set; }

    /// <summary>The model or view a relation field points to.</summary>
    public ModelSymbol? TargetModel => TypeSymbol as ModelSymbol;

    /// <summary>The native type of <c>@db.…</c>, in a contract of the type itself; <see langword="null"/> without one.</summary>
    public NativeType? NativeType { get; internal set; }

    /// <summary>The name in the database: of <c>@map</c>, else the field's own.</summary>
    public string ColumnName { get; internal set; }

    /// <summary>The attribute that gives <see cref="ColumnName"/>.</summary>
    public AttributeSymbol? MapAttribute { get; internal set; }

    /// <summary>What <c>@default</c> says.</summary>
    public DefaultValue? Default { get; internal set; }

    public bool IsUpdatedAt { get; internal set; }

    /// <summary>The type of a contract's field makes it the id: <c>id.uuidv7Native()</c>.</summary>
    internal bool IsIdPreset { get; set; }

    /// <summary>The field carries <c>@ignore</c>.</summary>
    public bool IsIgnored { get; internal set; }

    /// <summary>The field alone is the primary key, by <c>@id</c> or by <c>@@id</c> over it.</summary>
    public bool IsId => Model?.PrimaryKey is { Columns.Count: 1 } key && key.Columns[0].Field == this;

    /// <summary>The field alone is unique over all rows (the primary key included).</summary>
    public bool IsUnique => Model is { } model
        && model.Indexes.Any(index => index.IsUnique && index.Predicate is null && index.Columns.Count == 1 && index.Columns[0].Field == this);

    /// <summary>The relation that a relation field belongs to; <see langword="null"/> where it could not be paired.</summary>
    public RelationSymbol? Relation { get; internal set; }

    /// <summary>The name that <c>@relation</c> gives; <see langword="null"/> without one.</summary>
    public string? RelationName => Relation?.Name;

    /// <summary>The foreign key that a relation field holds with <c>fields</c> and <c>references</c>.</summary>
    public ForeignKeySymbol? ForeignKey { get; internal set; }

    /// <summary>The field's attributes in the order of the text, unknown ones included.</summary>
    public IReadOnlyList<AttributeSymbol> Attributes { get; internal set; } = [];

    /// <summary>The documentation (<c>///</c>) of the field, lines joined by a line feed; empty without any.</summary>
    public string Documentation => Tree.GetDocumentation(Syntax);

    public AttributeSymbol? FindAttribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name)
                return attribute;
        }

        return null;
    }

    /// <summary>The foreign keys whose columns hold this field.</summary>
    public IEnumerable<ForeignKeySymbol> ForeignKeysOver =>
        Model is { } model ? model.ForeignKeys.Where(key => key.Fields.Contains(this)) : [];
}
