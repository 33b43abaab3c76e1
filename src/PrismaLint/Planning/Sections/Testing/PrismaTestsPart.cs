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
            writer.Text($"`prisma db push` makes the indexes of {PlanFigures.Count(context.Models.Count, "model")} in an empty database of {context.Schema.Connector.DisplayName}; there are no migrations to test.");
            return;
        }
        writer.Text($"On every pull request an empty database of {context.Schema.Connector.DisplayName} takes all migrations, and what they make is compared with {PlanText.Code(context.Source.Path)}.");
        writer.Code("sh", string.Join("\n", Commands(context)));
        if (TestOf(context) is { } test)
        {
            writer.Text($"A test of one unique, to be repeated for the others ({PlanText.Code(test.Index.Model.Name)} needs no parent and has no other unique, so that it reads shortest):");
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
            .Where(index => index.Model.ForeignKeys.All(key => key.Fields.Any(field => !field.IsRequired)) && index.Model.Indexes.Count(other => other.Kind == IndexKind.Unique) == 1)
            .OrderBy(index => Required(index.Model).Count())
            .FirstOrDefault();
        if (best is null)
            return null;
        var model = best.Model;
        // The second row has another id: it must fail for the unique, not for the key.
        var ids = Required(model).Where(field => field.IsId && !best.Fields.Contains(field)).ToArray();
        var data = string.Join(", ", Required(model).Except(ids).Select(field => $"{field.Name}: {Value(field)}"));
        string Row(int number) => ids.Length == 0 ? "data" : $"data: {{ ...data, {string.Join(", ", ids.Select(field => $"{field.Name}: {Value(field, number)}"))} }}";
        return (best, $$"""
            test('{{model.Name}}: {{string.Join(", ", best.Fields.Select(field => field.Name))}} is unique', async () => {
              const data = { {{data}} }
              await {{ClientText.Delegate(model)}}.create({ {{Row(1)}} })
              await expect({{ClientText.Delegate(model)}}.create({ {{Row(2)}} })).rejects.toMatchObject({ code: 'P2002' })
            })
            """.Replace("\r", ""));
    }

    private static IEnumerable<FieldSymbol> Required(ModelSymbol model) =>
        model.Columns.Where(field => field is { IsRequired: true, Default: null, IsUpdatedAt: false });

    private static string? Value(FieldSymbol field, int number = 1) => field switch
    {
        { TypeSymbol: EnumSymbol { Values.Count: > 0 } choices } => $"'{choices.Values[0].Name}'",
        { Scalar: ScalarType.BigInt } => FormattableString.Invariant($"{number}n"),
        { Scalar: ScalarType.Int or ScalarType.Float } => FormattableString.Invariant($"{number}"),
        { Scalar: ScalarType.Decimal } => FormattableString.Invariant($"'{number}'"),
        { Scalar: ScalarType.Boolean } => "false",
        { Scalar: ScalarType.DateTime } => "new Date('2025-01-01')",
        { Scalar: ScalarType.Json } => "{}",
        { Scalar: ScalarType.String, NativeType.Name: "Uuid" } => FormattableString.Invariant($"'00000000-0000-4000-8000-00000000000{number}'"),
        { Scalar: ScalarType.String } => FormattableString.Invariant($"'{(char)('a' + number - 1)}'"),
        _ => null,
    };
}
