namespace PrismaLint.Migrations.Diff;

/// <summary>What a change does to a database in use, and to the clients that use it, the harmless first.</summary>
public enum ChangeClass
{
    /// <summary>Nothing waits, fails or is lost.</summary>
    Safe,

    /// <summary>Needs care: an order of steps, a lock worth avoiding, or a look at the data.</summary>
    Care,

    /// <summary>Running clients fail, or the migration itself does on a table with rows.</summary>
    Breaking,

    /// <summary>The migration that Prisma writes deletes or alters what rows hold.</summary>
    DataLoss,
}
