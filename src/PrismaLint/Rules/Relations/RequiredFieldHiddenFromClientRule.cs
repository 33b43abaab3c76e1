using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds required columns that the client can neither set nor leave to a default.</summary>
public sealed class RequiredFieldHiddenFromClientRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2016", "required-field-hidden-from-client")
    {
        Title = "Required column that the client cannot set",
        Message = "`{0}` is required and has no default, but {1}, so that the client cannot create rows of `{2}`",
        Category = DiagnosticCategory.Relations,
        Rationale = """
            A field with `@ignore` is not in the client: `create` compiles and the database refuses the row, because the
            column may not be null. For a required `Unsupported` field without default the client has no `create` and
            `upsert` at all.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id     Int @id
                  legacy Int @ignore
                }
                """,
            Clean: """
                model User {
                  id     Int  @id
                  legacy Int? @ignore
                }
                """),
        WhenNotToUse = """
            Rows are written by others only: name the model in `read_only_models`. Row versions of SQL Server, which fills
            them itself, are not reported.
            """,
        Fix = """
            Makes the field optional. Safe: the field is not in the client. The next migration lets the column be null;
            nothing stored changes. Not offered for columns of the primary key.
            """,
    };

    public static readonly RuleOption<NameList> ReadOnlyModels = RuleOption.Names("read_only_models", "Models that the client never writes.");

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("forbid-required-ignored-field");

    public override IReadOnlyList<RuleOption> Options => [ReadOnlyModels, Compatibility];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (PrismaLintMode.IsOn(context.Get(Compatibility)))
            return context.WrittenModels.SelectMany(model => model.Fields).Where(IsHiddenForPrismaLint).Select(column => Report(column, "ignored"));
        // MongoDB has no required columns.
        if (context.Provider == Provider.MongoDb)
            return [];
        var readOnly = context.Get(ReadOnlyModels);
        return
            from model in context.Tables
            where !readOnly.Contains(model.Name)
            from column in model.Columns
            where column.IsRequired && column.Default is null && !column.IsUpdatedAt
            where column.IsIgnored || column.Kind == FieldKind.Unsupported
            where context.Provider != Provider.SqlServer || !IsRowVersion(column)
            select Report(column, column.IsIgnored ? "ignored" : "of a type the client does not know");
    }

    // Lists, which are never null, are required there; fields whose type is an enum are taken for relations.
    private static bool IsHiddenForPrismaLint(FieldSymbol column) =>
        !column.IsOptional
        && (column.Type.IsUnsupported || ScalarTypes.Parse(column.Type.Name.Text) is not null)
        && column.FindAttribute("ignore") is not null && column.FindAttribute("default") is null;

    private static Diagnostic Report(FieldSymbol column, string reason) => Definition
        .At(column.Location, column.DisplayName, reason, column.Owner.Name)
        .On(column.DisplayName)
        .WithFix(IsKey(column) || column.IsList || column.Model is { HasErrors: true }
            ? null
            : CodeFix.Safe($"Make `{column.DisplayName}` optional", TypeEdits.MakeOptional(column)));

    // SQL Server fills its row versions itself. They stand in every table of a database that uses them, most of them
    // written by other programs.
    private static bool IsRowVersion(FieldSymbol column) =>
        column.Kind == FieldKind.Unsupported && column.Type.UnsupportedText.Text is "\"timestamp\"" or "\"rowversion\"";

    // Columns of a primary key are never null.
    private static bool IsKey(FieldSymbol column) => column.Model?.PrimaryKey?.Fields.Contains(column) == true;
}
