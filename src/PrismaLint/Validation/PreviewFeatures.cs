using System;
using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Validation;

/// <summary>The preview features of the versions of Prisma. Names match in any case of letters.</summary>
internal static class PreviewFeatures
{
    private static readonly HashSet<string> s_active = Names(
        "nativeDistinct", "relationJoins", "schemaEngineDriverAdapters", "strictUndefinedChecks", "postgresqlExtensions", "views", "shardKeys",
        "typedSql", "reactNative");

    private static readonly HashSet<string> s_general = Names(
        "aggregateApi", "atomicNumberOperations", "clientExtensions", "cockroachdb", "connectOrCreate", "createMany", "dataProxy", "deno",
        "distinct", "driverAdapters", "extendedIndexes", "extendedWhereUnique", "fieldReference", "filteredRelationCount", "filterJson",
        "fullTextIndex", "fullTextSearch", "groupBy", "improvedQueryRaw", "interactiveTransactions", "jsonProtocol", "microsoftSqlServer",
        "middlewares", "mongoDb", "multiSchema", "namedConstraints", "nApi", "nativeTypes", "omitApi", "orderByAggregateGroup", "orderByNulls",
        "orderByRelation", "prismaSchemaFolder", "queryCompiler", "referentialActions", "referentialIntegrity", "selectRelationCount", "tracing",
        "transactionApi", "uncheckedScalarInputs");

    /// <summary>What a near name is looked for in.</summary>
    public static IReadOnlyCollection<string> Active => s_active;

    public static PreviewFeatureState StateOf(string name, SemanticModel schema, Provider provider)
    {
        if (s_active.Contains(name))
            return PreviewFeatureState.Active;
        if (Is(name, "fullTextSearch") && provider == Provider.PostgreSql)
            return PreviewFeatureState.Renamed;
        if (s_general.Contains(name))
            return PreviewFeatureState.General;
        if (Is(name, "fullTextSearchPostgres"))
            return provider == Provider.PostgreSql ? PreviewFeatureState.Active : PreviewFeatureState.Unknown;
        if (Is(name, "partialIndexes"))
            return schema.MayHavePartialIndexes ? PreviewFeatureState.Active : PreviewFeatureState.Unknown;
        if (Is(name, "metrics"))
            return schema.PrismaVersion == PrismaVersion.V7 ? PreviewFeatureState.Unknown : PreviewFeatureState.Leaving;
        return PreviewFeatureState.Unknown;
    }

    private static bool Is(string name, string feature) => string.Equals(name, feature, StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
