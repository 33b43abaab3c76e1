using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>Partial, covering, expression, BRIN and GIN indexes: what the schema gives cause to ask, and what decides.</summary>
internal static class IndexQuestionPart
{
    // From here on a BRIN index pays (PL8023 asks for as many).
    private const double BrinRows = 10_000_000;

    // A BRIN index keeps one entry for 128 pages of 8 kB.
    private const double BrinRange = 128 * 8192.0;

    private const double BrinEntry = 48;

    private static readonly string[] s_addresses = ["email", "emailaddress", "username", "useremail", "login"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        if (!context.IsPostgreSql)
            return;
        string[] questions = [.. Partial(context), .. Covering(context), .. Expressions(context), .. Brin(context), .. Containers(context)];
        if (questions.Length == 0)
            return;
        writer.Heading("Indexes that only an answer can justify");
        writer.List(questions);
    }

    private static IEnumerable<string> Partial(PlanContext context)
    {
        var softDelete = new SoftDelete(context.Rules);
        foreach (var model in context.Models)
        {
            if (softDelete.MarkerOf(model) is not { LiveCondition: { } condition } marker)
                continue;
            IndexSymbol[] full = [.. model.Indexes.Where(index => index is { Kind: IndexKind.Index, Predicate: null, Columns.Count: > 0 } && index.Columns[0].Field != marker.Field
                && !model.ForeignKeys.Any(key => IndexCoverage.Covers(index.Shape, [.. key.Fields.Select(field => field.Name)])))];
            if (full.Length == 0)
                continue;
            var share = context.Live?.Map.ColumnOf(marker.Field)?.Statistics is { } statistics && marker.Field.IsOptional ? $"ANALYZE found {Figures.Percent(1 - statistics.NullFraction)} of the rows deleted" : "what part of the rows is deleted is not told";
            yield return $"Partial: {PlanText.Code(model.Name)} marks deleted rows by {PlanText.Code(marker.Field.Name)}, and {PlanFigures.Names(full.Select(index => index.Quote))} {(full.Length == 1 ? "holds" : "hold")} them too. With {PlanText.Code($"where: {{ {condition} }}")} an index holds the living rows alone; {share}";
        }
    }

    // Who is a member asks for the pair of keys and reads the rest.
    private static IEnumerable<string> Covering(PlanContext context)
    {
        var found = new List<(string Text, string Sql)>();
        foreach (var shape in context.Shapes.With(TableTrait.Join))
        {
            var keys = shape.Model.ForeignKeys.SelectMany(key => key.Fields).ToArray();
            FieldSymbol[] rest =
            [
                .. shape.Model.Columns.Where(column => Array.IndexOf(keys, column) < 0 && !column.IsId && !column.IsList && column != shape.Columns.Created && column != shape.Columns.Changed
                    && (column.Kind == FieldKind.Enum || column.Scalar == ScalarType.Boolean)),
            ];
            if (rest.Length is 0 or > 2 || context.Database.TableOf(shape.Model) is not { } table || shape.Model.Indexes.FirstOrDefault(index => index.IsUnique && index.Columns.Count > 1) is not { } unique)
                continue;
            found.Add((
                $"{PlanText.Code(shape.Model.Name)} by {PlanText.Code(string.Join(", ", unique.Fields.Select(field => field.Name)))} for {PlanText.CodeList(rest.Select(column => column.Name))}",
                $"CREATE UNIQUE INDEX ON {table.Sql} ({SqlPieces.Names(unique.Fields.Select(field => field.ColumnName))}) INCLUDE ({SqlPieces.Names(rest.Select(column => column.ColumnName))})"));
        }
        if (found.Count == 0)
            yield break;
        yield return $"Covering: look-ups of pairs go on to the row for the little that stands beside the keys: {PlanFigures.Cut(found.Select(pair => pair.Text), 6, "; ")}. "
            + $"{PlanText.Code(found[0].Sql)} answers from the index alone, at the price of a second unique index. It pays where such a look-up is among the most frequent statements";
    }

