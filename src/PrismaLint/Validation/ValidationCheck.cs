using PrismaLint.Diagnostics;

namespace PrismaLint.Validation;

/// <summary>One check of a family, as its page lists it. Declared beside the code that makes it.</summary>
/// <param name="Detail">Kebab-case name, unique among all checks: the <see cref="Diagnostic.Detail"/> of its findings.</param>
/// <param name="Family">The family whose id its findings carry.</param>
/// <param name="Stage">The step of Prisma's validator that it belongs to.</param>
/// <param name="Summary">What is found, in one line without a full stop.</param>
public sealed record ValidationCheck(string Detail, DiagnosticDescriptor Family, ValidationStage Stage, string Summary)
{
    /// <summary><see cref="DiagnosticSeverity.Warning"/> where Prisma only warns.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    public override string ToString() => $"{Family.Id} {Detail}";
}
