using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Indexing;

/// <summary>Finds conditions of partial indexes that hold for every row or for none.</summary>
public sealed class RedundantPartialPredicateRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL3011", "redundant-partial-predicate")
    {
        Title = "Condition of a partial index that every row meets, or none",
        Message = "The condition on `{0}` in `{1}` of `{2}` holds for {3}: {4}",
        Category = DiagnosticCategory.Indexing,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            A required field is never null. "Is not null" over it leaves nothing out, but makes the index partial: a unique with
            a condition cannot be what a relation refers to, and the client does not look rows up by it. "Is null" over a
            required field, or two conditions that exclude each other, make an index that stays empty.

            Conditions in `raw("…")` are read only where they are a conjunction of tests for null.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated/prisma"
                  previewFeatures = ["partialIndexes"]
                }

                model User {
                  id    Int    @id
                  email String

                  @@unique([email], where: { email: { not: null } })
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  email String

                  @@unique([email])
                }
                """),
        Fix = "Safe, where the whole condition holds for every row: deletes `where`.",
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var model in context.Tables)
        {
            foreach (var index in model.Indexes)
            {
                if (index.Predicate is not { } predicate)
                    continue;
                var tests = ReadTests(model, predicate);
                foreach (var diagnostic in Judge(index, predicate, tests))
                    yield return diagnostic;
            }
        }
    }

    private static IEnumerable<Diagnostic> Judge(IndexSymbol index, IndexPredicate predicate, IReadOnlyList<Test> tests)
    {
        var always = tests.Where(test => test is { Value: "null", IsNegated: true, Field: { IsRequired: true } }).ToArray();
        foreach (var test in tests)
        {
            var diagnostic = always.Contains(test)
                ? Report(index, test, "every row", "it is required")
                : test is { Value: "null", IsNegated: false, Field: { IsRequired: true } }
                    ? Report(index, test, "no row", "it is required")
                    : null;
            if (diagnostic is null)
                continue;
            yield return always.Length == tests.Count && test == tests[0]
                ? diagnostic.WithFix(RemoveWhere(index))
                : diagnostic;
        }
        foreach (var group in tests.GroupBy(test => test.Name))
        {
            if (Contradiction(group.ToArray()) is { } found && found is not { Value: "null", Field.IsRequired: true })
                yield return Report(index, found, "no row", "it contradicts another condition");
        }
    }

    private static Test? Contradiction(Test[] tests)
    {
        for (var i = 1; i < tests.Length; i++)
        {
            var (first, second) = (tests[0], tests[i]);
            if (first.Value == second.Value ? first.IsNegated != second.IsNegated : !first.IsNegated && !second.IsNegated)
                return second;
        }
        return null;
    }

    private static Diagnostic Report(IndexSymbol index, Test test, string rows, string reason) =>
        Definition.At(index.Attribute.LocationOf(test.Predicate.Syntax), test.Name, index.Quote, index.Model.Name, rows, reason)
            .On(index.DeclaringField?.DisplayName ?? index.DisplayName);

    private static Test[] ReadTests(ModelSymbol model, IndexPredicate predicate)
    {
        if (predicate.Raw is not { } sql)
            return [.. predicate.Conditions.Select(condition => new Test(predicate, condition.Name, condition.Value, condition.IsNegated, condition.Field))];
        var tests = new List<Test>();
        foreach (var part in IndexPredicate.SplitConjunction(sql))
        {
            if (IndexPredicate.FindNullTest(part) is not { } test)
                return [];
            tests.Add(new Test(predicate, test.Column, "null", test.IsNegated, model.FindColumn(test.Column)));
        }
        return [.. tests];
    }

    // `where` with the comma before it; it is never the first argument of a compound form, but may be of `@unique`.
    private static CodeFix? RemoveWhere(IndexSymbol index) =>
        SchemaEdits.RemoveArgument(index.Attribute, "where") is { } edit ? CodeFix.Safe("Delete `where`", edit) : null;

    private sealed record Test(IndexPredicate Predicate, string Name, string Value, bool IsNegated, FieldSymbol? Field);
}
