namespace PrismaLint.Benchmarks.Generation;

/// <summary>One field of a generated model.</summary>
internal readonly record struct FieldDraft(string Name, string Type, string Attributes = "", string Comment = "");
