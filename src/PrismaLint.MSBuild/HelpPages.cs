using System;
using System.Collections.Generic;
using System.IO;

namespace PrismaLint.MSBuild;

/// <summary>Where the page of a rule is: below a base that the project names, else in the package.</summary>
internal sealed class HelpPages(string helpBase, string folder)
{
    private readonly Dictionary<string, string?> _links = new(StringComparer.Ordinal);

    public string? FindLink(string id)
    {
        if (!_links.TryGetValue(id, out var link))
        {
            link = helpBase.Length > 0 ? helpBase + id : FindPage(id);
            _links.Add(id, link);
        }
        return link;
    }

    private string? FindPage(string id)
    {
        if (folder.Length == 0)
            return null;
        var page = Path.GetFullPath(Path.Combine(folder, id + ".md"));
        return File.Exists(page) ? new Uri(page).AbsoluteUri : null;
    }
}
