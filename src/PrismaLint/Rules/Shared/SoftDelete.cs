using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Shared;

/// <summary>Finds out which models keep deleted rows, and how.</summary>
internal sealed class SoftDelete
{
    public static readonly RuleOption<NameList> MarkerNames = RuleOption.Names(
        "soft_delete.marker_names",
        "Names of fields that hold the moment of a soft deletion, whatever their case and underscores.",
        "deletedAt", "deletedOn", "deletedDate");

    public static readonly RuleOption<NameList> FlagNames = RuleOption.Names(
        "soft_delete.flag_names",
        "Names of Boolean fields that mark a row as deleted, whatever their case and underscores.",
        "isDeleted", "deleted");

    // Models of what is gone or of what happened: their rows are the record of a deletion, not deleted rows.
    private static readonly string[] s_tombstones = ["deleted", "tombstone", "trash", "archive", "history", "log", "event"];

    private readonly NameList _markers;
    private readonly NameList _flags;

    public SoftDelete(RuleContext context)
    {
        _markers = Words.Squash(context.Get(MarkerNames));
        _flags = Words.Squash(context.Get(FlagNames));
    }

    /// <summary>The marker of a model; the moment before the flag where it has both. None for tombstones.</summary>
    public SoftDeleteMarker? MarkerOf(ModelSymbol model)
    {
        var markers = MarkersOf(model);
        return markers.FirstOrDefault(marker => marker.Kind is SoftDeleteKind.NullableMoment or SoftDeleteKind.Sentinel)
            ?? markers.FirstOrDefault(marker => marker.Kind == SoftDeleteKind.Flag);
    }

    /// <summary>Every field named like a marker, of tombstones none.</summary>
    public IReadOnlyList<SoftDeleteMarker> MarkersOf(ModelSymbol model)
    {
        List<SoftDeleteMarker>? markers = null;
        foreach (var candidate in model.Fields)
        {
            if (KindOf(candidate) is { } kind)
                (markers ??= []).Add(new SoftDeleteMarker(candidate, kind));
        }
        return markers is null || IsTombstone(model) ? [] : markers;
    }

    public static bool IsTombstone(ModelSymbol model) =>
        Words.Split(model.Name).Any(word => Array.IndexOf(s_tombstones, Singular(word)) >= 0);

    private static string Singular(string word) => word switch
    {
        "histories" => "history",
        "tombstones" or "archives" or "logs" or "events" => word.Substring(0, word.Length - 1),
        _ => word,
    };

    private SoftDeleteKind? KindOf(FieldSymbol candidate)
    {
        if (candidate.IsList || candidate.IsIgnored)
            return null;
        switch (candidate.Scalar)
        {
            case ScalarType.Boolean:
                return _flags.Contains(Words.Squash(candidate.Name)) ? SoftDeleteKind.Flag : null;
            case ScalarType.DateTime or ScalarType.Int or ScalarType.BigInt when _markers.Contains(Words.Squash(candidate.Name)):
                if (candidate.IsOptional)
                    return SoftDeleteKind.NullableMoment;
                return IsSentinel(candidate.Default) ? SoftDeleteKind.Sentinel : SoftDeleteKind.NeverNull;
            default:
                return null;
        }
    }

    private static bool IsSentinel(DefaultValue? value)
    {
        if (value?.Expression is not LiteralExpressionSyntax literal)
            return false;
        if (!literal.IsString)
            return literal.Value is "0" or "-1";
        return DateTimeOffset.TryParse(literal.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && (moment.UtcDateTime.Year >= 9000 || moment.UtcDateTime.Year <= 1970);
    }
}
