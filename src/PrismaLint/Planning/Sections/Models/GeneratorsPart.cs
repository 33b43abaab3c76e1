using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;
using PrismaLint.Validation;
using static PrismaLint.Planning.Sections.SectionWriter;

namespace PrismaLint.Planning.Sections.Models;

/// <summary>Generators, preview features and the datasource.</summary>
internal static class GeneratorsPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        var schema = context.Schema;
        if (schema.Generators.Count == 0 && schema.Datasource is null)
            return;
        writer.Part("Generators and datasource");
        writer.Table(
            [Column("Generator"), Column("Provider"), Column("Output"), Column("Preview features"), Column("Other settings")],
            schema.Generators.Select(generator => (IReadOnlyList<string>)[
                PlanText.Code(generator.Name), Text(generator, "provider"), Text(generator, "output") is { Length: > 0 } output ? output : "not set",
                PlanText.CodeList(generator.FindStrings("previewFeatures").Select(feature => feature.Value)),
                PlanText.CodeList(generator.Properties.Select(property => property.Key.Text).Where(key => key is not ("provider" or "output" or "previewFeatures")))]));
        var findings = context.Observations.Visible.Where(finding => finding.Id is "PL7001" or "PL7002" or "PL7003" or "PL7005" or "PL7006" or "PL7007" or "PL8042" or "PL8043").ToArray();
        writer.List(schema.Generators.SelectMany(generator => generator.FindStrings("previewFeatures")).Select(feature => feature.Value).Distinct(StringComparer.Ordinal)
            .Where(feature => !findings.Any(finding => finding.Id == "PL7001" && finding.Message.Contains(PlanText.Code(feature))))
            .Select(feature => $"{PlanText.Code(feature)}: {Meaning(context, feature)}."));
        writer.List(findings.Select(finding => $"{finding.Message} ({finding.Id})"));
        if (schema.Datasource is not { } datasource)
            return;
        var address = datasource.FindEnvironmentVariable("url") is { } variable ? $"its address comes from {PlanText.Code(variable)}"
            : datasource.FindProperty("url") is null ? $"its address is not in the schema (Prisma 7 reads it from {PlanText.Code("prisma.config.ts")})"
            : "its address stands in the schema";
        writer.Text($"The datasource {PlanText.Code(datasource.Name)} is {schema.Connector.DisplayName}; {address}.{Direct(datasource)}{Schemas(datasource)}{Extensions(datasource)}");
    }

    private static string Text(GeneratorSymbol generator, string key) => generator.FindString(key) is { Length: > 0 } text ? PlanText.Code(text) : "";

    private static string Direct(DatasourceSymbol datasource) => datasource.FindProperty("directUrl") is null ? "" : $" Migrations go past the pooler by {PlanText.Code("directUrl")}.";

    private static string Schemas(DatasourceSymbol datasource) =>
        datasource.FindStrings("schemas") is { Count: > 0 } schemas ? $" It spans the schemas {PlanText.CodeList(schemas.Select(one => one.Value))}." : "";

    private static string Extensions(DatasourceSymbol datasource) =>
        datasource.FindProperty("extensions") is { Value: { } value } ? $" Migrations install {PlanText.Code(datasource.Tree.Source.ToString(value.Span).Trim('[', ']', ' '))}." : "";

    private static string Meaning(PlanContext context, string feature) => PreviewFeatures.StateOf(feature, context.Schema, context.Schema.Provider) switch
    {
        PreviewFeatureState.Active => "still a preview, so it may change with a minor version",
        PreviewFeatureState.General => "general by now: it works without being named",
        PreviewFeatureState.Leaving => "deprecated, and gone in Prisma 7",
        PreviewFeatureState.Renamed => $"called {PlanText.Code("fullTextSearchPostgres")} with PostgreSQL",
        _ => "not a feature that Prisma knows",
    };
}
