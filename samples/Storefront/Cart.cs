using System;
using System.Collections.Generic;
using System.Linq;

namespace Storefront;

/// <summary>What a customer is about to order.</summary>
public sealed class Cart(string currency)
{
    private readonly List<OrderLine> _lines = [];

    public IReadOnlyList<OrderLine> Lines => _lines;

    public void Add(OrderLine line) => _lines.Add(line);

    public Money TotalAt(DateTimeOffset time, Coupon? coupon = null)
    {
        var total = _lines.Aggregate(Money.Zero(currency), (sum, line) => sum + line.Total);
        return coupon is not null && coupon.IsValidAt(time) ? total.Less(coupon.Percent) : total;
    }
}
