using System.IO;
using System.Linq;
using PrismaLint.Loading;
using PrismaLint.Migrations;

namespace PrismaLint.Cli.Commands;

/// <summary>What several commands do with schemas once they are loaded.</summary>
internal static class SchemaInput
{
    /// <summary>The only schema behind a path.</summary>
    /// <param name="loaded">What the path holds.</param>
    /// <param name="path">The path, as the user calls it.</param>
    /// <param name="need">Why there can be only one: <c>`diff` compares one</c>.</param>
    public static SchemaSource One(LoadedSchemas loaded, string path, string need)
    {
        if (loaded.Diagnostics.Count > 0)
            throw new UsageException(loaded.Diagnostics[0].Message);
        return loaded.Schemas.Count switch
        {
            1 => loaded.Schemas[0],
            0 => throw new UsageException($"`{path}` holds no Prisma schema"),
            _ => throw new UsageException($"`{path}` holds {loaded.Schemas.Count} schemas, and {need}: {string.Join(", ", loaded.Schemas.Select(schema => $"`{schema.Path}`"))}"),
        };
    }

    /// <summary>The schema with those of its migrations marked that are new, if the run judges new ones.</summary>
    public static SchemaSource MarkMigrations(SchemaSource schema, MigrationScope scope, string? since)
    {
        if (scope != MigrationScope.New || schema.Migrations is not { } history)
            return schema;
        var marked = GitMigrations.Mark(history, since, Directory.GetCurrentDirectory(), out var problem);
        return problem is null ? schema with { Migrations = marked } : throw new UsageException(problem);
    }
}
