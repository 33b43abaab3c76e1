namespace PrismaLint.Loading;

/// <summary>The catalogs of a <c>pnpm-workspace.yaml</c>: ranges of versions that packages refer to by <c>catalog:</c>.</summary>
internal static class PnpmWorkspace
{
    /// <summary>The range of <c>prisma</c>, or else of <c>@prisma/client</c>, in a catalog.</summary>
    /// <param name="text">The file; <see langword="null"/> where there is none.</param>
    /// <param name="catalog">The catalog's name; empty or <c>default</c> for the one without.</param>
    public static string? FindInCatalog(string? text, string catalog)
    {
        if (text is null)
            return null;
        string? section = null;
        string? name = null;
        string? client = null;
        foreach (var line in new TextLines(text))
        {
            if (YamlLine.Read(line) is not { } entry)
                continue;
            if (entry.Indentation == 0)
                (section, name) = (entry.Key, entry.Key == "catalog" ? "default" : null);
            else if (section == "catalogs" && entry.Value.Length == 0)
                name = entry.Key;
            else if (section is "catalog" or "catalogs" && name == (catalog.Length == 0 ? "default" : catalog))
            {
                if (entry.Key == "prisma")
                    return entry.Value;
                if (entry.Key == "@prisma/client")
                    client ??= entry.Value;
            }
        }
        return client;
    }
}
