namespace PrismaLint.Migrations.Diff;

/// <summary>A lock that a statement takes (PostgreSQL).</summary>
/// <param name="Level">The level as the manual calls it: <c>ACCESS EXCLUSIVE</c>.</param>
/// <param name="Tables">The tables, as the database calls them, separated by commas.</param>
/// <param name="Blocks">What waits meanwhile: <c>reads and writes</c>, <c>writes</c>.</param>
/// <param name="Duration">How long: <c>for a moment</c>, <c>while every row is read</c>.</param>
public sealed record TableLock(string Level, string Tables, string Blocks, string Duration)
{
    internal const string Moment = "for a moment";
    internal const string Scan = "while every row is read";
    internal const string Rewrite = "while the table and its indexes are written anew";

    internal static TableLock AccessExclusive(string tables, string duration = Moment) => new("ACCESS EXCLUSIVE", tables, "reads and writes", duration);

    internal static TableLock Share(string tables) => new("SHARE", tables, "writes", "while the index is built");

    internal static TableLock ShareRowExclusive(string tables, string duration) => new("SHARE ROW EXCLUSIVE", tables, "writes", duration);

    public override string ToString() => $"{Level} on {Tables}: {Blocks} wait {Duration}";
}
