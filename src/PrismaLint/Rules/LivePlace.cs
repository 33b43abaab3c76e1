using PrismaLint.Text;

namespace PrismaLint.Rules;

/// <summary>Where the schema speaks of something in the database.</summary>
/// <param name="Location">The place; for what the schema does not know, the datasource.</param>
/// <param name="Object">What the finding is about: a name of the schema, or the qualified name in the database.</param>
/// <param name="IsDeclared">The schema knows it; otherwise the location is only the datasource's.</param>
public sealed record LivePlace(Location Location, string Object, bool IsDeclared);
