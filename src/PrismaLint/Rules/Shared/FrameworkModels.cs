using System;
using System.Collections.Generic;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>
/// Models whose names and columns a framework prescribes. Rules about names, types and shapes of keys leave them alone;
/// rules about indexes do not.
/// </summary>
internal static class FrameworkModels
{
    // Auth.js and its forerunner: the adapters' documented tables and the columns that tell them from a project's own.
    private static readonly HashSet<string> s_authJs = new(StringComparer.Ordinal)
    {
        "account", "session", "verificationtoken", "verificationrequest", "authenticator",
    };

    private static readonly HashSet<string> s_authJsColumns = new(StringComparer.Ordinal)
    {
        "provideraccountid", "sessiontoken", "credentialid", "identifier",
    };

    private static readonly HashSet<string> s_betterAuth = new(StringComparer.Ordinal) { "verification", "jwks" };

    public static bool Owns(ModelSymbol model)
    {
        if (model.TableName.StartsWith("jackson_", StringComparison.Ordinal) || model.TableName == "_prisma_migrations")
            return true;
        // SQLite's own tables, which introspection brings along.
        if (model.TableName.StartsWith("sqlite_", StringComparison.Ordinal))
            return true;
        var name = Words.Squash(model.Name);
        if (s_betterAuth.Contains(name))
            return true;
        if (!s_authJs.Contains(name))
            return false;
        foreach (var column in model.Fields)
        {
            if (s_authJsColumns.Contains(Words.Squash(column.Name)))
                return true;
        }
        return false;
    }
}
