using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds foreign keys whose column is not named after the relation field.</summary>
public sealed class ForeignKeyFieldNameRule() : Rule(Definition)
{
    /// <summary>The share, in hundredths, of the keys that follow the pattern, from which it is the schema's own.</summary>
    private const int UsualShare = 60;

    public static readonly RuleDescriptor Definition = new("PL1011", "foreign-key-field-name")
    {
        Title = "Foreign key not named after its relation",
        Message = "Foreign key `{0}` of relation `{1}` is not named after it, expected `{2}`",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            `author` and `authorId` are seen to belong together; `author` and `userId` are not, and where the model has a
            second relation to users, the wrong one of two keys is soon set.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id       Int    @id
                  written  Post[] @relation("Author")
                  reviewed Post[] @relation("Reviewer")
                }

                model Post {
                  id         Int  @id
                  userId     Int
                  author     User @relation("Author", fields: [userId], references: [id])
                  reviewerId Int
                  reviewer   User @relation("Reviewer", fields: [reviewerId], references: [id])
                  blogId     Int
                  blog       Blog @relation(fields: [blogId], references: [id])

                  @@index([userId])
                  @@index([reviewerId])
                  @@index([blogId])
                }

                model Blog {
                  id    Int    @id
                  posts Post[]
                }
                """,
            Clean: """
                model User {
                  id       Int    @id
                  written  Post[] @relation("Author")
                  reviewed Post[] @relation("Reviewer")
                }

                model Post {
                  id         Int  @id
                  authorId   Int  @map("userId")
                  author     User @relation("Author", fields: [authorId], references: [id])
                  reviewerId Int
                  reviewer   User @relation("Reviewer", fields: [reviewerId], references: [id])
                  blogId     Int
                  blog       Blog @relation(fields: [blogId], references: [id])

                  @@index([authorId])
                  @@index([reviewerId])
                  @@index([blogId])
                }

                model Blog {
                  id    Int    @id
                  posts Post[]
                }
                """),
        WhenNotToUse = """
            Reported only where 60 in 100 or more of the schema's keys of one column follow the pattern, unless `mode` is
            `always`. A key follows it where one name is seen to come from the other: they begin alike (`authorId`, `creator`
            and `createdBy`), all words of one are in the other (`group` and `partnerGroupId`), or the key is an abbreviation
            (`organization` and `orgId`, `homeTeam` and `hteamId`). Not judged: keys of several columns and columns that are in
            one of those, a key that is the primary key, one that refers to something else than an id, relations with the name
            of a table or another that introspection made (PL1012), ignored fields and models, and models of frameworks.
            """,
        Fix = """
            Renames the key with every reference in the schema and keeps the column by `@map`, or else renames the relation
            field after the key. Unsafe: either changes the client's API.
            """,
    };

    public static readonly RuleOption<string> Mode = RuleOption.Choice(
        "mode", "`auto` reports outliers of a schema that follows the pattern, `always` every key outside it.", "auto", "auto", "always");

    public static readonly RuleOption<NameList> Allow = RuleOption.Names("allow", "Names of key fields that may be called otherwise.");

    public override IReadOnlyList<RuleOption> Options => [Mode, Allow];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var judged = context.ForeignKeys.Where(IsJudged).ToList();
        var outliers = judged.Where(key => !ForeignKeyNames.Agree(key)).ToList();
        if (context.Get(Mode) == "auto" && (judged.Count - outliers.Count) * 100 < judged.Count * UsualShare)
            return [];
        var allow = context.Get(Allow);
        return outliers.Where(key => !allow.Contains(key.Fields[0].Name)).Select(Report);
    }

    private static bool IsJudged(ForeignKeySymbol key) =>
        key is { Fields.Count: 1, References.Count: 1, Model.IsIgnored: false, RelationField.IsIgnored: false }
        && key.Fields[0] is { IsIgnored: false, IsId: false } column
        && ForeignKeyNames.RefersToId(key)
        && !FrameworkModels.Owns(key.Model)
        && !IntrospectedNames.IsMade(key.RelationField)
        && !IntrospectedNames.IsTable(key.RelationField)
        && column.ForeignKeysOver.Take(2).Count() == 1;

    private static Diagnostic Report(ForeignKeySymbol key)
    {
        var column = key.Fields[0];
        var expected = ForeignKeyNames.ColumnFor(key);
        var found = Definition
            .At(column.Location, column.DisplayName, key.RelationField.Name, expected)
            .On(column.DisplayName)
            .WithRelated(key.RelationField.Location, $"`{key.RelationField.Name}` is the relation field")
            .WithFix(RenameEdits.RenameField(column, expected));
        return ForeignKeyNames.FindStem(key) is { Length: > 0 } stem ? found.WithFix(RenameEdits.RenameField(key.RelationField, stem)) : found;
    }
}
