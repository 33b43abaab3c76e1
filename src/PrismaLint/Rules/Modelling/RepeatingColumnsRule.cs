using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds columns that are one list, told apart by a number.</summary>
public sealed class RepeatingColumnsRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5016", "repeating-columns")
    {
        Title = "List in numbered columns",
        Message = "`{0}` to `{1}` of `{2}`{3} are {4} columns for one list: a model with a row for each has no end and can be asked as one",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            `phone1`, `phone2`, `phone3` are a list that ends at three. The fourth value needs a migration, a search looks into
            every column, nothing keeps two of them from being equal, and a gap in the middle means nothing.

            Where four models or more have a list of the same name, it is one habit, and one finding at the first.
            """,
        Example = new RuleExample(
            Flagged: """
                model Contact {
                  id     Int     @id
                  phone1 String?
                  phone2 String?
                  phone3 String?
                }
                """,
            Clean: """
                model Contact {
                  id     Int     @id
                  phones Phone[]
                }

                model Phone {
                  contactId Int
                  contact   Contact @relation(fields: [contactId], references: [id])
                  position  Int
                  number    String

                  @@id([contactId, position])
                }
                """),
        WhenNotToUse = """
            The number is fixed by the subject, as the eighteen holes of a golf course: list the fields in `ignored_fields`. Pairs
            (`address1`, `address2`) are not reported, nor numbers that start beyond two (`ck7001`, `ck7002`, … are names), nor
            those with a meaning of their own: lines of an address, utm, reserved, md, sha, base, utf, h, ipv, oauth and s in
            front of the number.
            """,
    };

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models whose columns may be numbered.");

    public static readonly RuleOption<NameList> IgnoredFields = RuleOption.Names(
        "ignored_fields", "Names in front of the number, as `hole` or `Model.hole`, or whole fields, that may be numbered.");

    private const int Fewest = 3;

    // Of `price`, `price2`, `price3` the first has no number.
    private const int HighestStart = 2;

    private const int HabitFrom = 4;

    private const int MostDigits = 8;

    private static readonly string[] s_meaningful = ["line", "address", "utm", "reserved", "md", "sha", "base", "utf", "h", "ipv", "oauth", "s"];

    public override IReadOnlyList<RuleOption> Options => [IgnoredModels, IgnoredFields];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var (ignoredModels, ignoredFields) = (context.Get(IgnoredModels), context.Get(IgnoredFields));
        var lists = new List<(string Base, IReadOnlyList<FieldSymbol> Columns)>();
        foreach (var model in context.Tables)
        {
            foreach (var run in FindRuns(model))
            {
                var first = run.Columns[0];
                var names = new[] { run.Base, model.Name + "." + run.Base, first.Name, first.DisplayName };
                if (!ignoredModels.Contains(model.Name) && !names.Any(ignoredFields.Contains))
                    lists.Add(run);
            }
        }
        foreach (var sameName in lists.GroupBy(list => list.Base, StringComparer.Ordinal))
        {
            var models = sameName.Count();
            foreach (var (_, columns) in sameName.Take(models >= HabitFrom ? 1 : models))
            {
                var (first, last) = (columns[0], columns[columns.Count - 1]);
                yield return Definition
                    .At(first.Location, first.Name, last.Name, first.Owner.Name, models >= HabitFrom ? $", as in {models - 1} more models," : "", columns.Count)
                    .On(first.DisplayName);
            }
        }
    }

    // The longest run of consecutive numbers behind each base, in the order of the text.
    private static IEnumerable<(string Base, IReadOnlyList<FieldSymbol> Columns)> FindRuns(ModelSymbol model)
    {
        List<(string Base, int Number, FieldSymbol Column)>? numbered = null;
        foreach (var column in model.Fields)
        {
            if (column.IsColumn && column.Name[column.Name.Length - 1] is >= '0' and <= '9' && Read(column) is { } found)
                (numbered ??= []).Add(found);
        }
        if (numbered is null || numbered.Count < Fewest)
            yield break;
        foreach (var group in numbered.GroupBy(entry => (entry.Base, Type: TypeOf(entry.Column))))
        {
            if (group.Count() < Fewest || Array.IndexOf(s_meaningful, Words.Last(group.Key.Base)) >= 0)
                continue;
            var sorted = group.OrderBy(entry => entry.Number).ToArray();
            var (start, length) = LongestRun(Array.ConvertAll(sorted, entry => entry.Number));
            if (length >= Fewest && sorted[start].Number <= HighestStart)
                yield return (group.Key.Base, [.. sorted.Skip(start).Take(length).Select(entry => entry.Column)]);
        }
    }

    private static (int Start, int Length) LongestRun(int[] numbers)
    {
        var (best, length) = (0, 0);
        for (int start = 0, i = 0; i < numbers.Length; i++)
        {
            if (i > 0 && numbers[i] != numbers[i - 1] + 1)
                start = i;
            if (i - start + 1 > length)
                (best, length) = (start, i - start + 1);
        }
        return (best, length);
    }

    private static (string Base, int Number, FieldSymbol Column)? Read(FieldSymbol column)
    {
        var name = column.Name;
        var (end, number, place) = (name.Length, 0, 1);
        for (; end > 0 && name[end - 1] is >= '0' and <= '9'; end--, place *= 10)
        {
            if (name.Length - end >= MostDigits)
                return null;
            number += (name[end - 1] - '0') * place;
        }
        var text = name.Substring(0, end).TrimEnd('_');
        return text.Length > 0 ? (text, number, column) : null;
    }

    private static object TypeOf(FieldSymbol column) => column.Scalar is { } scalar ? scalar : (object?)column.TypeSymbol ?? ScalarType.String;
}
