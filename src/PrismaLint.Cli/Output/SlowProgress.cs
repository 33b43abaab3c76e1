using System;
using System.Threading;

namespace PrismaLint.Cli.Output;

/// <summary>Says on standard error what a slow inspection is at: nothing in the first second, then a line every few seconds at most.</summary>
internal sealed class SlowProgress : IProgress<string>, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    private readonly Terminal _terminal;
    private readonly Timer? _timer;
    private string? _step;

    public SlowProgress(Terminal terminal, bool isQuiet)
    {
        _terminal = terminal;
        if (!isQuiet)
            _timer = new Timer(_ => Say(), null, s_patience, s_pause);
    }

    public void Report(string value) => Volatile.Write(ref _step, value);

    public void Dispose() => _timer?.Dispose();

    // The step of the last line is not said again.
    private void Say()
    {
        if (Interlocked.Exchange(ref _step, null) is { } step)
            _terminal.Note($"still inspecting ({step})");
    }
}
