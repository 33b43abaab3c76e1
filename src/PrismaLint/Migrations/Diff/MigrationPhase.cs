namespace PrismaLint.Migrations.Diff;

/// <summary>The parts of a migration without downtime.</summary>
public enum MigrationPhase
{
    /// <summary>The database takes the new form beside the old one.</summary>
    Expand,

    /// <summary>Clients and rows move over.</summary>
    Migrate,

    /// <summary>The old form goes.</summary>
    Contract,
}
