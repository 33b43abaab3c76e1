using System;
using Storefront;

var cart = new Cart("EUR");
cart.Add(new OrderLine("MUG-BLUE", 2, new Money(9.50m, "EUR")));
cart.Add(new OrderLine("TEE-M", 1, new Money(24.00m, "EUR")));
Console.WriteLine(cart.TotalAt(DateTimeOffset.UnixEpoch, new Coupon("WELCOME", 10)));
