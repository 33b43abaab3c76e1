using System;

namespace PrismaLint.Text;

/// <summary>A place as line and column, both zero-based, the column in UTF-16 code units. Printers add one.</summary>
public readonly record struct LinePosition(int Line, int Character)
{
    public override string ToString() => FormattableString.Invariant($"{Line},{Character}");
}
