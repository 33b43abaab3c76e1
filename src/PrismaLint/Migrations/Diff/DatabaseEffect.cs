using System.Collections.Generic;

namespace PrismaLint.Migrations.Diff;

/// <summary>An object that Prisma's migration creates, drops or alters.</summary>
/// <param name="Object">What kind of object.</param>
/// <param name="Action">What is done to it.</param>
/// <param name="Name">
/// Its name in the database, behind the database schema where the Prisma schema names one: <c>Post</c>, <c>Post.title</c> for columns,
/// <c>Post.Post_title_idx</c> for keys and indexes.
/// </param>
public readonly record struct DatabaseEffect(EffectObject Object, EffectAction Action, string Name)
{
    internal static Comparer<DatabaseEffect> Order { get; } = Comparer<DatabaseEffect>.Create((left, right) =>
    {
        var order = left.Object.CompareTo(right.Object);
        if (order == 0)
            order = string.CompareOrdinal(left.Name, right.Name);
        return order == 0 ? left.Action.CompareTo(right.Action) : order;
    });
}
