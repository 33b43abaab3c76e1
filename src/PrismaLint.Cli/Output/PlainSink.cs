using System.IO;

namespace PrismaLint.Cli.Output;

/// <summary>Text without colours.</summary>
internal sealed class PlainSink(TextWriter writer) : ITextSink
{
    public void Write(string text, Tone tone = Tone.Plain) => writer.Write(text);
}
