using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds files that are kept in rows.</summary>
public sealed class LargeBinaryRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4018", "large-binary")
    {
        Title = "File kept in a row",
        Message = "`{0}` {1}",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            The client reads every column that a query does not leave out: a list of ten documents then carries ten files. Backups,
            replication and the cache of the database carry them too. A store for objects keeps the file, the row its key.

            A `Bytes` column counts that one of `names` occurs in as a word, and a model with more than `max` `Bytes` columns
            counts once, whatever they are called. Short ones (`Binary(16)`, `VarBinary(64)`, `TinyBlob`, `Bit`, `ObjectId`) do not, nor do those whose name means
            something short (key, hash, salt, signature, token, certificate and their like).
            """,
        Example = new RuleExample(
            Flagged: """
                model Report {
                  id  Int   @id
                  pdf Bytes
                }
                """,
            Clean: """
                model Report {
                  id     Int    @id
                  pdfKey String
                }
                """),
        WhenNotToUse = "The files are few and small, or must change in one transaction with the row. Nothing mends it by an edit of the schema: keep the file elsewhere and its key here.",
    };

    // Up to here a value of limited length is no file.
    private const int LongestShort = 1024;

    private static readonly string[] s_short =
    [
        "id", "uuid", "key", "hash", "digest", "checksum", "salt", "iv", "nonce", "tag", "mac", "signature", "token", "secret", "seed",
        "password", "address", "ip", "encrypted", "cipher", "ciphertext", "certificate", "fingerprint",
    ];

    public static readonly RuleOption<NameList> Names = RuleOption.Names(
        "names", "Words that name a file.", "file", "image", "pdf", "content", "blob", "data", "attachment", "photo", "picture", "document", "video", "audio");

    public static readonly RuleOption<int> Max = RuleOption.Number("max", "How many `Bytes` columns a model may have.", 1);

    public override IReadOnlyList<RuleOption> Options => [Names, Max];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var names = context.Get(Names);
        var max = context.Get(Max);
        foreach (var model in context.Tables)
        {
            var columns = model.Fields.Where(IsLarge).ToArray();
            if (columns.Length > max)
            {
                yield return Definition.At(model.Location, model.Name, $"has {columns.Length} `Bytes` column{(columns.Length == 1 ? "" : "s")}, more than {max}").On(model.DisplayName);
                continue;
            }
            foreach (var column in columns.Where(column => Words.Split(column.Name).Any(names.Contains)))
                yield return Definition.At(column.Location, column.DisplayName, "keeps a file in the row").On(column.DisplayName);
        }
    }

    private static bool IsLarge(FieldSymbol column) => column is { Scalar: ScalarType.Bytes, IsIgnored: false }
        && column.NativeType is not ({ Name: "TinyBlob" or "Bit" or "ObjectId" } or { Name: "Binary", Arguments.Count: 0 })
        && !(column.NativeType?.Number(0) <= LongestShort)
        && !Words.Split(column.Name).Any(word => Array.IndexOf(s_short, word) >= 0);
}
