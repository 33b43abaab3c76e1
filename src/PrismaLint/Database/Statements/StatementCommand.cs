namespace PrismaLint.Database.Statements;

/// <summary>What a statement does.</summary>
public enum StatementCommand
{
    Unknown,
    Select,
    Insert,
    Update,
    Delete,
}
