using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Two ways from a row to one row: a key of its own, and a key of a row that it refers to.</summary>
/// <param name="Short">The key that leads there at once.</param>
/// <param name="First">The key that leads to the row between.</param>
/// <param name="Second">The key of the row between.</param>
internal sealed record ParentPath(ForeignKeySymbol Short, ForeignKeySymbol First, ForeignKeySymbol Second)
{
    // Who does something to a row need not be the one who did it to its parent.
    private static readonly string[] s_people = ["user", "contact", "member", "person", "people", "employee", "staff", "player", "golfer", "admin", "profile", "author", "contactor", "actor", "agent"];

    private static readonly string[] s_choices = ["home", "default", "preferred", "favorite", "favourite", "primary", "main", "current", "latest", "last", "first", "next", "previous", "original"];

    /// <summary>The paths of a model.</summary>
    public static IEnumerable<ParentPath> Of(ModelSymbol model)
    {
        foreach (var first in model.ForeignKeys.Where(key => key.Fields.Count == 1 && key.Target != model))
        {
            foreach (var second in first.Target.ForeignKeys.Where(key => key.Fields.Count == 1 && key.Target != first.Target && key.Target != model && IsOnly(key)))
            {
                // Of several keys to one model only the one of the same name can be meant.
                var keys = model.ForeignKeys.Where(key => key.Target == second.Target && key.Fields.Count == 1 && key != first && key.References[0] == second.References[0]).ToArray();
                if (keys.Length == 1 && !IsPerson(second.Target) && !IsChoice(second) && !Queries.LatestPair.IsAuthor(keys[0]) && !Queries.LatestPair.IsAuthor(second) && !IsTiedByKey(keys[0], first))
                    yield return new ParentPath(keys[0], first, second);
            }
        }
    }

    private static bool IsOnly(ForeignKeySymbol key) => key.Model.ForeignKeys.Count(other => other.Target == key.Target) == 1;

    // What a parent prefers or had last binds none of its rows.
    private static bool IsChoice(ForeignKeySymbol key)
    {
        var name = Words.Squash(key.Fields[0].Name);
        return s_choices.Any(word => name.StartsWith(word, StringComparison.Ordinal));
    }

    private static bool IsPerson(ModelSymbol model)
    {
        var name = Words.Squash(model.Name);
        return s_people.Any(word => name.EndsWith(word, StringComparison.Ordinal) || name.EndsWith(word + "s", StringComparison.Ordinal));
    }

    // A compound key that holds both columns cannot lead to two rows.
    private static bool IsTiedByKey(ForeignKeySymbol one, ForeignKeySymbol other) =>
        one.Model.ForeignKeys.Any(key => key.Fields.Contains(one.Fields[0]) && key.Fields.Contains(other.Fields[0]));
}
