using System;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>The field by which rows of a model follow one another.</summary>
internal static class MomentFields
{
    // A moment that lies ahead, or that a row gets after it was made, says nothing of when it came.
    private static readonly string[] s_others =
    [
        "update", "modif", "edit", "delet", "remov", "expir", "revok", "consum", "birth", "due", "end", "until", "deadline", "cancel", "archiv", "disabl", "lastactiv", "lastsync",
        "lastlog", "lastseen", "lastused", "scheduled", "read", "verified", "confirmed", "reset", "locked", "lockout", "banned", "trial", "renew", "next", "firsttee",
    ];

    private static readonly string[] s_numbers = ["version", "versionnumber", "revision", "revisionnumber", "sequence", "sequencenumber", "seq", "postorder"];

    /// <summary>A required moment that says when a row happened, else when it was made; <see langword="null"/> without one.</summary>
    public static FieldSymbol? Of(ModelSymbol model)
    {
        var moments = model.Fields.Where(field => field is { Scalar: ScalarType.DateTime, IsRequired: true, IsIgnored: false, IsUpdatedAt: false }
            && field.NativeType?.Name is not ("Time" or "Timetz") && !IsOther(field)).ToArray();
        return Array.Find(moments, field => !AuditNames.IsCreation(field.Name)) ?? moments.FirstOrDefault();
    }

    /// <summary>Moments that the database sets for new rows, and that may be empty all the same.</summary>
    public static FieldSymbol? OptionalOf(ModelSymbol model) =>
        model.Fields.FirstOrDefault(field => field is { Scalar: ScalarType.DateTime, IsOptional: true, IsIgnored: false, Default.Function: "now" } && !IsOther(field));

    /// <summary>A number that grows with each row of one parent, so that it has no default or is unique with others; <see langword="null"/> without one.</summary>
    public static FieldSymbol? NumberOf(ModelSymbol model) => model.Fields.FirstOrDefault(field =>
        field is { Scalar: ScalarType.Int or ScalarType.BigInt, IsRequired: true, IsList: false } && Array.IndexOf(s_numbers, Words.Squash(field.Name)) >= 0
        && field.Default?.IsGeneratedIdentifier != true
        && (field.Default is null || model.Indexes.Any(index => index.IsUnique && index.Fields.Contains(field))));

    private static bool IsOther(FieldSymbol field)
    {
        var name = Words.Squash(field.Name);
        return name.Contains("birth", StringComparison.Ordinal) || name == "dob" || s_others.Any(word => name.StartsWith(word, StringComparison.Ordinal)) || Words.Split(field.Name).Any(word => word is "end" or "due" or "deadline" or "expires" or "expiry" or "until");
    }
}
