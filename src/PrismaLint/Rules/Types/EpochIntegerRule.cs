using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Types;

/// <summary>Finds moments that are kept as a number of seconds or milliseconds.</summary>
public sealed class EpochIntegerRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4015", "epoch-integer")
    {
        Title = "Moment kept as a number",
        Message = "`{0}` is named for a moment and is {1}",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            A number does not say whether it counts seconds or milliseconds, cannot be compared with `now()`, and a person who
            reads the table sees no date. Seconds in an `Int` of 32 bits end in January 2038. A `DateTime` has none of that.

            A name counts whose last word is at, timestamp or epoch (`expiresAt`, `block_timestamp`). Names of one word and names
            that cannot be split into words are not reported, nor are places in a recording (`thumbnailTimestamp`) and the columns
            that a framework prescribes (`expires_at` of Auth.js).
            """,
        Example = new RuleExample(
            Flagged: """
                model Invitation {
                  id        Int @id
                  expiresAt Int
                }
                """,
            Clean: """
                model Invitation {
                  id        Int      @id
                  expiresAt DateTime
                }
                """),
        WhenNotToUse = "Another program writes the number, or its exact value is signed. A change needs a migration by hand, so there is no fix: make the field a `DateTime` and convert with `to_timestamp(…)` or its like.",
    };

    private static readonly string[] s_ends = ["at", "timestamp", "epoch"];

    // A place in something that is played back, and no moment in time.
    private static readonly string[] s_media =
        ["video", "audio", "media", "thumbnail", "frame", "clip", "caption", "playback", "track", "recording", "poster", "preview", "transcript"];

    public static readonly RuleOption<NameList> IgnoredFields = RuleOption.Names(
        "ignored_fields", "Fields, as `field` or `Model.field`, that may stay numbers.");

    public override IReadOnlyList<RuleOption> Options => [IgnoredFields];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var ignored = context.Get(IgnoredFields);
        return from model in context.Tables
               where !FrameworkModels.Owns(model) && !Words.ContainsAny(model.Name, s_media)
               from column in model.Fields
               where column is { Scalar: ScalarType.Int or ScalarType.BigInt, IsList: false, IsIgnored: false }
                   && IsMoment(column.Name)
                   && column.ForeignKeysOver.FirstOrDefault() is null
                   && !ignored.Contains(column.Name)
                   && !ignored.Contains(column.DisplayName)
               select Definition
                   .At(column.Location, column.DisplayName, column.Scalar == ScalarType.Int && context.Connector.DefaultColumnType(ScalarType.Int) is not "INTEGER"
                       ? "an `Int`: in seconds it ends in January 2038" : $"a `{column.Scalar}`, whose unit nobody sees")
                   .On(column.DisplayName);
    }

    private static bool IsMoment(string name)
    {
        var words = Words.Split(name);
        return words.Count > 1 && Array.IndexOf(s_ends, words[words.Count - 1]) >= 0 && !Words.ContainsAny(name, s_media);
    }
}
