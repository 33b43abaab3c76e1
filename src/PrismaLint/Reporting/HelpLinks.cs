namespace PrismaLint.Reporting;

/// <summary>Where the page of an id is to be read. There is no web site: it is a folder of pages or an address that the user gives.</summary>
/// <param name="baseUri">What stands before the id; <see langword="null"/> or empty where pages have no address.</param>
/// <param name="ending">What stands behind it, such as <c>.md</c>.</param>
public sealed class HelpLinks(string? baseUri, string ending = "")
{
    public static HelpLinks None { get; } = new(null);

    /// <summary>The pages as files <c>PL3001.md</c> in a folder.</summary>
    /// <param name="folder">An absolute path.</param>
    public static HelpLinks InFolder(string folder)
    {
        var path = folder.Replace('\\', '/').TrimEnd('/');
        return new HelpLinks("file://" + (path.StartsWith('/') ? "" : "/") + UriText.Escape(path) + "/", ".md");
    }

    /// <summary>The address of a page, if there is one.</summary>
    public string? Find(string id) => baseUri is { Length: > 0 } start ? start + id + ending : null;
}
