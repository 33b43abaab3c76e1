using System;

namespace Storefront;

/// <summary>An amount in one currency, to the cent.</summary>
public readonly record struct Money(decimal Amount, string Currency)
{
    public static Money Zero(string currency) => new(0, currency);

    public static Money operator +(Money left, Money right) => left.Add(right);

    public static Money operator *(Money money, int times) => money.Multiply(times);

    public Money Add(Money other) => Currency == other.Currency
        ? this with { Amount = Amount + other.Amount }
        : throw new InvalidOperationException($"{Currency} and {other.Currency} do not add up");

    public Money Multiply(int times) => this with { Amount = Amount * times };

    public Money Less(decimal percent) => this with { Amount = decimal.Round(Amount * (100 - percent) / 100, 2) };

    public override string ToString() => FormattableString.Invariant($"{Amount:0.00} {Currency}");
}
