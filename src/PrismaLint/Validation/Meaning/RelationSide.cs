using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Meaning;

/// <summary>A relation field with what its <c>@relation</c> says. Empty lists count as not written.</summary>
internal sealed class RelationSide
{
    private RelationSide(FieldSymbol symbol, ModelSymbol model, ModelSymbol target)
    {
        Field = symbol;
        Model = model;
        Target = target;
        Attribute = symbol.FindAttribute("relation");
        if (Attribute is null)
            return;
        Fields = Columns(Attribute.Find("fields"), model);
        References = Columns(Attribute.Find("references"), target);
        OnDelete = Action(Attribute.Find("onDelete"));
        OnUpdate = Action(Attribute.Find("onUpdate"));
    }

    public FieldSymbol Field { get; }

    public ModelSymbol Model { get; }

    public ModelSymbol Target { get; }

    public AttributeSymbol? Attribute { get; }

    public IReadOnlyList<FieldSymbol> Fields { get; } = [];

    public IReadOnlyList<FieldSymbol> References { get; } = [];

    /// <summary>The action as written.</summary>
    public ReferentialAction? OnDelete { get; }

    /// <summary>The action as written.</summary>
    public ReferentialAction? OnUpdate { get; }

    public bool HasFields => Fields.Count > 0;

    public bool HasReferences => References.Count > 0;

    public bool HasActions => OnDelete is not null || OnUpdate is not null;

    /// <summary>The side of a relation field; <see langword="null"/> inside a composite type.</summary>
    public static RelationSide? Of(FieldSymbol? symbol) =>
        symbol is { Model: { } model, TargetModel: { } target } ? new RelationSide(symbol, model, target) : null;

    /// <summary>The names of columns in backticks, joined by commas.</summary>
    public static string List(IReadOnlyList<FieldSymbol> columns) => FieldListReader.Join(columns.Select(column => column.Name));

    /// <summary>Where an argument of <c>@relation</c> stands, else the attribute, else the field.</summary>
    public Text.Location Place(string argument)
    {
        if (Attribute is null)
            return Field.Location;
        return Attribute.FindArgument(argument) is { } syntax ? Attribute.LocationOf(syntax) : Field.LocationOf(Attribute.Syntax.Name);
    }

    /// <summary>Takes an argument of <c>@relation</c> away that says nothing here.</summary>
    public CodeFix? RemoveArgument(string argument) =>
        Attribute?.FindArgument(argument) is { } syntax ? Repairs.RemoveArgument(Attribute, syntax) : null;

    private static FieldSymbol[] Columns(ExpressionSyntax? list, ModelSymbol model)
    {
        if (list is null)
            return [];
        if (list is not ArrayExpressionSyntax array)
            return Column(list, model) is { } single ? [single] : [];
        var columns = new List<FieldSymbol>(array.Elements.Count);
        foreach (var element in array.Elements)
        {
            if (Column(element, model) is { } column)
                columns.Add(column);
        }

        return columns.ToArray();
    }

    private static FieldSymbol? Column(ExpressionSyntax element, ModelSymbol model) =>
        element is PathExpressionSyntax path ? model.FindField(path.Name.Text) : null;

    private static ReferentialAction? Action(ExpressionSyntax? value) =>
        value is PathExpressionSyntax path && Enum.TryParse<ReferentialAction>(path.Name.Text, out var action) ? action : null;
}
