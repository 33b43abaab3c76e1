using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds models whose fields stand in another order than the team has agreed on.</summary>
public sealed class FieldOrderRule() : Rule(Definition)
{
    private const string Rest = "...";

    public static readonly RuleDescriptor Definition = new("PL5012", "field-order")
    {
        Title = "Fields in another order than agreed on",
        Message = "In `{0}` the field `{1}` stands out of order; expected {2}",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            Where the key stands first and the audit columns last in every model, the eye finds what is special about one. The
            order is also that of the columns in a new table. Without an order nothing is reported.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  name      String
                  // Never changes.
                  id        Int      @id
                  createdAt DateTime @default(now())
                  email     String
                }
                """,
            Clean: """
                model User {
                  // Never changes.
                  id        Int      @id
                  name      String
                  email     String
                  createdAt DateTime @default(now())
                }
                """)
        {
            Options = new Dictionary<string, string> { ["order"] = "id, ..., createdAt, updatedAt" },
        },
        WhenNotToUse = """
            Fields that an order does not name stand where `...` is, or behind the others where there is none; names that a model
            does not have do not matter. Views and ignored models are not looked at. With `compatibility = prisma-lint` an order
            without `...` allows no other fields.
            """,
        Fix = """
            Safe: moves the lines of the fields, each with the comments right above and behind it; other lines stay where they are.
            Prisma never reorders the columns of a table that exists.
            """,
    };

    public static readonly RuleOption<IReadOnlyList<string>> Order = new(
        "order",
        "The names in their order; `...` stands for all fields that are not named.",
        [],
        "",
        "names, separated by commas, and `...`",
        text => text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0).ToArray());

    public static readonly RuleOption<bool> KeyFirst = RuleOption.Flag("key_first", "The fields of the primary key stand before all others.", false);

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models whose fields may stand in any order.");

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("field-order");

    public override IReadOnlyList<RuleOption> Options => [Order, KeyFirst, IgnoredModels, Compatibility];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var order = context.Get(Order);
        var isPrismaLint = PrismaLintMode.IsOn(context.Get(Compatibility));
        var keyFirst = !isPrismaLint && context.Get(KeyFirst);
        if (!context.IsSet(Order) && !keyFirst)
            yield break;
        if (!isPrismaLint && !order.Contains(Rest))
            order = [.. order, Rest];
        var ignored = context.Get(IgnoredModels);
        foreach (var model in (isPrismaLint ? context.WrittenModels : context.Tables).Where(model => !ignored.Contains(model.Name)))
        {
            IReadOnlyList<string> expected = [.. Expected(model, order, keyFirst)];
            string[] actual = [.. model.Fields.Select(member => member.Name)];
            if (FindMisplaced(actual, expected) is not { } misplaced)
                continue;
            yield return Definition
                .At(model.Location, model.Name, misplaced, expected.Count == 0 ? "none of the fields" : string.Join(", ", expected.Select(name => $"`{name}`")))
                .On(model.DisplayName)
                .WithFix(Sort(model, actual, expected));
        }
    }

    private static IEnumerable<string> Expected(ModelSymbol model, IReadOnlyList<string> order, bool keyFirst)
    {
        string[] key = keyFirst ? [.. model.PrimaryKey?.Fields.Select(column => column.Name) ?? []] : [];
        return key.Concat(order.Where(name => name == Rest || (model.FindField(name) is not null && !key.Contains(name))));
    }

    // The first name that is not where the order has it. `...` takes every name but the one that is expected behind it.
    private static string? FindMisplaced(IReadOnlyList<string> actual, IReadOnlyList<string> expected)
    {
        int a = 0, e = 0;
        while (e < expected.Count && a < actual.Count)
        {
            if (actual[a] == expected[e])
            {
                e++;
                a++;
            }
            else if (expected[e] != Rest)
            {
                return actual[a];
            }
            else if (e + 1 < expected.Count && actual[a] == expected[e + 1])
            {
                e++;
            }
            else
            {
                a++;
            }
        }
        return a < actual.Count ? actual[a] : null;
    }

    private static CodeFix? Sort(ModelSymbol model, string[] actual, IReadOnlyList<string> expected)
    {
        if (model.HasErrors || actual.Distinct(StringComparer.Ordinal).Count() < actual.Length)
            return null;
        var named = new HashSet<string>(expected, StringComparer.Ordinal);
        var rest = actual.Where(name => !named.Contains(name)).ToArray();
        var sorted = new List<string>();
        foreach (var name in expected)
        {
            if (name != Rest)
                sorted.Add(name);
            else if (rest.Length > 0 && !sorted.Contains(rest[0]))
                sorted.AddRange(rest);
        }
        if (sorted.Count != actual.Length || FindMisplaced(sorted, expected) is not null)
            return null;

        var places = new List<TextSpan>();
        var end = model.Syntax.OpenBrace.End;
        foreach (var member in model.Fields)
        {
            if (FindLines(model.Tree.Source, member.Syntax, end) is not { } lines)
                return null;
            places.Add(lines);
            end = lines.End;
        }
        var edits = new List<TextEdit>();
        for (var i = 0; i < sorted.Count; i++)
        {
            var from = Array.IndexOf(actual, sorted[i]);
            if (from != i)
                edits.Add(new TextEdit(model.Tree.Source, places[i], model.Tree.Source.ToString(places[from])));
        }
        return CodeFix.Safe($"Sort the fields of `{model.Name}`", [.. edits]);
    }

    // The field's lines and the comment lines right above them, from the first mark to the end of the last line. Nothing
    // where other members share a line.
    private static TextSpan? FindLines(SourceText source, MemberSyntax member, int limit)
    {
        var line = source.GetLinePosition(member.Span.Start).Line;
        if (source.GetLineSpan(line).Start < limit && source.GetLinePosition(limit).Line == line)
            return null;
        var last = source.GetLinePosition(member.Span.End).Line;
        var end = source.GetLineSpan(last).End;
        var behind = source.ToString(TextSpan.FromBounds(member.Span.End, end)).TrimStart();
        var before = source.ToString(TextSpan.FromBounds(source.GetLineSpan(line).Start, member.Span.Start));
        if ((behind.Length > 0 && !behind.StartsWith("//", StringComparison.Ordinal)) || before.Trim().Length > 0)
            return null;
        while (line > 0 && source.GetLineSpan(line - 1) is var above && above.Start >= limit && source.ToString(above).TrimStart().StartsWith("//", StringComparison.Ordinal))
            line--;
        return TextSpan.FromBounds(source.GetLineSpan(line).Start, end);
    }
}
