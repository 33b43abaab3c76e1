namespace PrismaLint.Cli.Output;

/// <summary>What a piece of text is, for its colour.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Dim,
    Error,
    Warning,
    Suggestion,
    Fix,
    Good,
}
