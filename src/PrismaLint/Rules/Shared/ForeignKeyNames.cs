using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>How the column of a foreign key and its relation field are named after each other: <c>authorId</c>, <c>author</c>.</summary>
internal static class ForeignKeyNames
{
    /// <summary>Letters from which two words have a stem in common: creator, createdBy.</summary>
    private const int StemLength = 4;

    private static readonly string[] s_idWords = ["uuid", "guid", "cuid", "uid", "id"];

    /// <summary>
    /// One name is seen to be taken from the other: they begin alike (<c>creator</c>, <c>createdById</c>), all words of one are
    /// in the other (<c>group</c>, <c>partnerGroupId</c>), or the key is an abbreviation (<c>organization</c>, <c>orgId</c>).
    /// </summary>
    public static bool Agree(ForeignKeySymbol key)
    {
        string column = Words.Squash(key.Fields[0].Name), relation = Words.Squash(key.RelationField.Name);
        if (column.StartsWith(relation, StringComparison.Ordinal) || BeginAlike(column, relation))
            return true;
        var reference = key.References[0].Name;
        var ofColumn = Words.Split(key.Fields[0].Name).Where(word => !s_idWords.Contains(word) && !Words.Split(reference).Contains(word)).ToList();
        var ofRelation = Words.Split(key.RelationField.Name);
        return ofColumn.Count > 0
            && (ofColumn.All(ofRelation.Contains) || ofRelation.All(ofColumn.Contains) || Abbreviates(FindStem(column) ?? string.Concat(ofColumn), relation));
    }

    // `org` is organization, `nf` nota_fiscal, `hteam` hometeam: the same first letter, and all others in their order.
    private static bool Abbreviates(string text, string relation)
    {
        if (text.Length < 2 || text[0] != relation[0])
            return false;
        var found = 0;
        foreach (var letter in relation)
        {
            if (found < text.Length && letter == text[found])
                found++;
        }
        return found == text.Length;
    }

    // Names without separators: accountid.
    private static string? FindStem(string squashed)
    {
        foreach (var ending in s_idWords)
        {
            if (squashed.Length > ending.Length && squashed.EndsWith(ending, StringComparison.Ordinal))
                return squashed.Substring(0, squashed.Length - ending.Length);
        }
        return null;
    }

    private static bool BeginAlike(string one, string other) =>
        one.Length >= StemLength && other.Length >= StemLength && string.CompareOrdinal(one, 0, other, 0, StemLength) == 0;

    /// <summary>The column's name without the part that says what it refers to; <see langword="null"/> where there is none.</summary>
    public static string? FindStem(ForeignKeySymbol key)
    {
        var column = key.Fields[0].Name;
        foreach (var ending in s_idWords.Prepend(key.References[0].Name))
        {
            var end = column.Length - ending.Length;
            if (end > 0 && column.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && (column[end - 1] == '_' || char.IsUpper(column[end])))
                return column.Substring(0, end).TrimEnd('_');
        }
        return null;
    }

    /// <summary>What the column is expected to be called, in the style that it has.</summary>
    public static string ColumnFor(ForeignKeySymbol key)
    {
        var column = key.Fields[0].Name;
        var style = NameStyles.Of(column) == NameStyle.Snake || (NameStyles.Of(column) == NameStyle.Flat && NameStyles.Of(key.RelationField.Name) == NameStyle.Snake)
            ? NameStyle.Snake
            : NameStyle.Camel;
        return NameStyles.Convert(key.RelationField.Name + "_" + Suffix(key), style);
    }

    /// <summary>The reference is an identifier, so that the column is expected to be called after it or just <c>Id</c>.</summary>
    public static bool RefersToId(ForeignKeySymbol key) => s_idWords.Contains(Words.Last(key.References[0].Name));

    // `userUuid` refers to uuid, and what refers to `id` or `userId` is called `userId`.
    private static string Suffix(ForeignKeySymbol key)
    {
        var word = Words.Last(key.References[0].Name);
        return Words.Last(key.Fields[0].Name) == word ? word : "id";
    }
}
