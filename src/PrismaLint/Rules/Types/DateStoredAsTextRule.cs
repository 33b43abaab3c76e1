using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds moments and dates that are kept as text.</summary>
public sealed class DateStoredAsTextRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4014", "date-stored-as-text")
    {
        Title = "Date kept as text",
        Message = "`{0}` is named for a moment or date and is a `String`",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            Text takes any form of a date and any other text. It sorts by its letters, cannot be compared with `now()`, and each
            reader parses it anew, by the customs of his own country.

            A name counts whose last word is at, date, timestamp or datetime (`createdAt`, `birth_date`). Names written without
            capitals and underscores cannot be split into words and are not reported.
            """,
        Example = new RuleExample(
            Flagged: """
                model Person {
                  id        Int    @id
                  birthDate String
                }
                """,
            Clean: """
                model Person {
                  id        Int      @id
                  birthDate DateTime @db.Date
                }
                """),
        WhenNotToUse = "The text is an incomplete date (a year, a month) or comes from outside and is kept as it came. Tables that a framework prescribes are not reported.",
        Fix = "Unsafe: makes the field a `DateTime`. The migration has to convert the values. Not offered where the field has a native type or a default.",
    };

    private static readonly string[] s_ends = ["at", "date", "timestamp", "datetime"];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        from model in context.Tables
        where !FrameworkModels.Owns(model)
        from column in model.Fields
        where column is { Scalar: ScalarType.String, IsList: false, IsIgnored: false } && IsMoment(column.Name)
        select Definition.At(column.Location, column.DisplayName).On(column.DisplayName).WithFix(Fix(column));

    private static CodeFix? Fix(FieldSymbol column) => column.NativeType is null && column.Default is null
        ? CodeFix.Unsafe("Make the field a `DateTime`", SchemaEdits.Replace(column.Tree.Source, column.Type.Name, "DateTime"))
        : null;

    private static bool IsMoment(string name)
    {
        var words = Words.Split(name);
        return words.Count > 1 && Array.IndexOf(s_ends, words[words.Count - 1]) >= 0;
    }
}
