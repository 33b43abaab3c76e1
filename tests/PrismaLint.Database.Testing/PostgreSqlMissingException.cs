using System;

namespace PrismaLint.Database.Testing;

/// <summary>No PostgreSQL server is on the machine, and none could be installed.</summary>
public sealed class PostgreSqlMissingException(int? major, string reason) : Exception(
    $"No {(major is null ? "PostgreSQL server" : $"server of PostgreSQL {major}")} was found ({reason}): install one (`apt-get install postgresql`, "
    + $"`dnf install postgresql-server`, `brew install postgresql`), or name the folder of its `initdb` in {PostgreSqlInstallation.FolderVariable}");
