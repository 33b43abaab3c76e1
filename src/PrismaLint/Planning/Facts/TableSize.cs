using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>What a model's table takes, today and at the end of the time that the plan looks ahead.</summary>
/// <param name="Model">The model.</param>
/// <param name="Volume">Its rows.</param>
/// <param name="TableBytes">Bytes of the table today; <see langword="null"/> where its rows are unknown.</param>
/// <param name="IndexBytes">Bytes of its indexes today.</param>
/// <param name="IsMeasured">The bytes of today are the database's, and no estimate.</param>
internal sealed record TableSize(ModelSymbol Model, TableVolume Volume, double? TableBytes, double? IndexBytes, bool IsMeasured)
{
    /// <summary>Rows at the end; <see langword="null"/> where rows or growth are unknown.</summary>
    public double? HorizonRows { get; init; }

    /// <summary>Bytes of the table at the end, or today's where growth is unknown.</summary>
    public double? HorizonTableBytes { get; init; }

    /// <summary>Bytes of the indexes at the end, or today's where growth is unknown.</summary>
    public double? HorizonIndexBytes { get; init; }

    public double? TotalBytes => TableBytes + IndexBytes;

    public double? HorizonBytes => HorizonTableBytes + HorizonIndexBytes;
}
