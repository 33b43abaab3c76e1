using System;

namespace PrismaLint.Rules.Shared;

/// <summary>Names of fields that hold when a row was made or last changed, and by whom.</summary>
internal static class AuditNames
{
    private static readonly string[] s_ends = ["at", "on", "date", "time", "datetime"];

    /// <summary>createdAt, created_on, creationDate; neither createdBy nor a bare created.</summary>
    public static bool IsCreation(string name) => IsMoment(Words.Squash(name), "created", "create", "creation");

    /// <summary>updatedAt, modified_on, lastModifiedDate; neither updatedBy nor a bare lastModified.</summary>
    public static bool IsChange(string name) =>
        IsMoment(Words.Squash(name), "updated", "update", "modified", "lastupdated", "lastupdate", "lastmodified", "write");

    /// <summary>createdBy, created_by_user_id, published_by, create_uid: who did something to the row, and does not own it.</summary>
    public static bool IsAuthor(string name) => Words.Split(name) is { Count: > 1 } words && (words[1] == "by" || (words.Count == 2 && words[1] == "uid" && words[0] is "create" or "write"));

    private static bool IsMoment(string name, params string[] starts)
    {
        foreach (var start in starts)
        {
            if (name.StartsWith(start, StringComparison.Ordinal) && Array.IndexOf(s_ends, name.Substring(start.Length)) >= 0)
                return true;
        }
        return false;
    }
}
