using System.Collections.Generic;
using System.Linq;
using PrismaLint.Fixes;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>
/// Writes the indexes that told queries need into a schema. One that begins with the columns of a plain index takes its place: it serves
/// whatever that one does (PL3004).
/// </summary>
internal static class WantedIndexes
{
    /// <summary>The schema with the indexes, and those that were not there.</summary>
    public static (SchemaSource Source, IReadOnlyList<WantedIndex> Added) AddTo(SchemaSource source, PlanContext context)
    {
        var added = new List<WantedIndex>();
        // The longest first: it may serve the others.
        foreach (var told in HotQueryFact.Find(context).Where(query => query.Shape is not null && !query.Service.IsServed).OrderByDescending(query => query.Wanted.Count))
        {
            var schema = Linter.Bind(source, context.Options);
            if (HotQueryFact.Resolve(schema.Models, told.Query) is not { Shape: { } shape, Service.IsServed: false } query || query.Wanted.Count == 0)
                continue;
            var narrow = shape.Model.Indexes.FirstOrDefault(index => index.Columns.Count < query.Wanted.Count && QueryIndexes.IsBeginning(index, query.Wanted));
            var index = new WantedIndex(told.Query, shape.Model.Name, query.Wanted, narrow is null ? [] : [.. narrow.Fields.Select(field => field.Name)]);
            source = With(source, Edit(shape.Model, narrow, index.Declaration));
            added.Add(index);
        }
        return (source, added);
    }

    private static TextEdit Edit(ModelSymbol model, IndexSymbol? narrow, string declaration) =>
        model.Syntax.BlockAttributes.FirstOrDefault(member => narrow is not null && member.Attribute == narrow.Attribute.Syntax) is { } member
            ? SchemaEdits.Replace(model.Tree.Source, member, declaration)
            : SchemaEdits.AppendBlockAttribute(model, declaration);

    private static SchemaSource With(SchemaSource source, TextEdit edit) => source with
    {
        Files = [.. source.Files.Select(file => file.Path == edit.Source.Path ? FixApplier.Apply(file, [edit]) : file)],
    };
}
