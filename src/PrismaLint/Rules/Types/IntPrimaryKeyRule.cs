using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Types;

/// <summary>Finds counting keys of 32 bits or less.</summary>
public sealed class IntPrimaryKeyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4009", "int-primary-key")
    {
        Title = "Counting key of 32 bits",
        Message = "`{0}` counts up in {1} and ends at {2}",
        Category = DiagnosticCategory.Types,
        Preset = RulePreset.All,
        Rationale = """
            A sequence gives every number once, also for rows that were rolled back or deleted since. At its end every insert
            fails, and a wider key means to rewrite the table and each one that refers to it, while the application waits.

            With a `threshold` only models count whose documentation names as many rows or more: `/// @rows 2e9`.
            """,
        Example = new RuleExample(
            Flagged: """
                model Event {
                  id Int @id @default(autoincrement())
                }
                """,
            Clean: """
                model Event {
                  id BigInt @id @default(autoincrement())
                }
                """),
        WhenNotToUse = """
            Most tables never come near two thousand million rows, and `BigInt` has its price: JavaScript's `JSON.stringify` refuses
            it. CockroachDB and SQLite, whose integers have 64 bits, are left out.
            """,
        Fix = """
            Unsafe: makes the key and every foreign key tied to it `BigInt`, native types with it. Not offered where one of the
            columns lies in a block with errors or is read by a view. The client then gets `bigint` values, and the migration
            rewrites the tables.
            """,
    };

    public static readonly RuleOption<int> Threshold = RuleOption.Number(
        "threshold", "The least `@rows` in a model's documentation that matters; 0 reports every model.", 0);

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models that may count in 32 bits.");

    public override IReadOnlyList<RuleOption> Options => [Threshold, IgnoredModels];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Provider is not (Provider.PostgreSql or Provider.MySql or Provider.SqlServer))
            yield break;
        var threshold = context.Get(Threshold);
        var ignored = context.Get(IgnoredModels);
        KeyColumns? keys = null;
        foreach (var model in context.Tables)
        {
            if (model.PrimaryKey is not { Columns.Count: 1 } key || key.Columns[0].Field is not { Scalar: ScalarType.Int, Default.Function: "autoincrement" } column)
                continue;
            if (ignored.Contains(model.Name) || (threshold > 0 && !(RowsOf(model) >= threshold)) || IsFarFromEnd(context, column))
                continue;
            var (bits, end) = Range(column.NativeType?.Name);
            yield return Definition.At(column.LocationOf(column.Type), column.DisplayName, $"{bits} bits", end)
                .On(column.DisplayName)
                .WithFix(Fix((keys ??= new KeyColumns(context.Schema)).GroupOf(column), column));
        }
    }

    // The database knows how far the numbers have come; near their end PL8007 says so.
    private static bool IsFarFromEnd(RuleContext context, FieldSymbol column)
    {
        const double far = 0.1;
        return context.Live is { } live
            && live.Map.ColumnOf(column) is { } found
            && SequenceUse.Of(live.Snapshot).Where(use => use.Column == found).ToArray() is { Length: > 0 } uses
            && uses.All(use => use.Share < far);
    }

    private static (int Bits, string End) Range(string? native) => native switch
    {
        "SmallInt" => (16, "32,767"),
        "TinyInt" => (8, "127"),
        "MediumInt" => (24, "8,388,607"),
        "UnsignedTinyInt" => (8, "255"),
        "UnsignedSmallInt" => (16, "65,535"),
        "UnsignedMediumInt" => (24, "16,777,215"),
        "UnsignedInt" => (32, "4,294,967,295"),
        _ => (32, "2,147,483,647"),
    };

    internal static CodeFix? Fix(IReadOnlyList<FieldSymbol> group, FieldSymbol key)
    {
        var edits = new List<TextEdit>();
        foreach (var column in group)
        {
            if (column.Scalar != ScalarType.Int || column.Owner.HasErrors || column.Model?.IsView == true)
                return null;
            edits.Add(SchemaEdits.Replace(column.Tree.Source, column.Type.Name, nameof(ScalarType.BigInt)));
            if (column.NativeType is { Attribute: { } native } type)
            {
                var prefix = native.Name.Substring(0, native.Name.Length - type.Name.Length);
                edits.Add(SchemaEdits.Replace(column.Tree.Source, native.Syntax, $"@{prefix}{(type.Name.StartsWith("Unsigned", System.StringComparison.Ordinal) ? "UnsignedBigInt" : "BigInt")}"));
            }
        }
        return CodeFix.Unsafe(
            group.Count switch
            {
                1 => $"Make `{key.DisplayName}` a `BigInt`",
                2 => $"Make `{key.DisplayName}` and the column tied to it `BigInt`",
                _ => $"Make `{key.DisplayName}` and the {group.Count - 1} columns tied to it `BigInt`",
            },
            [.. edits]);
    }

    // `@rows 2e9`, `@rows: 1_000_000`.
    private static double? RowsOf(ModelSymbol model)
    {
        const string tag = "@rows";
        var text = model.Documentation;
        var start = text.IndexOf(tag, System.StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += tag.Length;
        while (start < text.Length && text[start] is ' ' or ':' or '=' or '\t')
            start++;
        var end = start;
        while (end < text.Length && text[end] is (>= '0' and <= '9') or '.' or '_' or ',' or 'e' or 'E' or '+')
            end++;
        var number = text.Substring(start, end - start).Replace("_", "").Replace(",", "").TrimEnd('.');
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var rows) ? rows : null;
    }
}
