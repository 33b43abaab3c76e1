using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds relation fields whose name is in another style than the rest, or was made by introspection.</summary>
public sealed class RelationFieldNameRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1012", "relation-field-name")
    {
        Title = "Relation field in another style, or named by introspection",
        Message = "Relation field `{0}`{1}",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            A relation field has no column: its name is there for the people who write queries, and free. Where introspection
            had to tell several relations apart it put together the names of tables, columns and constraints
            (`posts_posts_author_idTousers`), and nobody has chosen a word since.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id                          Int    @id
                  Post_Post_authorIdToUser    Post[] @relation("Post_authorIdToUser")
                  Post_Post_reviewerIdToUser  Post[] @relation("Post_reviewerIdToUser")
                }

                model Post {
                  id                          Int  @id
                  authorId                    Int
                  User_Post_authorIdToUser    User @relation("Post_authorIdToUser", fields: [authorId], references: [id])
                  reviewerId                  Int
                  User_Post_reviewerIdToUser  User @relation("Post_reviewerIdToUser", fields: [reviewerId], references: [id])

                  @@index([authorId])
                  @@index([reviewerId])
                }
                """,
            Clean: """
                model User {
                  id            Int    @id
                  writtenPosts  Post[] @relation("Post_authorIdToUser")
                  reviewedPosts Post[] @relation("Post_reviewerIdToUser")
                }

                model Post {
                  id         Int  @id
                  authorId   Int
                  author     User @relation("Post_authorIdToUser", fields: [authorId], references: [id])
                  reviewerId Int
                  reviewer   User @relation("Post_reviewerIdToUser", fields: [reviewerId], references: [id])

                  @@index([authorId])
                  @@index([reviewerId])
                }
                """),
        WhenNotToUse = """
            The schema is introspected again and again, which brings the names back. Four or more names of introspection are one
            finding, at the first. In `auto`, the style of relation fields is that of 85 in 100 or more of their compound names,
            and a schema without one gets no finding about styles. Ignored fields and models and those of frameworks are not
            judged.
            """,
        Fix = """
            Renames the field: in the style of the others, or, where introspection made the name, after the key (`author`,
            `authorPosts`). Unsafe: the client's API changes. The database does not.
            """,
    };

    public static readonly RuleOption<string> Style = NamingOptions.Style("the names of relation fields");

    public static readonly RuleOption<NameList> Allow = NamingOptions.Allow("relation fields");

    public override IReadOnlyList<RuleOption> Options => [Style, Allow];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var allow = context.Get(Allow);
        var judged = NamingOptions.Models(context, isPrismaLint: false)
            .SelectMany(model => model.RelationFields)
            .Where(side => !side.IsIgnored && !allow.Contains(side.Name))
            .ToLookup(IntrospectedNames.IsMade);
        foreach (var group in Habit.Group([.. judged[true]], isHabit: true))
            yield return ReportMade(group);
        var configured = NameStyles.Parse(context.Get(Style));
        var dominant = configured is null ? NameStyles.FindDominant(judged[false].Select(side => side.Name)) : null;
        if ((configured ?? dominant?.Style) is not { } style)
            yield break;
        var origin = dominant is null ? "" : $", the style of {dominant.Count} of {dominant.Total} compound names";
        foreach (var side in judged[false].Where(side => !NameStyles.Fits(side.Name, style)))
        {
            yield return Definition
                .At(side.Location, side.DisplayName, $" is not in {NameStyles.Name(style)}{origin}")
                .On(side.DisplayName)
                .WithFix(RenameEdits.RenameField(side, NameStyles.Convert(side.Name, style)));
        }
    }

    private static Diagnostic ReportMade(IReadOnlyList<FieldSymbol> sides)
    {
        var found = Definition
            .At(sides[0].Location, sides[0].DisplayName, Habit.Have(sides) + (sides.Count == 1 ? " a name" : " names") + " that introspection made")
            .On(sides[0].DisplayName);
        var renamed = new HashSet<(BlockSymbol Owner, string Name)>();
        var fixes = new List<CodeFix>();
        foreach (var side in sides)
        {
            if (IntrospectedNames.FindBetter(side) is { } better && renamed.Add((side.Owner, better)) && RenameEdits.RenameField(side, better) is { } fix)
                fixes.Add(fix);
        }
        return fixes.Count switch
        {
            0 => found,
            1 => found.WithFix(fixes[0]),
            _ => found.WithFix(CodeFix.Unsafe($"Rename {fixes.Count} fields after their keys", [.. fixes.SelectMany(fix => fix.Edits)])),
        };
    }
}
