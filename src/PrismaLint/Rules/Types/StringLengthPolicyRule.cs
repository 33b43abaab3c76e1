using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds texts whose column is longer, or less free, than the team has agreed on.</summary>
public sealed class StringLengthPolicyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4012", "string-length-policy")
    {
        Title = "Text column against the team's policy on lengths",
        Message = "`{0}` is {1}",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            There are two schools. One gives every text a length, so that no API hands out or takes in a string without end; the
            other holds that in PostgreSQL `text` is as fast as `varchar(n)` and that a length only has to be lifted one day.
            Both are sound, and they contradict each other: choose one with `mode`. Without it nothing is reported.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id   Int    @id
                  name String
                }
                """,
            Clean: """
                model User {
                  id   Int    @id
                  name String @db.VarChar(200)
                }
                """)
        {
            Options = new Dictionary<string, string> { ["mode"] = "require-length" },
        },
        WhenNotToUse = """
            Columns whose values a generator makes, and foreign keys to them, are left alone in both modes; so are ignored
            models and fields. SQLite and MongoDB have no types with a length. `no-varchar` speaks of PostgreSQL and CockroachDB only.
            """,
        Fix = """
            Unsafe: `require-length` writes `VarChar` with the length of the option `length`, which longer values in the table
            do not fit; `no-varchar` writes `Text`. Both alter the column.
            """,
    };

    public static readonly RuleOption<string> Mode = RuleOption.Choice(
        "mode", "`require-length`: every text has a length; `no-varchar`: none has one.", "none", "none", "require-length", "no-varchar");

    public static readonly RuleOption<bool> AllowText = RuleOption.Flag("allow_text", "With `require-length`, `Text` written out is a decision and fine.", false);

    public static readonly RuleOption<int> Length = RuleOption.Number("length", "The length that the fix writes.", 255, 1);

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("ban-unbounded-string-type");

    public override IReadOnlyList<RuleOption> Options => [Mode, AllowText, Length, Compatibility];

    public override RuleOption? NeededOption => Mode;

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (PrismaLintMode.IsOn(context.Get(Compatibility)))
            return JudgeAsPrismaLint(context);
        return context.Get(Mode) switch
        {
            "require-length" when HasLengths(context.Provider) => Texts(context)
                .Where(text => IsUnbounded(text.NativeType, context.Get(AllowText)))
                .Select(text => WithoutLength(text, context)),
            "no-varchar" when context.Connector.IsPostgreSqlLike => Texts(context)
                .Where(text => text.NativeType is { Name: "VarChar", Arguments.Count: > 0 })
                .Select(text => WithLength(text, context)),
            _ => [],
        };
    }

    private static IEnumerable<Diagnostic> JudgeAsPrismaLint(RuleContext context)
    {
        var allowText = context.Get(AllowText);
        foreach (var text in context.WrittenModels.SelectMany(model => model.Fields).Where(member => member.Type is { IsUnsupported: false, Name.Text: "String" }))
        {
            // Any type behind `db.` will do, also one that has no length; under another name of the datasource none does.
            var native = text.Attributes.FirstOrDefault(attribute => attribute.Name.StartsWith("db.", StringComparison.Ordinal));
            if (native is null || (native.Name == "db.Text" && !allowText))
                yield return WithoutLength(text, context);
        }
    }

    private static IEnumerable<FieldSymbol> Texts(RuleContext context) => context.Tables
        .SelectMany(model => model.Fields)
        .Where(column => column is { Scalar: ScalarType.String, IsIgnored: false } && !IsGenerated(column));

    private static bool IsGenerated(FieldSymbol column) =>
        column.Default is { IsGeneratedIdentifier: true }
        || column.ForeignKeysOver.Any(key => key.Fields.Zip(key.References, (own, referenced) => own == column && referenced.Default is { IsGeneratedIdentifier: true }).Any(isGenerated => isGenerated));

    private static bool HasLengths(Provider provider) => provider is not (Provider.Unknown or Provider.Sqlite or Provider.MongoDb);

    private static bool IsUnbounded(NativeType? native, bool allowText) => native switch
    {
        null => true,
        { Name: "Text" } => !allowText,
        { Name: "VarChar" or "NVarChar" } => native.Arguments.Count == 0 || native.Arguments[0] == "Max",
        _ => false,
    };

    private static Diagnostic WithoutLength(FieldSymbol text, RuleContext context)
    {
        var length = context.Get(Length);
        return Definition
            .At(text.Location, text.DisplayName, text.NativeType is { } native ? $"`{native}`, a text without a length" : "a text without a native type that gives its length")
            .On(text.DisplayName)
            .WithFix(HasLengths(context.Provider) && text.Owner is not ModelSymbol { HasErrors: true }
                ? CodeFix.Unsafe($"Make `{text.DisplayName}` `VarChar({length})`", SchemaEdits.SetNativeType(text, $"VarChar({length})", Datasource(context)))
                : null);
    }

    private static Diagnostic WithLength(FieldSymbol text, RuleContext context) => Definition
        .At(text.NativeType?.Attribute.Location ?? text.Location, text.DisplayName, $"`{text.NativeType}`, a text with a length")
        .On(text.DisplayName)
        .WithFix(CodeFix.Unsafe($"Make `{text.DisplayName}` `Text`", SchemaEdits.SetNativeType(text, "Text", Datasource(context))));

    private static string Datasource(RuleContext context) => context.Schema.Datasource?.Name ?? "db";
}
