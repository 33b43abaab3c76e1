namespace PrismaLint.Planning.Document;

/// <summary>
/// A piece of a section. Its texts are plain but for names between backticks, as in messages of findings; what comes from the schema is put
/// into them with <see cref="PlanText"/>. How a piece looks is the matter of the writers.
/// </summary>
public abstract record PlanBlock;
