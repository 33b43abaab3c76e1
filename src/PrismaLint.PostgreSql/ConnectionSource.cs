using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.PostgreSql;

/// <summary>
/// Where the connection URL comes from: <c>--url</c>, the variable of <c>--url-env</c>, <c>DIRECT_URL</c>, <c>DATABASE_URL</c>, the variables that the
/// datasource or the Prisma config names. A pure function of the texts and the environment that it is given.
/// </summary>
public sealed record ConnectionSource
{
    private static readonly string[] s_usual = ["DIRECT_URL", "DATABASE_URL"];

    /// <summary>The variables of the process.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The URL that the user gave; beats everything.</summary>
    public string? Url { get; init; }

    /// <summary>The variable that the user named.</summary>
    public string? UrlVariable { get; init; }

    /// <summary>The text of a <c>.env</c> file that the user named. A variable of the process beats one of the same name in it.</summary>
    public string? EnvFile { get; init; }

    /// <summary>The datasource of the schema.</summary>
    public DatasourceSymbol? Datasource { get; init; }

    /// <summary>The text of the Prisma config.</summary>
    public string? PrismaConfig { get; init; }

    /// <summary>The folder of the schema: certificates are relative to it.</summary>
    public string? SchemaFolder { get; init; }

    /// <summary>Finds the URL to inspect, and what is known of the application's.</summary>
    /// <exception cref="InspectionException">There is none, or it cannot be read.</exception>
    public ConnectionUrl Resolve()
    {
        var file = EnvFile is null ? null : PostgreSql.EnvFile.Parse(EnvFile, Environment);
        string[] direct = [.. new[] { Datasource?.FindEnvironmentVariable("directUrl"), FindInConfig("directUrl") }.OfType<string>()];
        string[] application = [.. new[] { Datasource?.FindEnvironmentVariable("url"), FindInConfig("url") }.OfType<string>()];
        var (origin, text) = Choose(Find, direct, application);

        // A datasource that names its variable says what the application uses; the usual name is a guess.
        var (own, ownText) = new[] { Datasource?.FindEnvironmentVariable("url"), "DATABASE_URL" }.Concat(application).OfType<string>()
            .Select(name => (Name: name, Text: Find(name))).FirstOrDefault(pair => pair.Text is not null);
        var isDirect = direct.Prepend("DIRECT_URL").Any(name => Find(name) is { } found && found != ownText);
        var url = ConnectionUrl.Parse(text, SchemaFolder);
        var isOwn = own is not null && ownText == text;
        return url.With(origin, isOwn ? null : TryParse(own, ownText), isOwn, isDirect || (Datasource?.FindProperty("directUrl") is not null));

        string? Find(string name) =>
            Environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value
            : file is not null && file.TryGetValue(name, out var other) && !string.IsNullOrWhiteSpace(other) ? other
            : null;
    }

    private (string Origin, string Text) Choose(Func<string, string?> find, string[] direct, string[] application)
    {
        if (!string.IsNullOrWhiteSpace(Url))
            return ("--url", Url);
        if (UrlVariable is not null)
        {
            return find(UrlVariable) is { } named
                ? (UrlVariable, named)
                : throw new InspectionException(InspectionFailure.Usage, $"the variable `{UrlVariable}` of --url-env is not set" + Hint);
        }
        var candidates = s_usual.Concat(direct).Concat(application).Distinct(StringComparer.Ordinal)
            .Select(name => (Origin: name, Text: find(name) ?? "")).Where(pair => pair.Text.Length > 0).ToArray();
        if (candidates.Length > 0)
            return candidates.FirstOrDefault(pair => !IsProxy(pair.Text)) is { Text: not null } usable ? usable : candidates[0];
        var names = direct.Concat(application).Except(s_usual).Distinct(StringComparer.Ordinal).ToArray();
        throw new InspectionException(
            InspectionFailure.Usage,
            $"no database to inspect: set DIRECT_URL, DATABASE_URL{string.Concat(names.Select(name => " or " + name))}, name a variable with --url-env, or give --url" + Hint);
    }

    private string Hint => EnvFile is null ? "; the variables of a .env file count with --env-file FILE" : "";

    private string? FindInConfig(string key) => PrismaConfig is null ? null : PrismaConfigVariables.Find(PrismaConfig, key);

    private static bool IsProxy(string text) => text.TrimStart(' ', '"', '\'').StartsWith("prisma", StringComparison.OrdinalIgnoreCase);

    // The application's URL may be one that cannot be inspected: then nothing is known of it.
    private ConnectionUrl? TryParse(string? name, string? text)
    {
        try
        {
            return name is null || text is null ? null : ConnectionUrl.Parse(text, SchemaFolder).With(name, isApplication: true);
        }
        catch (InspectionException)
        {
            return null;
        }
    }
}
