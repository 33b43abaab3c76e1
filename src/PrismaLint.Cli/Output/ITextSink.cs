namespace PrismaLint.Cli.Output;

/// <summary>Takes text piece by piece.</summary>
internal interface ITextSink
{
    /// <summary>Writes text that may hold line breaks.</summary>
    void Write(string text, Tone tone = Tone.Plain);
}
