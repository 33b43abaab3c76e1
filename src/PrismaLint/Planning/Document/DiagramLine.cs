namespace PrismaLint.Planning.Document;

/// <summary>A column in a box.</summary>
/// <param name="Name">The field.</param>
/// <param name="Type">Its type, as the schema calls it.</param>
/// <param name="Keys">What it is part of: <c>PK</c>, <c>FK</c>, <c>UK</c>, or several with commas; empty for others.</param>
public sealed record DiagramLine(string Name, string Type, string Keys);
