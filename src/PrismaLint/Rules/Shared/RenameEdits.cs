using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Shared;

/// <summary>
/// Fixes that rename a declaration with every reference to it in the schema and keep its name in the database by
/// <c>@map</c> or <c>@@map</c>. The client's API changes, so they are unsafe.
/// </summary>
internal static class RenameEdits
{
    /// <summary>
    /// Renames a model, view, enum or composite type; <see langword="null"/> where the new name is taken, or where the
    /// name stands in the name of a join table.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="block">What to rename.</param>
    /// <param name="newName">The new name.</param>
    /// <param name="uses">The fields that have each type: <see cref="FieldsByType"/>.</param>
    public static CodeFix? RenameBlock(SemanticModel schema, BlockSymbol block, string newName, ILookup<BlockSymbol, FieldSymbol> uses)
    {
        if (!SyntaxFacts.IsValidName(newName) || newName == block.Name || schema.FindType(newName) is not null || ScalarTypes.Parse(newName) is not null)
            return null;
        if (block is ModelSymbol renamed && renamed.RelationFields.Any(side => side.Relation is null or { Kind: RelationKind.ImplicitManyToMany }))
            return null;
        var map = block switch
        {
            ModelSymbol symbol => symbol.MapAttribute,
            EnumSymbol enumeration => enumeration.MapAttribute,
            _ => null,
        };
        var edits = new List<TextEdit> { SchemaEdits.Replace(block.Tree.Source, block.NameToken, newName) };
        var needsMap = map is null && block is not CompositeTypeSymbol;
        if (needsMap)
        {
            if (block.Syntax.CloseBrace.IsMissing)
                return null;
            edits.Add(SchemaEdits.AppendBlockAttribute(block, $"@@map({SyntaxFacts.EncodeString(block.Name)})"));
        }
        else if (map is not null && MapEdits.WithoutRepetition(block, map, newName) is { } removal)
        {
            edits.Add(removal);
        }
        foreach (var use in uses[block])
            edits.Add(SchemaEdits.Replace(use.Tree.Source, use.Type.Name, newName));
        return CodeFix.Unsafe(
            needsMap ? $"Rename `{block.Name}` to `{newName}` and map it to `{block.Name}`" : $"Rename `{block.Name}` to `{newName}`",
            [.. edits]);
    }

    /// <summary>The fields by the model, view, enum or composite type that their type names.</summary>
    public static ILookup<BlockSymbol, FieldSymbol> FieldsByType(SemanticModel schema)
    {
        var uses = new List<(BlockSymbol Type, FieldSymbol Use)>();
        foreach (var member in schema.Models.SelectMany(model => model.Fields).Concat(schema.CompositeTypes.SelectMany(type => type.Fields)))
        {
            if (member.TypeSymbol is { } type)
                uses.Add((type, member));
        }
        return uses.ToLookup(use => use.Type, use => use.Use);
    }

