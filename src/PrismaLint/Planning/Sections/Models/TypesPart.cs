using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Models;

/// <summary>What the types of fields mean for the code that the generator makes.</summary>
internal static class TypesPart
{
    private static readonly string[] s_choices = ["status", "type", "kind", "role", "level", "category", "visibility", "priority", "mode"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        var columns = context.Models.SelectMany(model => model.Columns).Where(column => !column.IsIgnored).ToArray();
        var items = Items(context, columns).ToArray();
        if (items.Length == 0)
            return;
        writer.Part("Type generation");
        writer.List(items);
    }

    private static IEnumerable<string> Items(PlanContext context, FieldSymbol[] columns)
    {
        FieldSymbol[] Of(ScalarType type) => [.. columns.Where(column => column.Scalar == type)];
        string Fields(IEnumerable<FieldSymbol> fields) => TemplatePart.Some([.. fields.Select(one => one.DisplayName)]);
        string Count(FieldSymbol[] fields, string what) => FormattableString.Invariant($"{fields.Length} {what}{(fields.Length == 1 ? "" : "s")}");

        if (Of(ScalarType.BigInt) is { Length: > 0 } big)
        {
            var keys = big.Count(column => column.IsId);
            yield return FormattableString.Invariant($"{Count(big, "field")} of type BigInt, {keys} of them ids: {Fields(big.Where(column => column.IsId).Concat(big.Where(column => !column.IsId)))}. The client gives {PlanText.Code("bigint")}, on which {PlanText.Code("JSON.stringify")} throws a TypeError: responses send them as text.");
        }
        if (Of(ScalarType.Decimal) is { Length: > 0 } exact)
            yield return $"{Count(exact, "field")} of type Decimal: {Fields(exact)}. The client gives an object ({PlanText.Code("Prisma.Decimal")}) that {PlanText.Code("JSON.stringify")} writes as text; sums and comparisons use its methods, not {PlanText.Code("+")} and {PlanText.Code("<")}.";
        if (Of(ScalarType.Bytes) is { Length: > 0 } bytes)
            yield return $"{Count(bytes, "field")} of type Bytes: {Fields(bytes)}. The client gives a {PlanText.Code("Uint8Array")} (a {PlanText.Code("Buffer")} before Prisma 6), which {PlanText.Code("JSON.stringify")} takes apart byte by byte, and every read of all columns carries them.";
        if (Of(ScalarType.Json) is { Length: > 0 } json)
            yield return $"{Count(json, "field")} of type Json: {Fields(json)}. The client types them as {PlanText.Code("JsonValue")}, so nothing checks their shape; a type per field (by a generator for Json types, or a parser at the border) says what they hold.";
        if (columns.Where(IsComputed).ToArray() is { Length: > 0 } computed)
            yield return $"{Count(computed, "field")} with a {PlanText.Code("dbgenerated")} default that names other columns: {Fields(computed)}. In a database that was introspected these are generated columns (GENERATED ALWAYS AS … STORED): writes to them fail. A database that Prisma makes anew from this schema does not come up, since PostgreSQL refuses such a default (0A000): the first migration has to be written by hand there.";
        if (context.Schema.Enums.Count > 0)
        {
            var used = columns.Count(column => column.Kind == FieldKind.Enum);
            yield return FormattableString.Invariant($"{PlanFigures.Count(context.Schema.Enums.Count, "enum")} for {PlanFigures.Count(used, "field")}: {TemplatePart.Some([.. context.Schema.Enums.Select(one => one.Name)])}. The client takes their values alone; a new value is there for old clients only after their deployment.");
        }
        if (columns.Where(IsChoice).ToArray() is { Length: > 0 } choices)
            yield return $"{Count(choices, "text field")} named like a choice: {Fields(choices)}. The client takes any text; where the values are few and fixed, an enum or a check says so.";
        if (context.Observed("PL4015").ToArray() is { Length: > 0 } epochs)
            yield return $"{epochs[0].Message}{More(epochs.Length)}. (PL4015)";
        if (context.Observed("PL4016").ToArray() is { Length: > 0 } flags)
            yield return $"{flags[0].Message}{More(flags.Length)}. (PL4016)";
        if (context.Observed("PL2016").ToArray() is { Length: > 0 } hidden)
            yield return $"{hidden[0].Message}{More(hidden.Length)}. (PL2016)";
        if (context.Models.SelectMany(model => model.Columns).Where(column => column.Kind == FieldKind.Unsupported).ToArray() is { Length: > 0 } unsupported)
            yield return $"{Count(unsupported, "column")} of a type that the client does not know: {Fields(unsupported)}. They are read and written by raw queries alone.";
    }

    private static string More(int count) => count == 1 ? "" : FormattableString.Invariant($"; and {count - 1} more");

    // A default that is an expression over names, and calls nothing.
    internal static bool IsComputed(FieldSymbol column) => column.Default is { Function: "dbgenerated", FunctionArgument: { } sql }
        && sql.Length > 0 && sql[0] == '(' && column.Model is { } model
        && Sql.SqlScript.Parse("", "SELECT " + sql).Statements.Count == 1
        && model.Columns.Any(other => other != column && ContainsWord(sql, other.ColumnName));

    private static bool ContainsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsLetter(text[at - 1])) && (end == text.Length || !IsLetter(text[end])) && (end == text.Length || text[end] != '('))
                return true;
        }
        return false;
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '\'';

    private static bool IsChoice(FieldSymbol column) => column.Scalar == ScalarType.String && !column.IsList && !column.IsId && !column.IsUnique
        && Words.Split(column.Name) is { Count: > 0 } words && Array.IndexOf(s_choices, words[words.Count - 1]) >= 0 && !column.ForeignKeysOver.Any();
}
