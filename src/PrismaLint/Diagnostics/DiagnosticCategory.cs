namespace PrismaLint.Diagnostics;

/// <summary>The categories, by the names used in <c>dotnet_analyzer_diagnostic.category-…</c>.</summary>
public static class DiagnosticCategory
{
    public const string Validity = "PrismaValidity";
    public const string Naming = "PrismaNaming";
    public const string Relations = "PrismaRelations";
    public const string Indexing = "PrismaIndexing";
    public const string Types = "PrismaTypes";
    public const string Modelling = "PrismaModelling";
    public const string Security = "PrismaSecurity";
    public const string Configuration = "PrismaConfiguration";
    public const string Database = "PrismaDatabase";
    public const string Migrations = "PrismaMigrations";
}