    /// <summary>Renames fields of one block; <see langword="null"/> where a name is taken or a reference cannot be followed.</summary>
    /// <param name="owner">The model, view or composite type.</param>
    /// <param name="names">The new names.</param>
    public static CodeFix? RenameFields(BlockSymbol owner, IReadOnlyList<(FieldSymbol Field, string NewName)> names)
    {
        var fields = owner is ModelSymbol model ? model.Fields : owner is CompositeTypeSymbol type ? type.Fields : [];
        var taken = new HashSet<string>(fields.Select(member => member.Name), StringComparer.Ordinal);
        var edits = new List<TextEdit>();
        var newNames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (member, newName) in names)
        {
            if (!SyntaxFacts.IsValidName(newName) || !taken.Add(newName))
                return null;
            newNames[member.Name] = newName;
            edits.Add(SchemaEdits.Replace(member.Tree.Source, member.NameToken, newName));
            if (member.MapAttribute is null)
                edits.Add(SchemaEdits.AppendAttribute(member, $"@map({SyntaxFacts.EncodeString(member.Name)})"));
            else if (member.ColumnName == newName)
                edits.Add(SchemaEdits.RemoveAttribute(member.MapAttribute));
        }
        // A field of a composite type may stand in paths of any model's indexes; those are left alone.
        if (owner is not ModelSymbol changed)
            return null;
        if (!AddReferences(changed, newNames, edits))
            return null;
        var title = names.Count == 1 ? $"Rename `{names[0].Field.Name}` to `{names[0].NewName}`" : $"Rename {string.Join(", ", names.Select(name => $"`{name.Field.Name}`"))}";
        return CodeFix.Unsafe(names.All(name => name.Field.MapAttribute is not null) ? title : title + " and keep the column by `@map`", [.. edits]);
    }

    /// <summary>Renames one field: a column as <see cref="RenameFields"/> does, a relation field, which has no column, without <c>@map</c>.</summary>
    public static CodeFix? RenameField(FieldSymbol member, string newName)
    {
        if (!member.IsRelation)
            return RenameFields(member.Owner, [(member, newName)]);
        return SyntaxFacts.IsValidName(newName) && member.Model?.FindField(newName) is null
            ? CodeFix.Unsafe($"Rename `{member.Name}` to `{newName}`", SchemaEdits.Replace(member.Tree.Source, member.NameToken, newName))
            : null;
    }

    /// <summary>
    /// Renames a value with the defaults that name it; <see langword="null"/> where the name is taken, or where a
    /// condition of an index may speak of it.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="newName">The new name.</param>
    /// <param name="uses">The fields that have the enum as type.</param>
    public static CodeFix? RenameValue(EnumValueSymbol value, string newName, IEnumerable<FieldSymbol> uses)
    {
        if (!SyntaxFacts.IsValidName(newName) || value.Owner.FindValue(newName) is not null)
            return null;
        var edits = new List<TextEdit> { SchemaEdits.Replace(value.Tree.Source, value.NameToken, newName) };
        if (value.MapAttribute is null)
            edits.Add(TextEdit.Insert(value.Tree.Source, value.Syntax.Span.End, $" @map({SyntaxFacts.EncodeString(value.Name)})"));
        else if (value.DatabaseName == newName)
            edits.Add(SchemaEdits.RemoveAttribute(value.MapAttribute));
        foreach (var use in uses)
        {
            if (use.Model?.Indexes.Any(index => index.Predicate is not null) == true)
                return null;
            IReadOnlyList<ExpressionSyntax> constants = use.Default?.Expression switch
            {
                ArrayExpressionSyntax list => list.Elements,
                { } single => [single],
                null => [],
            };
            foreach (var constant in constants.OfType<PathExpressionSyntax>().Where(constant => constant.Name.Text == value.Name))
                edits.Add(SchemaEdits.Replace(use.Tree.Source, constant, newName));
        }
        var title = $"Rename `{value.Name}` to `{newName}`";
        return CodeFix.Unsafe(value.MapAttribute is null ? title + $" and map it to `{value.Name}`" : title, [.. edits]);
    }

    private static bool AddReferences(ModelSymbol model, Dictionary<string, string> newNames, List<TextEdit> edits)
    {
        foreach (var attribute in model.Attributes)
        {
            if (attribute.Name is "id" or "unique" or "index" or "fulltext" or "shardKey"
                && !AddFieldList(attribute, attribute.FindOrDefault("fields"), newNames, edits))
            {
                return false;
            }
            if (attribute.Find("where") is ObjectExpressionSyntax condition)
            {
                foreach (var member in condition.Members)
                {
                    if (newNames.TryGetValue(member.Key.Text, out var newName))
                        edits.Add(SchemaEdits.Replace(attribute.Tree.Source, member.Key, newName));
                }
            }
        }
        foreach (var side in model.RelationFields)
        {
            if (side.FindAttribute("relation") is not { } relation)
                continue;
            if (!AddFieldList(relation, relation.Find("fields"), newNames, edits))
                return false;
            // Embedded many-to-many relations refer to fields of the other model without a foreign key.
            if (side.ForeignKey is null && relation.Find("references") is not null)
                return false;
        }
        foreach (var key in model.ReferencingKeys)
        {
            if (key.RelationField.FindAttribute("relation") is { } relation && !AddFieldList(relation, relation.Find("references"), newNames, edits))
                return false;
        }
        return true;
    }

    private static bool AddFieldList(AttributeSymbol attribute, ExpressionSyntax? list, Dictionary<string, string> newNames, List<TextEdit> edits)
    {
        IReadOnlyList<ExpressionSyntax> elements = list switch
        {
            null => [],
            ArrayExpressionSyntax array => array.Elements,
            _ => [list],
        };
        foreach (var element in elements)
        {
            var name = element switch
            {
                PathExpressionSyntax path => path.Name,
                CallExpressionSyntax call => call.Name,
                _ => default,
            };
            if (name.IsMissing || name.Text.Contains('.'))
                return false;
            if (newNames.TryGetValue(name.Text, out var newName))
                edits.Add(SchemaEdits.Replace(attribute.Tree.Source, name, newName));
        }
        return true;
    }
}
