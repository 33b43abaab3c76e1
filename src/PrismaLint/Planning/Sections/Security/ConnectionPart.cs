using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>Encrypted connections, where secrets stand, and raw queries.</summary>
internal static class ConnectionPart
{
    private static readonly string[] s_urls = ["url", "directUrl", "shadowDatabaseUrl"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Connections, secrets and raw queries");
        var items = new List<string>(Url(context));
        items.AddRange(SecurityText.Findings(context, "PL6001", "PL6002", "PL6004", "PL6006", "PL8017"));
        if (context.IsPostgreSql)
        {
            items.Add("The URL of the application ends in `sslmode=verify-full&sslrootcert=…`: it asks for encryption, a certificate that the authority has signed, and the name of the server in it. `require` and `prefer` take any certificate"
                + (context.Schema.PrismaVersion == PrismaVersion.V6 ? "; Prisma 6 calls it `sslaccept=strict`." : "."));
            if (context.Inputs.IsTlsRequired is { } required)
                items.Add($"Encrypted connections are {(required ? "required" : "not required")}, by {context.Inputs.PlaceOf("security.tls_required")}.");
            items.AddRange(Live(context));
        }
        items.Add(context.Inputs.AreRawQueriesReviewed is { } reviewed
            ? $"Raw queries are {(reviewed ? "reviewed" : "not reviewed")}, by {context.Inputs.PlaceOf("security.raw_queries_reviewed")}. The application's code is not read here."
            : "Raw queries stand in the application's code, which is not read here. " + (context.Schema.Connector.IsSql
                ? "`$queryRaw` and `$executeRaw` as tagged templates send values as parameters; `$queryRawUnsafe`, `$executeRawUnsafe` and `Prisma.raw` put text into the statement: a search of the code for these three names finds what is to be looked at."
                : "`$runCommandRaw`, `findRaw` and `aggregateRaw` take whole documents: where a request's JSON goes into one unread, it may bring operators such as `$where` along. A search of the code for these three names finds what is to be looked at."));
        writer.List(items);
    }

    private static IEnumerable<string> Url(PlanContext context)
    {
        if (context.Schema.Datasource is not { } source)
            yield break;
        var found = false;
        foreach (var name in s_urls)
        {
            if (source.FindEnvironmentVariable(name) is { } variable)
            {
                found = true;
                yield return $"{PlanText.Code(name)} of the datasource comes from the environment ({PlanText.Code(variable)}): what it says is not read here, and whoever reads the environment of the process has the password.";
            }
            else if (source.FindString(name) is not null)
            {
                found = true;
                yield return $"{PlanText.Code(name)} of the datasource is written out in the schema ({PlanContext.Place(source)}): every copy of the repository has it.";
            }
        }
        if (!found)
            yield return $"The datasource has no URL ({PlanContext.Place(source)}): the configuration of Prisma or the driver adapter gives it, and it is not read here.";
    }

    private static IEnumerable<string> Live(PlanContext context)
    {
        if (context.Live is not { IsReplayed: false } live || !live.Snapshot.StateOf(EvidenceSource.Settings).IsUsable)
            yield break;
        var snapshot = live.Snapshot;
        if (snapshot.FindSetting("ssl") is { } ssl)
            yield return $"The server has `ssl = {ssl}`{(snapshot.FindSetting("ssl_min_protocol_version") is { Length: > 0 } version ? $", `ssl_min_protocol_version = {version}`" : "")}, `password_encryption = {snapshot.FindSetting("password_encryption") ?? "unknown"}`.";
    }
}
