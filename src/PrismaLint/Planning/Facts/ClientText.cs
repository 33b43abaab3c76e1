using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Models and fields as code for the generated client writes them.</summary>
internal static class ClientText
{
    /// <summary>The client's property for a model: <c>prisma.user</c>.</summary>
    public static string Delegate(ModelSymbol model) => "prisma." + Variable(model);

    /// <summary>The name of a model with a small first letter.</summary>
    public static string Variable(ModelSymbol model) => char.ToLowerInvariant(model.Name[0]) + model.Name.Substring(1);

    /// <summary>The name by which <c>where</c> calls a key: the field, or the fields of a compound key.</summary>
    public static string Selector(IndexSymbol index) => index.Columns.Count == 1
        ? index.Columns[0].Field.Name
        : $"{index.ClientName ?? string.Join("_", index.Fields.Select(field => field.Name))}: {{ {Names(index.Fields)} }}";

    /// <summary>An index as the schema writes it, behind the field that carries it.</summary>
    public static string Quote(IndexSymbol index) => index.DeclaringField is { } field ? field.Name + " " + index.Quote : index.Quote;

    public static string Names(IEnumerable<FieldSymbol> fields) => string.Join(", ", fields.Select(field => field.Name));

    /// <summary>The keys that <c>findUnique</c> accepts, partial ones aside.</summary>
    public static IEnumerable<IndexSymbol> Selectors(ModelSymbol model) =>
        model.Indexes.Where(index => index.IsUnique && index.Predicate is null && index.Columns.Count > 0);
}
