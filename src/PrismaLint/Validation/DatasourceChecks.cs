using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary>Datasources. What ends the reading of a block ends it in Prisma too.</summary>
internal static class DatasourceChecks
{
    private static readonly ValidationCheck s_withoutProvider = Check("datasource-without-provider", "A datasource has no provider");
    private static readonly ValidationCheck s_providerForm = Check("provider-form", "The provider of a datasource is no plain, non-empty string");
    private static readonly ValidationCheck s_unknownProvider = Check("unknown-provider", "Prisma knows no database provider of that name");
    private static readonly ValidationCheck s_withoutUrl = Check("datasource-without-url", "A datasource has no url (Prisma 6)");
    private static readonly ValidationCheck s_urlInSchema = Check("url-in-schema", "A connection URL stands in the schema (Prisma 7)");
    private static readonly ValidationCheck s_shadowUrl = Check("shadow-database-is-database", "The shadow database is the database itself");
    private static readonly ValidationCheck s_unknownMode = Check("unknown-relation-mode", "No relation mode has that name");
    private static readonly ValidationCheck s_refusedMode = Check("refused-relation-mode", "The database has no foreign keys");
    private static readonly ValidationCheck s_twoModes = Check("two-relation-modes", "relationMode is given by its old name too");

    private static readonly ValidationCheck s_oldMode =
        Check("old-relation-mode", "relationMode is given by its old name") with { Severity = DiagnosticSeverity.Warning };

    private static readonly ValidationCheck s_previewFeatures = Check("preview-features-in-datasource", "Preview features belong to a generator");
    private static readonly ValidationCheck s_refusedSchemas = Check("refused-schemas", "The database has no schemas of its own");
    private static readonly ValidationCheck s_noSchemas = Check("empty-schemas", "The list of database schemas is empty");
    private static readonly ValidationCheck s_repeatedSchema = Check("repeated-schema", "A database schema is listed twice");
    private static readonly ValidationCheck s_unknownProperty = Check("unknown-datasource-property", "A datasource has no such property");

    private static readonly ValidationCheck s_several = new(
        "several-datasources",
        ValidationDescriptors.DuplicateOrReservedName,
        ValidationStage.Configuration,
        "A file has more than one datasource");

