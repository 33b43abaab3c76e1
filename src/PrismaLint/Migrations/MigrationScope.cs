namespace PrismaLint.Migrations;

/// <summary>Which migrations are judged.</summary>
public enum MigrationScope
{
    /// <summary>Those that are new (<see cref="MigrationFile.IsNew"/>).</summary>
    New,

    /// <summary>None.</summary>
    Off,

    /// <summary>Every one, for an audit.</summary>
    All,
}
