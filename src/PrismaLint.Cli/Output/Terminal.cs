using System;
using System.IO;
using System.Text;

namespace PrismaLint.Cli.Output;

/// <summary>The two ways out: UTF-8 without byte order mark, <c>\n</c> as line break, whatever the culture.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Terminal()
    {
        Output = Open(Console.OpenStandardOutput());
        ErrorOutput = Open(Console.OpenStandardError());
        ErrorOutput.AutoFlush = true;
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
            Console.OutputEncoding = Utf8;
    }

    public StreamWriter Output { get; }

    public StreamWriter ErrorOutput { get; }

    /// <summary>Colours are wanted and seen by somebody.</summary>
    public static bool ShowsColors(bool isRedirected) =>
        !isRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public void Error(string message) => ErrorOutput.Write($"prismalint: error: {Reporting.CodeFrame.Show(message)}\n");

    public void Note(string message) => ErrorOutput.Write($"prismalint: {Reporting.CodeFrame.Show(message)}\n");

    public void Dispose()
    {
        Close(Output);
        Close(ErrorOutput);
    }

    private static StreamWriter Open(Stream stream) => new(stream, Utf8, bufferSize: 16 * 1024) { NewLine = "\n" };

    private static void Close(StreamWriter writer)
    {
        try
        {
            writer.Dispose();
        }
        catch (IOException)
        {
            // Whoever read it has gone.
        }
    }
}
