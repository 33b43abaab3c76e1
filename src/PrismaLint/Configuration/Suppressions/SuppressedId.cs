using PrismaLint.Text;

namespace PrismaLint.Configuration.Suppressions;

/// <summary>An id or name in a suppression comment.</summary>
/// <param name="Id">The id that it stands for.</param>
/// <param name="Span">Where it is written.</param>
internal sealed record SuppressedId(string Id, TextSpan Span)
{
    /// <summary>The name of prisma-lint's rule, where a comment of prisma-lint names it.</summary>
    public string? Origin { get; init; }

    /// <summary>It hid a finding.</summary>
    public bool IsUsed { get; set; }
}
