namespace PrismaLint.Migrations.Diff;

/// <summary>What a step asks for.</summary>
public enum MigrationStepKind
{
    /// <summary>A change of the Prisma schema that makes others unnecessary.</summary>
    Schema,

    /// <summary>Statements that change the database.</summary>
    Sql,

    /// <summary>A client is generated and deployed everywhere.</summary>
    Deploy,

    /// <summary>A look that decides whether to go on.</summary>
    Verify,
}
