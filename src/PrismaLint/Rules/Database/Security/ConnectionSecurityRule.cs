using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds ways to the server on which others may read along, or get in without a proper proof.</summary>
public sealed class ConnectionSecurityRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8017", "connection-security")
    {
        Title = "Connection that others may read, or enter by",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            Without TLS everything between application and server, passwords of the older methods included, can be read and changed on the way; `prefer`, the default of most
            clients, goes on without it when it is refused (`ssl-not-enforced`; PostgreSQL manual, "SSL Support"). Encrypted but not verified, the
            connection may end at somebody else's machine (`certificate-not-verified`). `trust` asks nobody for anything, `password` sends it as it is,
            and md5 hashes are as good as the password and quick to guess (`weak-auth`; PostgreSQL manual, "Password Authentication").

            Only what comes from other machines counts: sockets, loopback addresses, and a server that listens to nothing else are left alone. `pg_hba.conf` is judged where the role may read it.
            """,
        Example = new RuleExample(
            Flagged: """
                model Note {
                  id Int @id
                }
                """,
            Clean: """
                model Note {
                  id Int @id
                }
                """)
        {
            // The addresses that a server listens to and its pg_hba.conf are not set by a script.
            Database = """
                CREATE TABLE "Note" (id integer PRIMARY KEY);
                DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET password_encryption = md5', current_database()); END $$;
                """,
            Repair = """
                DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET password_encryption', current_database()); END $$;
                """,
        },
        WhenNotToUse = "A tunnel or a private network between application and server that encrypts by itself.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        var found = new List<Diagnostic>();
        var knowsHosts = context.Has(EvidenceSource.HostBasedAuthentication, "weak-auth of pg_hba.conf");
        var remote = HostRule.RemoteOnes(context.Snapshot);
        var url = context.Snapshot.FirstRow(EvidenceSource.Connection);
        if (context.Has(EvidenceSource.Settings, Definition.Name))
        {
            if (NotEncrypted(context, url, remote, knowsHosts) is { } open)
                found.Add(open);
            if (WeakHashes(context) is { } hashes)
                found.Add(hashes);
        }
        if (NotVerified(context, url) is { } certificate)
            found.Add(certificate);
        if (WeakRules(context, remote) is { } rules)
            found.Add(rules);
        return found;
    }

    private static Diagnostic? NotEncrypted(LiveContext context, CatalogRow url, IReadOnlyList<HostRule> remote, bool knowsHosts)
    {
        var facts = new List<string>();
        var snapshot = context.Snapshot;
        var isUrlRemote = url.FindFlag("is_local") is false;
        // A server that nobody reaches from elsewhere need not encrypt.
        var isReachable = !IsLoopback(snapshot.FindSetting("listen_addresses")) && (!knowsHosts || remote.Count > 0);
        var isGrave = false;
        if (isReachable && snapshot.FindSetting("ssl") == "off")
            Add("`ssl` is off", true);
        var plain = snapshot.Rows(EvidenceSource.Clients).Sum(row => row.Number("plain_remote"));
        if (plain > 0)
            Add($"{plain} {(plain == 1 ? "client is" : "clients are")} connected from other machines without it", true);
        else if (snapshot.Server is { IsEncrypted: false, IsLocal: false })
            Add("this very connection came from another machine without it", true);
        if (isUrlRemote && url.FindText("sslmode") is null or "disable" or "allow" or "prefer")
            Add(url.FindText("sslmode") is { } mode ? $"the URL says `sslmode={mode}`" : "the URL has no `sslmode=require`", true);
        if (isReachable && remote.FirstOrDefault(rule => rule.AllowsPlain) is { } rule)
            Add($"`pg_hba.conf` lets clients in without it (`{rule}`)", false);
        if (isReachable && snapshot.FindSetting("ssl") == "on" && snapshot.FindSetting("ssl_min_protocol_version") is "TLSv1" or "TLSv1.1" or "")
            Add($"`ssl_min_protocol_version` is {(snapshot.FindSetting("ssl_min_protocol_version") is { Length: > 0 } version ? $"`{version}`" : "not set")}", false);
        return facts.Count == 0 ? null : context.Report(
            context.PlaceOfDatabase("server"),
            "ssl-not-enforced",
            $"connections need not be encrypted: {string.Join("; ", facts)}. Set `ssl = on`, `hostssl` in `pg_hba.conf` and `sslmode=verify-full` in the URL") with
        {
            Severity = isGrave ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            IsOperational = true,
        };

        void Add(string fact, bool grave)
        {
            facts.Add(fact);
            isGrave |= grave;
        }
    }

    private static Diagnostic? NotVerified(LiveContext context, CatalogRow url)
    {
        if (url.FindFlag("is_local") is not false || url.FindText("sslmode") is "disable" or "verify-ca" or "verify-full")
            return null;
        var accepts = url.FindText("sslmode") == "no-verify" ? "accept_invalid_certs" : url.FindText("sslaccept");
        var isDefault = accepts is null && url.FindText("sslmode") == "require" && context.Schema.PrismaVersion == PrismaVersion.V6;
        if (accepts != "accept_invalid_certs" && !isDefault)
            return null;
        return context.Report(
            context.PlaceOfDatabase("server"),
            "certificate-not-verified",
            $"the URL takes any certificate from a server on another machine ({(isDefault ? "`sslaccept=accept_invalid_certs` is the default" : url.FindText("sslmode") == "no-verify" ? "`sslmode=no-verify`" : "`sslaccept=accept_invalid_certs`")}): who answers is not known. `sslaccept=strict`, with `sslcert` where the authority is your own") with
        {
            Severity = isDefault ? DiagnosticSeverity.Suggestion : DiagnosticSeverity.Warning,
            IsOperational = true,
        };
    }

    private static Diagnostic? WeakRules(LiveContext context, IReadOnlyList<HostRule> remote)
    {
        var weak = remote.Where(rule => rule.Method is "trust" or "password" or "md5" or "ident").ToArray();
        if (weak.Length == 0)
            return null;
        var isGrave = weak.Any(rule => rule.Method is "trust" or "ident" || rule is { Method: "password", AllowsPlain: true });
        return context.Report(
            context.PlaceOfDatabase("pg_hba.conf"),
            "weak-auth",
            $"`pg_hba.conf` lets clients from other machines in by {SqlNames.List([.. weak.Select(rule => rule.ToString())])}. Ask for `scram-sha-256`") with
        {
            Severity = isGrave ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            IsOperational = true,
        };
    }

    private static Diagnostic? WeakHashes(LiveContext context)
    {
        // "on" is what md5 was called before 14.
        if (context.Snapshot.FindSetting("password_encryption") is not ("md5" or "on"))
            return null;
        return context.Report(
            context.PlaceOfDatabase("password_encryption"),
            "weak-auth",
            $"`password_encryption` is `md5`{(context.Snapshot.Server.Major < 14 ? ", as it is by default before version 14" : "")}: new passwords are stored so that they are quick to guess. Set it to `scram-sha-256` and the passwords anew") with
        {
            Severity = context.Snapshot.Server.Major < 14 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
            IsOperational = true,
        };
    }

    // Unknown: it may listen to others.
    private static bool IsLoopback(string? addresses) => addresses is not null
        && addresses.Split(',').Select(address => address.Trim()).All(address => address is "" or "localhost" or "::1" || address.StartsWith("127.", StringComparison.Ordinal));
}
