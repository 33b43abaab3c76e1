using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds lists that are kept in one text.</summary>
public sealed class DelimitedListInStringRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4020", "delimited-list-in-string")
    {
        Title = "List kept in one text",
        Message = "`{0}` is named for several values and is one `String`: {1} holds each by itself",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Values joined by commas, or written as JSON into a text, cannot be looked up by an index, counted, or held to what
            exists by a foreign key. A search for `1` also finds `11`, and two writers who each add a value lose one of the two.

            A name counts that ends in ids, list, csv or comma separated (`tagIds`, `email_list`), or that is one of `names`. A list of at
            most 64 letters is none: the word then means the list's name.
            """,
        Example = new RuleExample(
            Flagged: """
                model Article {
                  id     Int    @id
                  tagIds String
                }
                """,
            Clean: """
                model Article {
                  id   Int   @id
                  tags Tag[]
                }

                model Tag {
                  id       Int       @id
                  articles Article[]
                }
                """),
        WhenNotToUse = "The text is never searched and is written as a whole. A name that says encrypted, hashed, serialized or json is not reported. The values have to be moved, so there is no fix.",
    };

    public static readonly RuleOption<NameList> Names = RuleOption.Names(
        "names", "Names that mean several values, without underscores and in lower case.", "tags", "categories", "roles", "permissions");

    // A text of so few letters is the name of a list, and none itself.
    private const int LongestSingle = 64;

    private static readonly string[] s_sealed = ["encrypted", "hashed", "hash", "serialized", "json", "snapshot", "raw"];

    public override IReadOnlyList<RuleOption> Options => [Names];

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var names = Words.Squash(context.Get(Names));
        var instead = context.Connector.HasScalarLists ? "a list (`String[]`) or a model of its own" : "a model of its own";
        return from model in context.Tables
               where !FrameworkModels.Owns(model)
               from column in model.Fields
               where column is { Scalar: ScalarType.String, IsList: false, IsIgnored: false }
                   && IsPlural(column.Name, column.NativeType?.Number(0), names)
                   && !IsKey(column)
               select Definition.At(column.Location, column.DisplayName, instead).On(column.DisplayName);
    }

    private static bool IsPlural(string name, int? length, NameList names)
    {
        if (names.Contains(Words.Squash(name)))
            return true;
        var words = Words.Split(name);
        if (words.Count < 2 || words.Any(word => Array.IndexOf(s_sealed, word) >= 0))
            return false;
        return words[words.Count - 1] is "ids" or "csv"
            || (words[words.Count - 1] == "list" && !(length <= LongestSingle))
            || (words.Count > 2 && words[words.Count - 1] == "separated" && words[words.Count - 2] == "comma");
    }

    private static bool IsKey(FieldSymbol column) => column.IsUnique || column.ForeignKeysOver.Any();
}
