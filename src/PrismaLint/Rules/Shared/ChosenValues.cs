using System;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>Columns whose values people choose: addresses, names, codes.</summary>
internal static class ChosenValues
{
    public static readonly RuleOption<NameList> BusinessWords = RuleOption.Names(
        "business_words",
        "Last words of names of text fields whose values people choose.",
        "email", "username", "slug", "name", "code", "phone", "mobile", "handle", "domain", "url", "path", "sku", "number", "title");

    /// <summary>A text, named by one of the words, that holds no foreign key.</summary>
    public static bool IsChosen(FieldSymbol column, NameList businessWords) =>
        column is { Scalar: ScalarType.String, IsList: false }
        && businessWords.Contains(LastWord(column.Name, businessWords))
        && !column.ForeignKeysOver.Any();

    // A name without capitals or underscores is one word: `username` is listed, `useremail` ends in a listed one.
    private static string LastWord(string name, NameList businessWords)
    {
        var last = Words.Last(name);
        if (last.Length != name.Length)
            return last;
        return businessWords.Patterns.FirstOrDefault(word => word.Length > 4 && last.EndsWith(word, StringComparison.Ordinal)) ?? last;
    }
}
