using System;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Services that run PostgreSQL for others, told by the roles that they make: they back up and replicate where the server does not show it.</summary>
internal static class ManagedService
{
    private static readonly string[] s_roles = ["rds_superuser", "rdsadmin", "cloudsqlsuperuser", "azure_pg_admin", "azuresu", "supabase_admin", "neon_superuser", "alloydbsuperuser", "heroku_admin", "doadmin", "avnadmin", "tsdbadmin", "crunchy_superuser"];

    public static bool IsOne(DatabaseSnapshot snapshot) => snapshot.Roles.Any(role => Array.IndexOf(s_roles, role.Name) >= 0);
}
