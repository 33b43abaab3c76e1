using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Types;

/// <summary>Finds text that PostgreSQL fills up with blanks.</summary>
public sealed class CharTypeRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4005", "char-type")
    {
        Title = "Text filled up with blanks",
        Message = "`{0}` is `char({1})`, which PostgreSQL fills up with blanks",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            PostgreSQL stores `char(n)` with blanks up to its length and gives them back: the client reads "ab" as "ab        ".
            Comparisons ignore the blanks, `LIKE` and regular expressions do not. It saves no room and is no faster than
            `varchar(n)`, which limits the length just as well.

            With `allow_fixed` what has one length by its nature may stay: hashes and digests, codes of countries, currencies and
            languages, `char(1)`, and keys that a generator fills to the last letter.
            """,
        Example = new RuleExample(
            Flagged: """
                model Product {
                  id   Int    @id
                  code String @db.Char(20)
                }
                """,
            Clean: """
                model Product {
                  id   Int    @id
                  code String @db.VarChar(20)
                }
                """),
        WhenNotToUse = "The table is shared with a program that wants the blanks.",
        Fix = "Unsafe: changes the type to `VarChar` of the same length, in the columns tied to it by foreign keys as well. The migration rewrites the columns.",
    };

    public static readonly RuleOption<bool> AllowFixed = RuleOption.Flag(
        "allow_fixed", "Leaves alone what has one length by its nature.", true);

    // The longest usual digest: SHA-512 in hexadecimal.
    private const int LongestDigest = 128;

    private const int LongestCode = 10;

    private static readonly string[] s_digests = ["hash", "checksum", "digest", "md5", "sha", "fingerprint", "signature", "uuid", "guid", "ulid", "cuid"];

    private static readonly string[] s_codes = ["country", "currency", "locale", "language", "lang", "iso"];

    public override IReadOnlyList<RuleOption> Options => [AllowFixed];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Provider != Provider.PostgreSql)
            yield break;
        var allowFixed = context.Get(AllowFixed);
        KeyColumns? keys = null;
        foreach (var model in context.Tables)
        {
            foreach (var column in model.Fields)
            {
                if (column is not { Scalar: ScalarType.String, IsIgnored: false, NativeType: { Name: "Char" } native })
                    continue;
                var length = native.Number(0) ?? 1;
                // The column referred to is the one to change, and takes this one with it.
                if (column.ForeignKeysOver.Any() || (allowFixed && IsFixed(column, length)))
                    continue;
                keys ??= new KeyColumns(context.Schema);
                yield return Definition
                    .At(native.Attribute?.Location ?? column.Location, column.DisplayName, length.ToString(CultureInfo.InvariantCulture))
                    .On(column.DisplayName)
                    .WithFix(Fix(context, keys.GroupOf(column)));
            }
        }
    }

    internal static bool IsFixed(FieldSymbol column, int length) => column.Default?.IsGeneratedIdentifier == true || IsFixed(column.Name, length);

    internal static bool IsFixed(string name, int length)
    {
        var words = Words.Split(name);
        return length == 1
            || (length <= LongestDigest && words.Any(word => Array.IndexOf(s_digests, word) >= 0))
            || (length <= LongestCode && words.Any(word => Array.IndexOf(s_codes, word) >= 0));
    }

    private static CodeFix? Fix(RuleContext context, IReadOnlyList<FieldSymbol> group)
    {
        var edits = new List<TextEdit>();
        foreach (var column in group.Where(column => column.NativeType?.Name == "Char"))
        {
            if (column.Owner.HasErrors)
                return null;
            var length = (column.NativeType?.Number(0) ?? 1).ToString(CultureInfo.InvariantCulture);
            edits.Add(SchemaEdits.SetNativeType(column, $"VarChar({length})", context.Schema.Datasource?.Name ?? "db"));
        }
        return CodeFix.Unsafe(edits.Count == 1 ? "Replace `Char` with `VarChar`" : $"Replace `Char` with `VarChar` in {edits.Count} columns", [.. edits]);
    }
}
