using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Testing;

/// <summary>Tests that run Prisma, and the commands around them.</summary>
internal static class PrismaTestsPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Tests with Prisma");
        if (!context.Schema.Connector.IsSql)
        {
            writer.Text($"`prisma db push` makes the indexes of {context.Models.Count} models in an empty database of {context.Schema.Connector.DisplayName}; there are no migrations to test.");
            return;
        }
        writer.Text($"On every pull request an empty database of {context.Schema.Connector.DisplayName} takes all migrations, and what they make is compared with {PlanText.Code(context.Source.Path)}.");
        writer.Code("sh", string.Join("\n", Commands(context)));
        if (TestOf(context) is { } test)
        {
            writer.Text($"A test of one unique, to be repeated for the others ({PlanText.Code(test.Index.Model.Name)} has few required columns, so that it reads shortest):");
            writer.Code("ts", test.Text);
        }
    }

    private static IEnumerable<string> Commands(PlanContext context)
    {
        yield return "npx prisma migrate deploy";
        yield return $"prismalint check {context.Source.Path}";
        if (context.IsPostgreSql)
            yield return $"prismalint inspect {context.Source.Path} --url-env DATABASE_URL   # differences between database and schema: PL85xx";
        yield return $"prismalint diff --since origin/main {context.Source.Path}   # what the change does to a database in use";
    }

    private static (IndexSymbol Index, string Text)? TestOf(PlanContext context)
    {
        var best = context.Models
            .SelectMany(model => model.Indexes)
            .Where(index => index.Kind == IndexKind.Unique && index.Predicate is null && index.Columns.Count > 0 && index.Fields.All(field => field.IsRequired && Value(field) is not null) && Required(index.Model).All(field => Value(field) is not null))
            .OrderBy(index => index.Model.ForeignKeys.Count(key => key.Fields.Any(field => field.IsRequired)) * 10 + Required(index.Model).Count())
            .FirstOrDefault();
        if (best is null)
            return null;
        var model = best.Model;
        var parents = model.ForeignKeys.Where(key => key.Fields.All(field => field.IsRequired)).Select(key => key.Target.Name).Distinct().ToArray();
        var note = parents.Length == 0 ? "" : $"  // rows of {string.Join(", ", parents)} come from the seed\n";
        var data = string.Join(", ", Required(model).Select(field => $"{field.Name}: {Value(field)}"));
        return (best, $$"""
            test('{{model.Name}}: {{string.Join(", ", best.Fields.Select(field => field.Name))}} is unique', async () => {
            {{note}}  const data = { {{data}} }
              await {{ClientText.Delegate(model)}}.create({ data })
              await expect({{ClientText.Delegate(model)}}.create({ data })).rejects.toMatchObject({ code: 'P2002' })
            })
            """.Replace("\r", ""));
    }

    private static IEnumerable<FieldSymbol> Required(ModelSymbol model) =>
        model.Columns.Where(field => field is { IsRequired: true, Default: null, IsUpdatedAt: false });

    private static string? Value(FieldSymbol field) => field switch
    {
        { TypeSymbol: EnumSymbol { Values.Count: > 0 } choices } => $"'{choices.Values[0].Name}'",
        { Scalar: ScalarType.BigInt } => "1n",
        { Scalar: ScalarType.Int or ScalarType.Float } => "1",
        { Scalar: ScalarType.Decimal } => "'1'",
        { Scalar: ScalarType.Boolean } => "false",
        { Scalar: ScalarType.DateTime } => "new Date('2025-01-01')",
        { Scalar: ScalarType.Json } => "{}",
        { Scalar: ScalarType.String, NativeType.Name: "Uuid" } => "'00000000-0000-4000-8000-000000000001'",
        { Scalar: ScalarType.String } => "'a'",
        _ => null,
    };
}