    private static readonly string[] s_providers = ["postgresql", "mysql", "sqlite", "sqlserver", "mongodb", "cockroachdb"];
    private static readonly string[] s_modes = ["prisma", "foreignKeys"];
    private static readonly string[] s_properties = ["provider", "url", "directUrl", "shadowDatabaseUrl", "relationMode", "schemas", "extensions"];

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        s_withoutProvider, s_providerForm, s_unknownProvider, s_withoutUrl, s_urlInSchema, s_shadowUrl, s_unknownMode, s_refusedMode, s_twoModes,
        s_oldMode, s_previewFeatures, s_refusedSchemas, s_noSchemas, s_repeatedSchema, s_unknownProperty, s_several,
    ];

    /// <summary>Checks all datasources.</summary>
    /// <returns>The provider of the first one of each file that could be read.</returns>
    public static Dictionary<SyntaxTree, Provider> Run(ValidationContext context)
    {
        var providers = new Dictionary<SyntaxTree, Provider>();
        var read = new List<DatasourceSymbol>();
        foreach (var datasource in context.Schema.Datasources)
        {
            if (ConfigurationValues.Read(context, datasource) is not { } properties
                || FindProvider(context, datasource, properties) is not { } provider
                || !CheckProperties(context, datasource, properties, provider))
            {
                continue;
            }

            if (!providers.TryGetValue(datasource.Tree, out _))
                providers.Add(datasource.Tree, provider);
            read.Add(datasource);
        }

        ReportSeveral(context, read);
        return providers;
    }

    private static Provider? FindProvider(ValidationContext context, DatasourceSymbol datasource, Dictionary<string, PropertySyntax> properties)
    {
        if (!properties.TryGetValue("provider", out var property) || property.Value is not { } value)
        {
            context.Report(s_withoutProvider, datasource, datasource.Location, $"The datasource `{datasource.Name}` has no `provider`");
            return null;
        }

        // Prisma points at the block where the provider comes from the environment, else at the value.
        if (ConfigurationValues.IsEnv(value))
        {
            context.Report(
                s_providerForm,
                datasource,
                datasource.Location,
                $"The provider of the datasource `{datasource.Name}` is a plain string, not `{ExpressionWords.TextOf(datasource.Tree, value)}`");
            return null;
        }

        if (value is not LiteralExpressionSyntax { IsString: true, Value.Length: > 0 } name)
        {
            context.Report(
                s_providerForm,
                datasource,
                datasource.LocationOf(value),
                $"The provider of the datasource `{datasource.Name}` is the name of a database, found {ExpressionWords.Describe(datasource.Tree, value)}");
            return null;
        }

        var provider = ConnectorFacts.ParseProvider(name.Value);
        if (provider != Provider.Unknown)
            return provider;
        var nearest = NearProvider(name.Value) is { } usual ? new NearName(usual, IsSure: true) : context.Nearest(name.Value, s_providers);
        context.Report(
            s_unknownProvider,
            datasource,
            datasource.LocationOf(name),
            $"Prisma knows no provider `{name.Value}`{ValidationContext.Hint(nearest)}",
            ValidationContext.Respell(datasource.Tree, name, nearest));
        return null;
    }

    // The usual names of databases elsewhere.
    private static string? NearProvider(string name) => name.ToLowerInvariant() switch
    {
        "mssql" => "sqlserver",
        "mariadb" => "mysql",
        "pg" => "postgresql",
        "mongo" => "mongodb",
        "cockroach" => "cockroachdb",
        "sqlite3" => "sqlite",
        _ => null,
    };

    // False where Prisma gives the block up.
    private static bool CheckProperties(
        ValidationContext context, DatasourceSymbol datasource, Dictionary<string, PropertySyntax> properties, Provider provider)
    {
        CheckRelationMode(context, datasource, properties, provider);
        if (provider == Provider.PostgreSql && properties.TryGetValue("extensions", out var extensions))
            ExtensionChecks.Run(context, datasource, extensions);
        if (!CheckUrls(context, datasource, properties, provider))
            return false;
        if (properties.TryGetValue("schemas", out var schemas))
            CheckSchemas(context, datasource, schemas, provider);
        foreach (var property in properties.Values)
            CheckKnown(context, datasource, property, provider);
        return true;
    }

    private static void CheckRelationMode(
        ValidationContext context, DatasourceSymbol datasource, Dictionary<string, PropertySyntax> properties, Provider provider)
    {
        properties.TryGetValue("relationMode", out var mode);
        if (properties.TryGetValue("referentialIntegrity", out var old))
        {
            context.Report(
                s_oldMode,
                datasource,
                datasource.LocationOf(old.Key),
                "`referentialIntegrity` is the old name of `relationMode`",
                mode is null ? ValidationContext.Respell(datasource.Tree, old.Key, new NearName("relationMode", IsSure: true)) : null);
            if (mode is not null)
            {
                context.Report(
                    s_twoModes,
                    datasource,
                    datasource.LocationOf(old.Key),
                    $"The datasource `{datasource.Name}` has `referentialIntegrity`, the old name of `relationMode`, beside it",
                    Repairs.RemoveProperty(datasource, old));
                return;
            }

            mode = old;
        }

        if (mode is null || ConfigurationValues.String(context, datasource, mode.Key.Text, mode.Value) is not { } value)
            return;
        if (Array.IndexOf(s_modes, value.Value) < 0)
        {
            var nearest = context.Nearest(value.Value, s_modes);
            context.Report(
                s_unknownMode,
                datasource,
                datasource.Location,
                $"No relation mode is named `{value.Value}`{(nearest is null ? "; there are `prisma` and `foreignKeys`" : ValidationContext.Hint(nearest))}",
                ValidationContext.Respell(datasource.Tree, value, nearest),
                new RelatedLocation(datasource.LocationOf(value), "The relation mode"));
        }
        else if (value.Value == "foreignKeys" && provider == Provider.MongoDb)
        {
            context.Report(
                s_refusedMode, datasource, datasource.LocationOf(value), "MongoDB has no foreign keys, so its relation mode is `prisma`");
        }
    }

    // Prisma 6 wants the URL in the schema, Prisma 7 refuses it there. Where the version is not known, either will do.
    private static bool CheckUrls(
        ValidationContext context, DatasourceSymbol datasource, Dictionary<string, PropertySyntax> properties, Provider provider)
    {
        properties.TryGetValue("url", out var url);
        properties.TryGetValue("directUrl", out var direct);
        properties.TryGetValue("shadowDatabaseUrl", out var shadow);
        var version = context.Schema.PrismaVersion;
        if (version == PrismaVersion.V7 || (version == PrismaVersion.Unknown && url is null))
        {
            ReportUrl(context, datasource, url);
            ReportUrl(context, datasource, direct);
            ReportUrl(context, datasource, shadow);
            return true;
        }

        if (url is null && !(provider == Provider.Sqlite && HasSchemaEngineAdapter(context, datasource.Tree)))
        {
            context.Report(s_withoutUrl, datasource, datasource.Location, $"The datasource `{datasource.Name}` has no `url`, which Prisma 6 needs", AddUrl(datasource));
            return false;
        }

        var database = url is null ? null : ConfigurationValues.StringOrEnv(context, datasource, "url", url.Value);
        if (url is not null && database is null)
            return false;
        var shadowDatabase = shadow is null ? null : ConfigurationValues.StringOrEnv(context, datasource, "shadowDatabaseUrl", shadow.Value);
        var directDatabase = direct is null ? null : ConfigurationValues.StringOrEnv(context, datasource, "directUrl", direct.Value);
        if (shadowDatabase is not { Text.Length: > 0 } other)
            return true;
        if (url is not null && other == database)
            ReportShadow(context, datasource, url);
        if (direct is not null && other == directDatabase)
            ReportShadow(context, datasource, direct);
        return true;
    }

    // With this feature Prisma 6 wants no URL of SQLite. It asks for the exact name here, in the datasource's own file.
    private static bool HasSchemaEngineAdapter(ValidationContext context, SyntaxTree tree) => context.Schema.Generators.Any(generator =>
        generator.Tree == tree
        && generator.FindProperty("previewFeatures")?.Value is { } features
        && ConfigurationValues.Elements(features).All(feature => feature is LiteralExpressionSyntax { IsString: true })
        && generator.FindStrings("previewFeatures").Any(feature => feature.Value == "schemaEngineDriverAdapters"));

    private static void ReportUrl(ValidationContext context, DatasourceSymbol datasource, PropertySyntax? property)
    {
        if (property is null)
            return;
        var key = property.Key.Text;
        context.Report(
            s_urlInSchema,
            datasource,
            datasource.LocationOf(property.Key),
            $"`{key}` of `{datasource.DisplayName}` belongs into `prisma.config.ts` since Prisma 7, as `datasource: {{ {ConfigKey(key)}: … }}`",
            CodeFix.Unsafe($"Remove `{key}` from the schema", Repairs.RemoveProperty(datasource, property).Edits[0]));
    }

    // Which variable holds the URL is a guess, though the usual one.
    private static CodeFix AddUrl(DatasourceSymbol datasource) => CodeFix.Unsafe(
        "Add `url = env(\"DATABASE_URL\")`", Repairs.AppendProperty(datasource, "url", "env(\"DATABASE_URL\")"));

    private static string ConfigKey(string key) => key == "shadowDatabaseUrl" ? key : "url";

    private static void ReportShadow(ValidationContext context, DatasourceSymbol datasource, PropertySyntax property)
    {
        if (property.Value is { } value)
        {
            context.Report(
                s_shadowUrl,
                datasource,
                datasource.LocationOf(value),
                $"`shadowDatabaseUrl` of `{datasource.DisplayName}` equals `{property.Key.Text}`, and Prisma wipes the shadow database");
        }
    }

    private static void CheckSchemas(ValidationContext context, DatasourceSymbol datasource, PropertySyntax property, Provider provider)
    {
        if (property.Value is not { } value || ConfigurationValues.Strings(context, datasource, "schemas", value) is not { } names)
            return;
        var connector = ConnectorFacts.Of(provider);
        if (!connector.HasMultipleSchemas)
        {
            context.Report(
                s_refusedSchemas,
                datasource,
                datasource.LocationOf(property.Key),
                $"`schemas` is set in `{datasource.DisplayName}`, and Prisma has one schema per database of {connector.DisplayName}");
            return;
        }

        if (names.Count == 0)
        {
            context.Report(s_noSchemas, datasource, datasource.LocationOf(value), $"`schemas` of `{datasource.DisplayName}` is empty");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name.Value))
                context.Report(s_repeatedSchema, datasource, datasource.LocationOf(name), $"`schemas` of `{datasource.DisplayName}` lists `{name.Value}` twice", Repairs.RemoveElement(datasource, name));
        }
    }

    private static void CheckKnown(ValidationContext context, DatasourceSymbol datasource, PropertySyntax property, Provider provider)
    {
        var key = property.Key.Text;
        switch (key)
        {
            case "provider" or "url" or "directUrl" or "shadowDatabaseUrl" or "relationMode" or "referentialIntegrity" or "schemas":
            case "extensions" when provider == Provider.PostgreSql:
                break;
            case "previewFeatures":
                context.Report(
                    s_previewFeatures,
                    datasource,
                    datasource.LocationOf(property.Key),
                    $"`previewFeatures` stands in `{datasource.DisplayName}` and belongs to a generator");
                break;
            case "extensions":
                context.Report(
                    s_unknownProperty, datasource, datasource.LocationOf(property.Key), "`extensions` is a property for PostgreSQL alone");
                break;
            default:
                var nearest = context.Nearest(key, s_properties);
                context.Report(
                    s_unknownProperty,
                    datasource,
                    datasource.LocationOf(property.Key),
                    $"A datasource has no property `{key}`{ValidationContext.Hint(nearest)}",
                    ValidationContext.Respell(datasource.Tree, property.Key, nearest));
                break;
        }
    }

    // Over several files Prisma takes the first one in silence.
    private static void ReportSeveral(ValidationContext context, List<DatasourceSymbol> datasources)
    {
        if (datasources.Count < 2)
            return;
        var counts = new Dictionary<SyntaxTree, int>();
        foreach (var datasource in datasources)
            counts[datasource.Tree] = counts.TryGetValue(datasource.Tree, out var count) ? count + 1 : 1;
        foreach (var datasource in context.Schema.Datasources)
        {
            if (counts.TryGetValue(datasource.Tree, out var count) && count > 1)
                context.Report(s_several, datasource, datasource.Location, $"`{datasource.Name}` is one of several datasources, and a schema has one");
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidConfigurationBlock, ValidationStage.Configuration, summary);
}
