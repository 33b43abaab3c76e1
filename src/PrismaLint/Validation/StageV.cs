namespace PrismaLint.Validation;

/// <summary>What needs the database provider or the whole picture.</summary>
internal static class StageV
{
    public static void Run(ValidationContext context) => _ = context.Connector;
}