    private static IEnumerable<string> Expressions(PlanContext context)
    {
        FieldSymbol[] columns =
        [
            .. context.Models.SelectMany(model => model.Columns).Where(column => column is { Scalar: ScalarType.String, IsList: false, IsUnique: true, IsId: false }
                && column.NativeType?.Name != "Citext" && Array.IndexOf(s_addresses, Words.Squash(column.Name)) >= 0),
        ];
        if (columns.Length == 0 || context.Database.TableOf(columns[0].Model ?? context.Models[0]) is not { } table)
            yield break;
        yield return $"Expression: {PlanFigures.Names(columns.Select(column => column.DisplayName))} {(columns.Length == 1 ? "is" : "are")} unique by the letter: `A@x.org` and `a@x.org` may both be there. If they mean the same, {PlanText.Code("@db.Citext")} makes the unique and Prisma's {PlanText.Code("equals")} compare without case; {PlanText.Code($"CREATE UNIQUE INDEX ON {table.Sql} (lower({SqlPieces.Name(columns[0].ColumnName)}))")} keeps the rows apart too, but {PlanText.Code("mode: \"insensitive\"")} becomes ILIKE, which neither index serves";
    }

    private static IEnumerable<string> Brin(PlanContext context)
    {
        foreach (var shape in context.Shapes.With(TableTrait.AppendOnly))
        {
            if (shape.Columns.Created is not { } created || context.Database.TableOf(shape.Model) is not { } table)
                continue;
            var volume = context.Volumes.Of(shape.Model);
            var later = volume.After(context.Inputs.HorizonMonths);
            if ((later ?? volume.Rows) is not { } rows || rows < BrinRows || context.Storage.Of(shape.Model) is not { } storage)
                continue;
            var brin = rows * storage.RowBytes / BrinRange * BrinEntry;
            var btree = rows * context.Storage.EntryBytes(table, [.. table.Columns.Where(column => column.Field == created)]);
            yield return $"BRIN: {PlanText.Code(shape.Model.Name)} grows by {PlanText.Code(created.Name)} ({shape.Why(TableTrait.AppendOnly)}) and has {Figures.Count(rows, "row")}{(later is null ? "" : $" in {Numbers.Text(context.Inputs.HorizonMonths)} months")}: "
                + $"{PlanText.Code($"@@index([{created.Name}], type: Brin)")} takes about {PlanFigures.Bytes(brin)}, a B-tree {PlanFigures.Bytes(btree)}. It serves ranges of {PlanText.Code(created.Name)}, and no `orderBy`; rows must stay in the order in which they came (PL8023)";
        }
    }

    private static IEnumerable<string> Containers(PlanContext context)
    {
        FieldSymbol[] columns =
        [
            .. context.Models.SelectMany(model => model.Columns).Where(column =>
                (column.Scalar == ScalarType.Json && column.NativeType?.Name != "Json" || (column.IsList && column.Kind is FieldKind.Scalar or FieldKind.Enum && column.IsList) || IsSearchVector(column))
                && !StorageTunings.IndexesOver(column).Any() && !HasLiveIndex(context, column)),
        ];
        foreach (var (kind, found, operators) in new[]
        {
            ("JSON", columns.Where(column => column.Scalar == ScalarType.Json && !column.IsList).ToArray(), "`array_contains` over the whole column, and raw `@>`; a filter by `path` needs an index over that expression"),
            ("lists", columns.Where(column => column.IsList).ToArray(), "`has`, `hasEvery` and `hasSome`"),
            ("text search", columns.Where(IsSearchVector).ToArray(), "`@@`, in raw SQL alone"),
        })
        {
            if (found.Length > 0)
                yield return $"GIN ({kind}): {PlanFigures.Names(found.Select(column => column.DisplayName))} {(found.Length == 1 ? "has" : "have")} no index. One ({PlanText.Code($"@@index([{found[0].Name}], type: Gin)")}) serves {operators}; without such filters it only slows writes";
        }
    }

    private static bool IsSearchVector(FieldSymbol column) => column.Kind == FieldKind.Unsupported && column.Type.UnsupportedText.Text.Trim('"') == "tsvector";

    private static bool HasLiveIndex(PlanContext context, FieldSymbol column) =>
        context.Live?.Map is { } map && column.Model is { } model && map.TableOf(model) is { } table && map.ColumnOf(column) is { } found && table.Indexes.Any(index => index.KeyColumns.Contains(found.Name));
}
