using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds numbered versions and events of which two may have the same number.</summary>
public sealed class VersionWithoutUniqueRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5020", "version-without-unique")
    {
        Title = "Version number that is not unique",
        Message = "Nothing keeps two `{0}` of one `{1}` from having the same `{2}`: `{3}` is not unique",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            The next number is read, raised and written. Two writers that read the same one write the same version; then "version
            7" is two rows, and a stream of events has two futures. A unique over the owner and the number makes one of them
            fail, which is what optimistic concurrency and event stores are built on.
            """,
        Example = new RuleExample(
            Flagged: """
                model Document {
                  id       Int               @id
                  versions DocumentVersion[]
                }

                model DocumentVersion {
                  id         Int      @id
                  documentId Int
                  document   Document @relation(fields: [documentId], references: [id])
                  version    Int

                  @@index([documentId])
                }
                """,
            Clean: """
                model Document {
                  id       Int               @id
                  versions DocumentVersion[]
                }

                model DocumentVersion {
                  id         Int      @id
                  documentId Int
                  document   Document @relation(fields: [documentId], references: [id])
                  version    Int

                  @@unique([documentId, version])
                }
                """),
        WhenNotToUse = """
            The number is not that of the row: the version of a format, or a place in a list. Reported are models whose name ends
            in Version, Revision, History, Snapshot, Event or EventStore, with one foreign key that says whose version it is (or
            `aggregateId`, `streamId`, `entityId`) and a whole number called version, revision, sequence or position. Any unique
            over the number, with whatever other columns, silences the rule.
            """,
        Fix = """
            Safe: adds `@@unique` over both, in the place of an index over the same columns if there is one. The client gains a
            selector. Where two rows share a number already, the migration stops and says so, and nothing is changed.
            """,
    };

    private static readonly string[] s_models = ["version", "revision", "snapshot", "history", "event"];

    private const int AloneAsWell = 3;

    private static readonly string[] s_numbers =
        ["version", "versionnumber", "versionnum", "versionno", "revision", "revisionnumber", "revisionno", "sequence", "sequencenumber", "sequenceno", "seq", "position"];

    private static readonly string[] s_owners = ["aggregateid", "streamid", "entityid"];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var model in context.Tables)
        {
            if (!IsVersions(model)
                || model.Fields.FirstOrDefault(IsNumber) is not { } number
                || model.Indexes.Any(index => index.IsUnique && index.Fields.Contains(number))
                || LiveUniques.Hold(context, model, number)
                || FindOwner(model, number) is not { } owner)
            {
                continue;
            }
            var list = string.Join(", ", owner.Columns.Select(column => column.Name).Append(number.Name));
            yield return Definition
                .At(number.Location, model.Name, owner.Name, number.Name, list)
                .On(number.DisplayName)
                .WithFix(CodeFix.Safe($"Add `@@unique([{list}])`", AddUnique(model, [.. owner.Columns, number], list)));
        }
    }

    private static bool IsVersions(ModelSymbol model)
    {
        var words = Words.Split(model.Name);
        var last = words.Count == 0 ? "" : words[words.Count - 1];
        if (last == "store")
            return words.Count > 1 && words[words.Count - 2] == "event";
        var singular = last == "histories" ? "history" : last.TrimEnd('s');
        // An `Event` alone is a date in a calendar.
        return Array.IndexOf(s_models, singular) is >= 0 and var found && (words.Count > 1 || found < AloneAsWell);
    }

    private static bool IsNumber(FieldSymbol column) =>
        column is { Scalar: ScalarType.Int or ScalarType.BigInt, IsList: false }
        && Array.IndexOf(s_numbers, Words.Squash(column.Name)) >= 0
        && column.Default?.IsGeneratedIdentifier != true;

    // The foreign key whose target the model is named for, else the only one; else the id of a stream.
    private static (string Name, IReadOnlyList<FieldSymbol> Columns)? FindOwner(ModelSymbol model, FieldSymbol number)
    {
        var keys = model.ForeignKeys
            .Where(key => key.Fields.All(column => column.IsRequired && column != number) && !key.IsOneToOne && !AuditNames.IsAuthor(key.Fields[0].Name))
            .ToArray();
        var name = Words.Squash(model.Name);
        var owner = Array.Find(keys, key => name.StartsWith(Words.Squash(key.Target.Name), StringComparison.Ordinal)) ?? (keys.Length == 1 ? keys[0] : null);
        if (owner is not null)
            return (owner.Target.Name, owner.Fields);
        return model.Fields.FirstOrDefault(column => column.IsColumn && column.IsRequired && Array.IndexOf(s_owners, Words.Squash(column.Name)) >= 0) is { } stream
            ? (stream.Name, [stream])
            : null;
    }

    private static TextEdit AddUnique(ModelSymbol model, IReadOnlyList<FieldSymbol> columns, string list) =>
        model.Indexes.FirstOrDefault(index => index is { Kind: IndexKind.Index, DeclaringField: null, Attribute.Arguments.Count: 1 }
            && index.Columns.Count == columns.Count
            && index.Columns.All(column => !column.HasSort && column is { OperatorClass: null, Length: null })
            && index.Fields.SequenceEqual(columns)) is { } same
            ? SchemaEdits.Replace(model.Tree.Source, same.Attribute.Syntax, $"@@unique([{list}])")
            : SchemaEdits.AppendBlockAttribute(model, $"@@unique([{list}])");
}
