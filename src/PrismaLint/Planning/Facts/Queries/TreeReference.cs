using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>A column by which rows of a model refer to rows of the same model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Column">The column that names the parent.</param>
/// <param name="Reference">The column that it names.</param>
/// <param name="Key">The foreign key; <see langword="null"/> where only the name says so.</param>
internal sealed record TreeReference(ModelSymbol Model, FieldSymbol Column, FieldSymbol Reference, ForeignKeySymbol? Key)
{
    /// <summary>The references, in the order of the text.</summary>
    public static IReadOnlyList<TreeReference> Find(PlanContext context)
    {
        var found = new List<TreeReference>();
        foreach (var model in context.Models)
        {
            foreach (var key in model.ForeignKeys.Where(key => key.Target == model && key.Fields.Count == 1 && !key.IsOneToOne && !LatestPair.IsAuthor(key)))
                found.Add(new TreeReference(model, key.Fields[0], key.References[0], key));
            if (model.PrimaryKey is not { Columns.Count: 1 } id || found.Any(tree => tree.Model == model))
                continue;
            if (model.Columns.FirstOrDefault(field => IsParent(field, id.Columns[0].Field)) is { } parent)
                found.Add(new TreeReference(model, parent, id.Columns[0].Field, null));
        }
        return found;
    }

    // parentId, parentalbumid of photogalleryalbum.
    private static bool IsParent(FieldSymbol field, FieldSymbol id)
    {
        var name = Words.Squash(field.Name);
        if (field == id || field.IsList || field.Scalar != id.Scalar || field.Scalar is not (ScalarType.String or ScalarType.Int or ScalarType.BigInt) || field.ForeignKeysOver.Any()
            || !name.StartsWith("parent", StringComparison.Ordinal) || !name.EndsWith("id", StringComparison.Ordinal))
        {
            return false;
        }
        var middle = name.Substring("parent".Length, name.Length - "parent".Length - 2);
        return middle.Length == 0 || Words.Squash(field.Model?.Name ?? "").Contains(middle, StringComparison.Ordinal);
    }
}
