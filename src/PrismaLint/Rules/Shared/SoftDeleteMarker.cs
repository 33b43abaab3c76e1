using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>The field by which a model marks rows as deleted.</summary>
internal sealed record SoftDeleteMarker(FieldSymbol Field, SoftDeleteKind Kind)
{
    /// <summary>The object form of <c>where</c> that keeps the living rows; <see langword="null"/> where it has none.</summary>
    public string? LiveCondition => Kind switch
    {
        SoftDeleteKind.NullableMoment => Field.Name + ": null",
        SoftDeleteKind.Flag => Field.Name + ": false",
        _ => null,
    };

    /// <summary>The condition in SQL, without the names' quotes.</summary>
    public string LiveSql => Kind == SoftDeleteKind.Flag ? "NOT " + Field.ColumnName : Field.ColumnName + " IS NULL";
}
