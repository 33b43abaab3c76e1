using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds long texts that MySQL would cut at 191 letters.</summary>
public sealed class MySqlShortDefaultStringRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4013", "mysql-short-default-string")
    {
        Title = "Long text in MySQL's default string",
        Message = "`{0}` is named for a long text and becomes `varchar(191)`",
        Category = DiagnosticCategory.Types,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            On MySQL a `String` without native type is `varchar(191)`. A longer value fails with "data too long for column", or,
            where the server's mode is not strict, is cut without a word: half a description, a token that opens nothing.

            The last word of the name decides: it is one of `names` (`userAgent` counts as a whole).
            """,
        Example = new RuleExample(
            Flagged: """
                model Product {
                  id          Int    @id
                  description String
                }
                """,
            Clean: """
                model Product {
                  id          Int    @id
                  description String @db.Text
                }
                """,
            Provider.MySql),
        WhenNotToUse = "The values are short by nature. Columns in a key, unique or index are not reported, since MySQL indexes no `Text` without a length, and neither are columns with a default.",
        Fix = "Unsafe: adds `@db.Text`. The migration rewrites the column.",
    };

    public static readonly RuleOption<NameList> Names = RuleOption.Names(
        "names",
        "Last words of names that mean a long text, in lower case.",
        "description", "content", "body", "bio", "notes", "message", "comment", "html", "markdown", "text", "summary", "prompt", "url",
        "token", "scope", "scopes", "useragent", "json", "metadata");

    public override IReadOnlyList<RuleOption> Options => [Names];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Provider != Provider.MySql)
            return [];
        var names = context.Get(Names);
        return from model in context.Tables
               from column in model.Fields
               where column is { Scalar: ScalarType.String, NativeType: null, Default: null, IsList: false, IsIgnored: false }
                   && IsLong(column.Name, names)
                   && !IsIndexed(column)
               select Definition
                   .At(column.Location, column.DisplayName)
                   .On(column.DisplayName)
                   .WithFix(CodeFix.Unsafe("Add `@db.Text`", SchemaEdits.SetNativeType(column, "Text", context.Schema.Datasource?.Name ?? "db")));
    }

    private static bool IsLong(string name, NameList names)
    {
        var words = Words.Split(name);
        return words.Count > 0 && (names.Contains(words[words.Count - 1]) || names.Contains(string.Concat(words.Skip(Math.Max(0, words.Count - 2)))));
    }

    private static bool IsIndexed(FieldSymbol column) =>
        column.ForeignKeysOver.Any() || column.Model?.Indexes.Any(index => index.Fields.Contains(column)) == true
        || column.Model?.ReferencingKeys.Any(key => key.References.Contains(column)) == true;
}
