using System.IO;
using Spectre.Console;

namespace PrismaLint.Cli.Output;

/// <summary>Text with the terminal's own sixteen colours, so that it suits the theme. Lines are broken by the terminal alone.</summary>
internal sealed class ColorSink(TextWriter writer) : ITextSink
{
    private readonly AnsiWriter _ansi = new(writer, new AnsiCapabilities { Ansi = true, ColorSystem = ColorSystem.Standard });

    public void Write(string text, Tone tone = Tone.Plain)
    {
        if (tone == Tone.Plain)
            _ansi.Write(text);
        else if (text.EndsWith('\n'))
            _ansi.Write(text[..^1], StyleOf(tone), null).Write("\n");
        else
            _ansi.Write(text, StyleOf(tone), null);
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Dim => new Style(decoration: Decoration.Dim),
        Tone.Error => new Style(Color.Red, decoration: Decoration.Bold),
        Tone.Warning => new Style(Color.Olive, decoration: Decoration.Bold),
        Tone.Suggestion => new Style(Color.Teal, decoration: Decoration.Bold),
        Tone.Fix or Tone.Good => new Style(Color.Green),
        _ => Style.Plain,
    };
}
