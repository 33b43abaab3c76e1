using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Types;

/// <summary>Finds defaults that their own column cannot hold.</summary>
public sealed class DefaultCannotFitRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4011", "default-cannot-fit")
    {
        Title = "Default that its column cannot hold",
        Message = "The default of `{0}` does not fit `{1}`: {2}",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            Prisma does not compare a default with the native type. The schema is accepted; then the migration fails, or each
            insert that relies on the default does: a cuid is no UUID, a UUID has 36 characters, a `SmallInt` ends at 32,767.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id String @id @default(cuid()) @db.Uuid
                }
                """,
            Clean: """
                model User {
                  id String @id @default(uuid()) @db.Uuid
                }
                """),
        Fix = """
            Unsafe: replaces the function with `uuid()` where the column is a UUID; sets the length that the function's values
            have where the column is too short.
            """,
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var model in context.Models)
        {
            if (model.IsView || model.IsIgnored)
                continue;
            foreach (var column in model.Fields)
            {
                if (column.Default is { } value && !column.IsList && Check(column, value, context.Provider) is { } found)
                    yield return found;
            }
        }
    }

    private static Diagnostic? Check(FieldSymbol column, DefaultValue value, Provider provider) => column.Scalar switch
    {
        ScalarType.String => value.Function is null ? CheckText(column, value) : CheckFunction(column, value),
        ScalarType.Int or ScalarType.BigInt => CheckInteger(column, value, provider),
        ScalarType.Decimal => CheckDecimal(column, value),
        _ => null,
    };

    private static Diagnostic? CheckFunction(FieldSymbol column, DefaultValue value)
    {
        if (LengthOf(value) is not { } length)
            return null;
        if (column.NativeType is { Name: "Uuid" or "UniqueIdentifier" } && value.Function != "uuid")
        {
            return Report(column, value, $"`{value.Function}()` makes no UUID")
                .WithFix(CodeFix.Unsafe("Replace the default with `uuid()`", SchemaEdits.Replace(column.Tree.Source, value.Expression, "uuid()")));
        }
        if (column.NativeType is { Name: "ObjectId" })
            return Report(column, value, $"`{value.Function}()` makes no ObjectId");
        if (MaximumLength(column) is not { } maximum || length <= maximum || column.NativeType is not { } native)
            return null;
        return Report(column, value, $"`{value.Function}()` makes {length} characters")
            .WithFix(CodeFix.Unsafe(
                $"Replace `{native}` with `{native.Name}({length})`",
                SchemaEdits.Replace(column.Tree.Source, native.Attribute.Syntax, $"@{native.Attribute.Name}({length})")));
    }

    // Lengths as Prisma's client makes the values.
    private static int? LengthOf(DefaultValue value) => value.Function switch
    {
        "uuid" => 36,
        "cuid" => value.FunctionArgument == "2" ? 24 : 25,
        "ulid" => 26,
        "nanoid" => int.TryParse(value.FunctionArgument, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : 21,
        _ => null,
    };

    private static Diagnostic? CheckText(FieldSymbol column, DefaultValue value)
    {
        if (value.Expression is not LiteralExpressionSyntax { IsString: true } literal || MaximumLength(column) is not { } maximum)
            return null;
        // The text itself stays unsaid: it may be a secret.
        var length = literal.Value.Count(c => !char.IsLowSurrogate(c));
        return length > maximum ? Report(column, value, $"it has {length} characters") : null;
    }

    private static int? MaximumLength(FieldSymbol column) => column.NativeType switch
    {
        { Name: "VarChar" or "NVarChar" or "Char" or "NChar" or "String" } native when native.Number(0) is { } length => length,
        { Name: "Char" or "NChar", Arguments.Count: 0 } => 1,
        _ => null,
    };

    private static Diagnostic? CheckInteger(FieldSymbol column, DefaultValue value, Provider provider)
    {
        if (value.Expression is not LiteralExpressionSyntax { IsString: false } literal
            || !BigInteger.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || RangeOf(column, provider) is not { } range)
        {
            return null;
        }
        return number < range.Minimum || number > range.Maximum
            ? Report(column, value, string.Format(CultureInfo.InvariantCulture, "values go from {0:N0} to {1:N0}", range.Minimum, range.Maximum))
            : null;
    }

    private static (BigInteger Minimum, BigInteger Maximum)? RangeOf(FieldSymbol column, Provider provider) => column.NativeType?.Name switch
    {
        null when column.Scalar == ScalarType.BigInt => (long.MinValue, long.MaxValue),
        null or "Integer" or "Int" or "Int4" => (int.MinValue, int.MaxValue),
        "SmallInt" or "Int2" => (short.MinValue, short.MaxValue),
        "TinyInt" => provider == Provider.SqlServer ? (byte.MinValue, byte.MaxValue) : (sbyte.MinValue, sbyte.MaxValue),
        "UnsignedTinyInt" => (byte.MinValue, byte.MaxValue),
        "UnsignedSmallInt" => (ushort.MinValue, ushort.MaxValue),
        "MediumInt" => (-8_388_608, 8_388_607),
        "UnsignedMediumInt" => (0, 16_777_215),
        "UnsignedInt" => (uint.MinValue, uint.MaxValue),
        "UnsignedBigInt" => (ulong.MinValue, ulong.MaxValue),
        "BigInt" or "Int8" => (long.MinValue, long.MaxValue),
        "Bit" when provider == Provider.SqlServer => (0, 1),
        _ => null,
    };

    // Digits behind the point are rounded away; too many before it are an error.
    private static Diagnostic? CheckDecimal(FieldSymbol column, DefaultValue value)
    {
        if (column.NativeType is not { Name: "Decimal" } native || native.Number(0) is not { } precision
            || value.Expression is not LiteralExpressionSyntax literal)
        {
            return null;
        }
        var room = precision - (native.Number(1) ?? 0);
        var digits = literal.Value.TrimStart('-', '+', '0');
        var end = digits.IndexOf('.');
        var whole = end < 0 ? digits : digits.Substring(0, end);
        return whole.All(SyntaxFacts.IsAsciiDigit) && whole.Length > room && digits.All(c => c == '.' || SyntaxFacts.IsAsciiDigit(c))
            ? Report(column, value, $"it has {whole.Length} digits before the point, and {room} fit")
            : null;
    }

    private static Diagnostic Report(FieldSymbol column, DefaultValue value, string reason) =>
        Definition.At(value.Attribute.Location, column.DisplayName, column.NativeType?.ToString() ?? column.Type.Name.Text, reason)
            .On(column.DisplayName);
}
