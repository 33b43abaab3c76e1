using System;
using System.Collections.Generic;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;

namespace PrismaLint.Loading;

/// <summary>What counts in a <c>package.json</c>.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Version">The package's own version.</param>
/// <param name="Schema">The path at <c>prisma.schema</c>.</param>
/// <param name="PrismaRange">The range of versions of <c>prisma</c>, or else of <c>@prisma/client</c>, that it depends on.</param>
internal sealed record PackageManifest(string? Name, string? Version, string? Schema, string? PrismaRange)
{
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
        return new PackageManifest(
            Value("name"),
            Value("version"),
            Value("prisma/schema"),
            Value("dependencies/prisma") ?? Value("devDependencies/prisma") ?? Value("peerDependencies/prisma")
            ?? Value("dependencies/@prisma/client") ?? Value("devDependencies/@prisma/client") ?? Value("peerDependencies/@prisma/client"));

        string? Value(string path) => values.TryGetValue(path, out var value) ? value : null;
    }

    // The reader shows JSON as XML: <root type="object"><name type="string">…; a key that is no XML name is in attribute "item".
    private static void ReadStrings(XmlDictionaryReader reader, Dictionary<string, string> values)
    {
        var keys = new string[3];
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth is 0 or > 2)
                continue;
            keys[reader.Depth] = reader.GetAttribute("item") ?? reader.LocalName;
            if (reader.GetAttribute("type") != "string")
                continue;
            var path = reader.Depth == 1 ? keys[1] : keys[1] + "/" + keys[2];
            if (reader.IsEmptyElement)
                values[path] = "";
            else if (reader.Read() && reader.NodeType == XmlNodeType.Text)
                values[path] = reader.Value;
        }
    }
}
