using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds JSON that PostgreSQL keeps as text.</summary>
public sealed class JsonInsteadOfJsonbRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4006", "json-instead-of-jsonb")
    {
        Title = "JSON kept as text",
        Message = "`{0}` is `json`, which PostgreSQL keeps as text and cannot compare or index",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            `json` is stored as it was written and parsed again for each look inside. It has no equality, so `DISTINCT`, `GROUP
            BY`, `UNION` and filters over the column fail, and no index can hold it. `jsonb`, Prisma's default, has all of that.
            The one thing that `json` keeps and `jsonb` does not is the text itself: blanks, the order of keys, duplicate keys.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id   Int  @id
                  data Json @db.Json
                }
                """,
            Clean: """
                model Event {
                  id   Int  @id
                  data Json
                }
                """),
        WhenNotToUse = "The exact text matters (signatures). A field whose name says so (raw, original, signed) is not reported.",
        Fix = "Unsafe: changes the type to `JsonB`. The migration rewrites the column; the order of keys and duplicate keys are lost.",
    };

    private static readonly string[] s_verbatim = ["raw", "original", "signed", "verbatim", "text", "signature"];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Provider != Provider.PostgreSql)
            return [];
        return from model in context.Tables
               from column in model.Fields
               where column is { Scalar: ScalarType.Json, NativeType.Name: "Json", IsIgnored: false }
                   && !IsVerbatim(column.Name)
               select Report(column);
    }

    internal static bool IsVerbatim(string name) => Words.Split(name).Any(word => Array.IndexOf(s_verbatim, word) >= 0);

    private static Diagnostic Report(FieldSymbol column)
    {
        var diagnostic = Definition.At(column.Location, column.DisplayName).On(column.DisplayName);
        return column.NativeType is { Attribute: { } attribute }
            ? (diagnostic with { Location = attribute.Location }).WithFix(CodeFix.Unsafe(
                $"Replace `@{attribute.Name}` with `@{attribute.Name}B`",
                SchemaEdits.Replace(column.Tree.Source, attribute.Syntax.Name, attribute.Name + "B")))
            : diagnostic;
    }
}
