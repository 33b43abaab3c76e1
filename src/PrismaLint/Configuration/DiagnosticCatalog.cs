using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Text;
using PrismaLint.Validation;

namespace PrismaLint.Configuration;

/// <summary>Every id that a finding can have and that configuration can name.</summary>
public static class DiagnosticCatalog
{
    private static readonly Lazy<Dictionary<string, DiagnosticDescriptor>> s_byIdOrName = new(Index);

    /// <summary>Validations, the tool's own and rules, in the order of the ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. ValidationDescriptors.All
            .Concat(ConfigurationDescriptors.All)
            .Concat(RuleCatalog.All.Select(rule => rule.Descriptor))
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    /// <summary>What has that id or name, whatever its case.</summary>
    public static DiagnosticDescriptor? Find(string idOrName) =>
        s_byIdOrName.Value.TryGetValue(idOrName, out var descriptor) ? descriptor : null;

    /// <summary>The name that was probably meant; <see langword="null"/> where none is near.</summary>
    public static string? FindNearest(string idOrName) =>
        LooksLikeId(idOrName) ? null : NearestName.Find(idOrName, All.Select(descriptor => descriptor.Name).Concat(All.Select(descriptor => descriptor.Id)));

    /// <summary><c>PL</c> and digits: an id of this tool and of no other.</summary>
    internal static bool LooksLikeId(string text) =>
        text.Length > 2 && text.StartsWith("PL", StringComparison.OrdinalIgnoreCase) && text.Skip(2).All(c => c is >= '0' and <= '9');

    private static Dictionary<string, DiagnosticDescriptor> Index()
    {
        var index = new Dictionary<string, DiagnosticDescriptor>(StringComparer.OrdinalIgnoreCase);
        foreach (var descriptor in All)
        {
            index[descriptor.Id] = descriptor;
            index[descriptor.Name] = descriptor;
        }
        return index;
    }
}
