using System;
using System.Collections.Generic;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;

namespace PrismaLint.Loading;

/// <summary>What counts in a <c>package.json</c>.</summary>
internal sealed class PackageManifest
{
    private const int MaxDepth = 4;

    private static readonly string[] s_packages = ["prisma", "@prisma/client"];
    private static readonly string[] s_sections = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

    private readonly Dictionary<string, string> _values;

    private PackageManifest(Dictionary<string, string> values) => _values = values;

    /// <summary>The package's name.</summary>
    public string? Name => Find("name");

    /// <summary>The package's own version.</summary>
    public string? Version => Find("version");

    /// <summary>The path at <c>prisma.schema</c>.</summary>
    public string? Schema => Find("prisma/schema");

    /// <summary>The range of versions of <c>prisma</c>, or else of <c>@prisma/client</c>, that it depends on.</summary>
    public string? PrismaRange
    {
        get
        {
            foreach (var package in s_packages)
            {
                foreach (var section in s_sections)
                {
                    if (Find(section + "/" + package) is { } range)
                        return range;
                }
            }
            return null;
        }
    }

    // Nothing that matters here is deeper; the bound keeps a hostile file from costing memory.
    private static readonly XmlDictionaryReaderQuotas s_quotas = new() { MaxDepth = 64, MaxStringContentLength = 1 << 20 };

    /// <summary>Reads a manifest; <see langword="null"/> where the text is no JSON object.</summary>
    public static PackageManifest? Parse(string json)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF')), s_quotas);
            ReadStrings(reader, values);
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            return null;
        }
        return new PackageManifest(values);
    }

    /// <summary>The range of a catalog as Bun keeps it, in the manifest at the root.</summary>
    public string? FindInCatalog(string catalog)
    {
        var path = catalog.Length == 0 ? "catalog" : "catalogs/" + catalog;
        foreach (var prefix in new[] { "", "workspaces/" })
        {
            if ((Find(prefix + path + "/prisma") ?? Find(prefix + path + "/@prisma/client")) is { } range)
                return range;
        }
        return null;
    }

    private string? Find(string path) => _values.TryGetValue(path, out var value) ? value : null;

    // The reader shows JSON as XML: <root type="object"><name type="string">…; a key that is no XML name is in attribute "item".
    private static void ReadStrings(XmlDictionaryReader reader, Dictionary<string, string> values)
    {
        var keys = new string[MaxDepth + 1];
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth is 0 or > MaxDepth)
                continue;
            keys[reader.Depth] = reader.GetAttribute("item") ?? reader.LocalName;
            if (reader.GetAttribute("type") != "string")
                continue;
            var path = string.Join("/", keys, 1, reader.Depth);
            if (reader.IsEmptyElement)
                values[path] = "";
            else if (reader.Read() && reader.NodeType == XmlNodeType.Text)
                values[path] = reader.Value;
        }
    }
}
