namespace Storefront;

/// <summary>A variant and how many of it; the price is that of the day of the order.</summary>
public sealed record OrderLine(string Sku, int Quantity, Money UnitPrice)
{
    public Money Total => UnitPrice * Quantity;
}
