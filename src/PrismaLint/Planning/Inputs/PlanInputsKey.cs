namespace PrismaLint.Planning.Inputs;

/// <summary>A key of the inputs.</summary>
/// <param name="Name">With dots: <c>traffic.reads_per_write</c>.</param>
/// <param name="Example">A value, as the file writes it; empty where only the schema can give one.</param>
/// <param name="Meaning">What it says, without a full stop.</param>
/// <param name="Use">What the plan makes of it: what follows the word "for".</param>
internal sealed record PlanInputsKey(string Name, string Example, string Meaning, string Use);
