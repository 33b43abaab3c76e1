using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using PrismaLint.Cli.Output;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Loading;
using PrismaLint.PostgreSql;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Cli.Commands;

/// <summary>
/// The look at a database, from options to a snapshot. The one class that speaks to PrismaLint.PostgreSql: its methods that do are compiled when
/// they are called, so that no other command loads a driver.
/// </summary>
internal sealed class Inspection(InspectRequest request, Terminal terminal)
{
    private const string RoleName = "prismalint_ro";

    /// <summary>The file to keep the snapshot in.</summary>
    public string? SaveFile => request.SaveFile;

    /// <summary>Why there is no snapshot, where the database is to blame.</summary>
    public string? Failure { get; private set; }

    /// <summary>The snapshot; <see langword="null"/> where there is a <see cref="Failure"/>, or nothing to compare a database with.</summary>
    /// <exception cref="UsageException">Nobody says which database, or what does is no URL.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public DatabaseSnapshot? Take(IReadOnlyList<SchemaSource> schemas)
    {
        var models = Bind(schemas);
        if (models.Count == 0)
            return schemas.Count == 0 ? null : throw new UsageException("None of the schemas is for PostgreSQL: there is nothing to inspect");
        try
        {
            var url = FindUrl(models);
            foreach (var warning in url.Warnings)
                terminal.Note(warning);
            var options = new InspectionOptions
            {
                Schemas = SchemasOf(models, url.Schema),
                WithoutRoles = request.WithoutRoles,
                WithoutStatements = request.WithoutStatements,
                ReadsMigrations = request.ReadsMigrations,
                // Who names schemas knows how large they are.
                MaxRelations = request.Schemas.Count > 0 ? int.MaxValue : new InspectionOptions().MaxRelations,
            };
            using var progress = new SlowProgress(terminal, request.IsQuiet);
            return DatabaseInspector.Inspect(url, options, progress, CancellationToken.None);
        }
        catch (InspectionException exception) when (exception.Kind == InspectionFailure.Usage)
        {
            throw new UsageException(Sentence(exception.Message));
        }
        catch (InspectionException exception)
        {
            Failure = Sentence(exception.Message);
            return null;
        }
    }

    /// <summary>Prints the SQL that makes a role for inspections. Needs no database, and says its name where one is known.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int PrintRoleSql()
    {
        var models = Bind(SchemaLoader.Load(request.Paths.Where(path => path != "-")).Schemas);
        ConnectionUrl? url = null;
        try
        {
            url = FindUrl(models);
        }
        catch (InspectionException) when (request is { Url: null, UrlVariable: null })
        {
            // Whoever prints the SQL for somebody else has no URL.
        }
        catch (InspectionException exception)
        {
            throw new UsageException(Sentence(exception.Message));
        }
        terminal.Output.Write(RoleSql.Write(RoleName, SchemasOf(models, url?.Schema), url?.Database ?? "mydb"));
        return ExitCode.Clean;
    }

    private ConnectionUrl FindUrl(IReadOnlyList<SemanticModel> models)
    {
        var isTold = request.Url is not null || request.UrlVariable is not null;
        if (models.Count > 1 && !isTold && !request.Paths.Contains("-"))
            terminal.Note($"{models.Count} schemas are for PostgreSQL: the database is judged with the one whose tables it holds");
        var model = models.Count == 1 ? models[0] : null;
        var file = model?.Trees[0].Source.Path;
        return new ConnectionSource
        {
            Environment = Environment.GetEnvironmentVariable,
            Url = request.Url,
            UrlVariable = request.UrlVariable,
            EnvFile = request.EnvironmentFile is { } path ? ReadEnvironment(path) : null,
            Datasource = model?.Datasource,
            PrismaConfig = file is null or "-" || isTold ? null : PrismaConfigLoader.Read(file),
            SchemaFolder = file is null or "-" ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(Path.GetFullPath(file)),
        }.Resolve();
    }

    private IReadOnlyList<string> SchemasOf(IReadOnlyList<SemanticModel> models, string? schemaOfUrl) =>
        request.Schemas.Count > 0
            ? request.Schemas
            : [.. models.SelectMany(model => SchemaMap.FindDeclaredSchemas(model, schemaOfUrl ?? "public")).DefaultIfEmpty(schemaOfUrl ?? "public").Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<SemanticModel> Bind(IReadOnlyList<SchemaSource> schemas) =>
    [
        .. schemas
            .Select(schema => SemanticModel.Create([.. schema.Files.Select(SyntaxTree.Parse)]))
            .Where(model => model.Provider == Provider.PostgreSql),
    ];

    private static string ReadEnvironment(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"`--env-file {path}` cannot be read");
        }
    }

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
