using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Types;

/// <summary>Finds lists whose rows, written by others than Prisma, hold null.</summary>
public sealed class ListWithoutDefaultRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4017", "list-without-default")
    {
        Title = "List without a default",
        Message = "List `{0}` has no `@default([])`",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            A scalar list is a nullable array column. Prisma reads null as an empty list and writes an empty list only where it
            is told to; rows inserted without the field, by Prisma or by SQL, hold null, and `isEmpty`, `has` and
            `NOT has` in a `where` do not find them. With `@default([])` the column holds an empty array from the start.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id   Int      @id
                  tags String[]
                }
                """,
            Clean: """
                model Post {
                  id   Int      @id
                  tags String[] @default([])
                }
                """),
        WhenNotToUse = """
            Nobody asks for rows with an empty list. Only PostgreSQL and CockroachDB have such columns; views, ignored models and
            ignored fields are not looked at, and another default than the empty list is one. With `compatibility = prisma-lint`
            every list is reported whose default is not the empty list, those of relations too, which cannot have one.
            """,
        Fix = "Safe: adds `@default([])`. Rows that hold null today keep it until they are updated.",
    };

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("require-default-empty-arrays");

    public override IReadOnlyList<RuleOption> Options => [Compatibility];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var found = PrismaLintMode.IsOn(context.Get(Compatibility))
            ? context.WrittenModels.SelectMany(model => model.Fields).Where(list => list.IsList && !HasEmptyDefault(list))
            : context.Connector.IsPostgreSqlLike
                ? context.Tables.SelectMany(model => model.Fields).Where(list => list.IsList && !list.IsIgnored && CanHaveDefault(list) && list.Default is null)
                : [];
        return found.Select(list => Definition
            .At(list.Location, list.DisplayName)
            .On(list.DisplayName)
            .WithFix(CanHaveDefault(list) && list.FindAttribute("default") is null && context.Connector.IsPostgreSqlLike
                ? CodeFix.Safe("Add `@default([])`", SchemaEdits.AppendAttribute(list, "@default([])"))
                : null));
    }

    private static bool CanHaveDefault(FieldSymbol list) => list.Kind is FieldKind.Scalar or FieldKind.Enum;

    private static bool HasEmptyDefault(FieldSymbol list) =>
        list.FindAttribute("default") is { Arguments.Count: > 0 } attribute && attribute.Arguments[0].Value is ArrayExpressionSyntax { Elements.Count: 0 };
}
