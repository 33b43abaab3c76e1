using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>Judges the uniques of models that keep deleted rows.</summary>
internal static class SoftDeleteUniques
{
    /// <summary>The uniques that go wrong, each with what goes wrong.</summary>
    public static IEnumerable<SoftDeleteUnique> Find(RuleContext context)
    {
        var softDelete = new SoftDelete(context);
        var businessWords = context.Get(ChosenValues.BusinessWords);
        foreach (var model in context.Tables)
        {
            if (!model.Indexes.Any(index => index.Kind == IndexKind.Unique))
                continue;
            var markers = softDelete.MarkersOf(model);
            if (markers.Count == 0 || softDelete.MarkerOf(model) is not { } marker)
                continue;
            foreach (var index in model.Indexes)
            {
                if (index is { Kind: IndexKind.Unique, Predicate: null, Columns.Count: > 0 }
                    && Judge(context, index, markers, marker, businessWords) is { } found
                    && !LiveUniques.HoldAmongLiving(context, model, index.Fields, found.Marker.Field)
                    && !(found.Kind == SoftDeleteUniqueKind.BindsNobody && LiveUniques.IsStricterOrPartial(context, index)))
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>How to let the unique hold among living rows, as half a sentence.</summary>
    public static string WayOut(RuleContext context, SoftDeleteMarker marker, IReadOnlyList<FieldSymbol> columns)
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        if (context.Schema.IsContract && context.Provider == Provider.PostgreSql)
            return $"`@@index([{names}], unique: true, where: \"{marker.LiveSql.Replace("\"", "\\\"")}\", name: \"…\")` over living rows does";
        if (context.Connector.HasPartialIndexes)
        {
            return marker.LiveCondition is not null
                && (context.Schema.HasPreviewFeature("partialIndexes") || context.Schema is { PrismaVersion: PrismaVersion.V7, MayHavePartialIndexes: true })
                    ? $"a partial `@@unique([{names}], where: …)` over living rows does"
                    : $"a unique index `WHERE {marker.LiveSql}` in a migration, instead of this one, does";
        }
        return context.Provider switch
        {
            Provider.MySql => $"MySQL has no partial index, so a required `{marker.Field.Name}` with a constant default inside the unique does",
            Provider.MongoDb => "an index with `partialFilterExpression`, made outside Prisma, does",
            _ => "a unique over living rows only does",
        };
    }

    /// <summary>The columns of a unique, as a message quotes them.</summary>
    public static string FieldList(IndexSymbol index) => string.Join(", ", index.Columns.Select(column => column.Path));

    private static SoftDeleteUnique? Judge(
        RuleContext context, IndexSymbol index, IReadOnlyList<SoftDeleteMarker> markers, SoftDeleteMarker marker, NameList businessWords)
    {
        // A generated value is never given twice, and with the primary key a row is unique anyway.
        if (index.Fields.Any(column => column.Default?.IsGeneratedIdentifier == true)
            || index.Model.PrimaryKey is { } key && key.Columns.Count > 0 && key.Fields.All(column => index.Fields.Contains(column)))
        {
            return null;
        }
        if (markers.FirstOrDefault(candidate => index.Fields.Contains(candidate.Field)) is { } inside)
        {
            return inside.Kind switch
            {
                SoftDeleteKind.NullableMoment when index.Columns.Count > 1
                    && !context.Connector.TreatsNullsAsEqualInUniques
                    && context.Provider != Provider.Unknown
                    && !LivingRowsAreUniqueOtherwise(index, inside)
                    && !NullsNotDistinct.IsSaidOf(index) => new SoftDeleteUnique(index, inside, SoftDeleteUniqueKind.BindsNobody),
                SoftDeleteKind.Flag when index.Columns.Count > 1 => new SoftDeleteUnique(index, inside, SoftDeleteUniqueKind.SecondDeletionFails),
                _ => null,
            };
        }
        var chosen = index.Fields.Any(column => ChosenValues.IsChosen(column, businessWords));
        return new SoftDeleteUnique(index, marker, chosen ? SoftDeleteUniqueKind.BlocksReuse : SoftDeleteUniqueKind.BlocksOther);
    }

    // A unique over columns that are not the marker, for all rows or for some: somebody has thought of it.
    private static bool LivingRowsAreUniqueOtherwise(IndexSymbol index, SoftDeleteMarker inside) =>
        index.Model.Indexes.Any(other => other != index
            && other.IsUnique
            && other.Columns.Count > 0
            && other.Fields.All(column => column != inside.Field && index.Fields.Contains(column)));
}
