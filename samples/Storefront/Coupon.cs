using System;

namespace Storefront;

/// <summary>A reduction by a share of the total, for a while.</summary>
public sealed record Coupon(string Code, decimal Percent, DateTimeOffset? ValidFrom = null, DateTimeOffset? ValidTo = null)
{
    public bool IsValidAt(DateTimeOffset time) => (ValidFrom is null || time >= ValidFrom) && (ValidTo is null || time < ValidTo);
}
