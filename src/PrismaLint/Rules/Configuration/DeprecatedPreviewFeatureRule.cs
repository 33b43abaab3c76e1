using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;
using PrismaLint.Validation;

namespace PrismaLint.Rules.Configuration;

/// <summary>Finds preview features that Prisma has given up, where its validator does not say so itself.</summary>
public sealed class DeprecatedPreviewFeatureRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL7001", "deprecated-preview-feature")
    {
        Title = "Preview feature that Prisma has given up",
        Message = "Preview feature `{0}` {1}",
        Category = DiagnosticCategory.Configuration,
        Rationale = """
            A feature that has become general needs no name, and one that was given up will be refused by a later version.

            Most of them Prisma's validator warns of itself: PL0011 with the details `general-preview-feature`,
            `deprecated-preview-feature` and `renamed-preview-feature`. There this rule is silent. It says the two things that the
            validator does not:

            - `postgresqlExtensions` is deprecated since Prisma 6.16 by Prisma's documentation, and the validator takes it without a
              word: extensions are installed by `CREATE EXTENSION` in a migration. A suggestion, since an older 6 still wants it.
            - Of a generator that lacks its provider, or has a property it cannot read, the validator reads no features at all.
              Their findings then come from here.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["postgresqlExtensions", "views"]
                }
                """,
            Clean: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["views"]
                }
                """),
        WhenNotToUse = "The project is on Prisma before 6.16, or keeps `extensions` in its datasource until Prisma refuses it.",
        Fix = """
            Safe: takes a general feature off the list, with the property where it is the only one; renames `fullTextSearch` to
            `fullTextSearchPostgres` where that is its name. Unsafe for `postgresqlExtensions`, which takes the datasource's
            `extensions` with it (migrations have to install them from then on), and for `metrics`, whose methods leave the client.
            """,
    };

    private const string Extensions = "postgresqlExtensions";

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var generator in context.Schema.Generators)
        {
            foreach (var feature in generator.FindStrings("previewFeatures"))
            {
                var diagnostic = feature.Value.Equals(Extensions, StringComparison.OrdinalIgnoreCase)
                    ? Report(generator, feature, "is deprecated since Prisma 6.16: migrations install extensions", RemoveExtensions(context, generator, feature))
                        with { Severity = DiagnosticSeverity.Suggestion }
                    : generator.HasJudgedFeatures ? null : Judge(context, generator, feature);
                if (diagnostic is not null)
                    yield return diagnostic;
            }
        }
    }

    private static Diagnostic? Judge(RuleContext context, GeneratorSymbol generator, LiteralExpressionSyntax feature) =>
        PreviewFeatures.StateOf(feature.Value, context.Schema, context.Provider) switch
        {
            PreviewFeatureState.General => Report(generator, feature, "is general and works without being named", Repairs.RemoveElement(generator, feature)),
            PreviewFeatureState.Leaving => Report(
                generator,
                feature,
                "is deprecated and gone in Prisma 7",
                Repairs.RemoveElement(generator, feature) is { } removal ? CodeFix.Unsafe(removal.Title, [.. removal.Edits]) : null),
            PreviewFeatureState.Renamed => Report(
                generator,
                feature,
                "is called `fullTextSearchPostgres` with PostgreSQL",
                CodeFix.Safe($"Replace `{feature.Value}` with `fullTextSearchPostgres`", SchemaEdits.Replace(generator.Tree.Source, feature, "\"fullTextSearchPostgres\""))),
            _ => null,
        };

    private static Diagnostic Report(GeneratorSymbol generator, LiteralExpressionSyntax feature, string what, CodeFix? fix) =>
        Definition.At(generator.LocationOf(feature), feature.Value, what).On(generator.DisplayName).WithFix(fix);

    // `extensions` without the feature is an error, so it goes too. Named twice the feature stays: one removal alone would change nothing.
    private static CodeFix? RemoveExtensions(RuleContext context, GeneratorSymbol generator, LiteralExpressionSyntax feature)
    {
        var others = context.Schema.Generators.SelectMany(other => other.FindStrings("previewFeatures"))
            .Count(other => other.Value.Equals(Extensions, StringComparison.OrdinalIgnoreCase));
        if (others > 1 || Repairs.RemoveElement(generator, feature) is not { } removal)
            return null;
        var edits = new List<TextEdit>(removal.Edits);
        if (context.Schema.Datasource is { } datasource && datasource.FindProperty("extensions") is { } extensions)
            edits.Add(SchemaEdits.RemoveProperty(datasource, extensions));
        return CodeFix.Unsafe(edits.Count == 1 ? $"Remove `{feature.Value}`" : $"Remove `{feature.Value}` and `extensions`", [.. edits]);
    }
}
