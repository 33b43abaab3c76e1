using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>The families of checks that mirror Prisma's own validator. What each holds: <see cref="ValidationCatalog"/>.</summary>
public static class ValidationDescriptors
{
    public static DiagnosticDescriptor SyntaxError => SyntaxDescriptors.SyntaxError;

    public static DiagnosticDescriptor UnknownType { get; } =
        Family("PL0002", "unknown-type", "Type of a field that nothing declares");

    public static DiagnosticDescriptor DuplicateOrReservedName { get; } =
        Family("PL0003", "duplicate-or-reserved-name", "Name that is taken, reserved or malformed");

    public static DiagnosticDescriptor InvalidAttribute { get; } =
        Family("PL0004", "invalid-attribute", "Attribute or argument that Prisma refuses");

    public static DiagnosticDescriptor InvalidKey { get; } =
        Family("PL0005", "missing-or-invalid-key", "Model without a usable key, or a key over fields that cannot hold one");

    public static DiagnosticDescriptor MissingOppositeRelation { get; } =
        Family("PL0006", "missing-opposite-relation", "Relation field without a counterpart on the other side");

    public static DiagnosticDescriptor AmbiguousRelation { get; } =
        Family("PL0007", "ambiguous-relation", "Relation fields that cannot be told apart");

    public static DiagnosticDescriptor InvalidRelation { get; } =
        Family("PL0008", "invalid-relation", "Relation whose sides do not fit together");

    public static DiagnosticDescriptor InvalidReferentialAction { get; } =
        Family("PL0009", "invalid-referential-action", "Referential action that the database or relation mode refuses");

    public static DiagnosticDescriptor InvalidIndex { get; } =
        Family("PL0010", "invalid-index", "Index that the database cannot have");

    public static DiagnosticDescriptor InvalidConfigurationBlock { get; } =
        Family("PL0011", "invalid-configuration-block", "Datasource or generator that Prisma refuses");

    /// <summary>Every family, in the order of the ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        SyntaxError, UnknownType, DuplicateOrReservedName, InvalidAttribute, InvalidKey, MissingOppositeRelation, AmbiguousRelation,
        InvalidRelation, InvalidReferentialAction, InvalidIndex, InvalidConfigurationBlock,
    ];

    private static DiagnosticDescriptor Family(string id, string name, string title) => new(id, name)
    {
        Title = title,
        Category = DiagnosticCategory.Validity,
        DefaultSeverity = DiagnosticSeverity.Error,
    };
}
