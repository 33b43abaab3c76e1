using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds relations without a name beside others between the same models, and names outside a team's style.</summary>
public sealed class RelationNamingRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2012", "relation-naming")
    {
        Title = "Relation without a telling name",
        Message = "{0}",
        Category = DiagnosticCategory.Relations,
        Rationale = """
            Between two models with several relations, fields are paired by the relation's name. Prisma lets one of the
            relations go without: its ends are paired by being left over. Nothing in the text then says which list belongs
            to which key, and the next relation between the two models makes the schema ambiguous and invalid. A name on
            both ends says it, and costs nothing in the database.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id       Int    @id
                  posts    Post[]
                  reviewed Post[] @relation("PostReviewer")
                }

                model Post {
                  id         Int  @id
                  authorId   Int
                  author     User @relation(fields: [authorId], references: [id])
                  reviewerId Int
                  reviewer   User @relation("PostReviewer", fields: [reviewerId], references: [id])

                  @@index([authorId])
                  @@index([reviewerId])
                }
                """,
            Clean: """
                model User {
                  id       Int    @id
                  posts    Post[] @relation("PostAuthor")
                  reviewed Post[] @relation("PostReviewer")
                }

                model Post {
                  id         Int  @id
                  authorId   Int
                  author     User @relation("PostAuthor", fields: [authorId], references: [id])
                  reviewerId Int
                  reviewer   User @relation("PostReviewer", fields: [reviewerId], references: [id])

                  @@index([authorId])
                  @@index([reviewerId])
                }
                """),
        WhenNotToUse = """
            A single relation between two models needs no name and gets no finding, unless `require` is `always`. Names
            that introspection made (`Post_authorIdToUser`) are reported only where `style` or `pattern` asks for others.
            Ignored fields and models are not reported. Relations that Prisma cannot pair are PL0007.
            """,
        Fix = """
            Names the relation on both ends after the model and the field that hold the key, in the style of the names
            beside it. Safe for one-to-one and one-to-many relations: the name is nowhere in the database. Unsafe for
            implicit many-to-many relations, whose join table has the relation's name.
            """,
    };

    public static readonly RuleOption<string> Require = RuleOption.Choice(
        "require",
        "Which relations need a name: `parallel` those beside another one between the same models, `always` all, `never` none, so that a name without need is reported.",
        "parallel",
        "parallel",
        "always",
        "never");

    public static readonly RuleOption<string> Style = RuleOption.Choice(
        "style", "The style of relation names.", "any", "any", "pascal", "camel", "snake");

    public static readonly RuleOption<Regex?> Pattern = RuleOption.Pattern("pattern", "What a relation name looks like.");

    public override IReadOnlyList<RuleOption> Options => [Require, Style, Pattern];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var require = context.Get(Require);
        var style = NameStyles.Parse(context.Get(Style));
        var pattern = context.Get(Pattern);
        var relations = context.Relations.ToList();
        var names = new HashSet<string>(relations.Select(relation => relation.Name ?? ""), StringComparer.Ordinal);
        foreach (var pair in relations.GroupBy(PairOf))
        {
            var parallel = pair.ToList();
            foreach (var relation in parallel)
            {
                if (relation is not { Forward: { } forward, Back: { } back } || relation.Fields.Any(IsIgnored))
                    continue;
                var found = relation.Name switch
                {
                    null when require == "always" || (require == "parallel" && parallel.Count > 1) => Unnamed(relation, forward, back, parallel, style, names),
                    { } name when require == "never" && parallel.Count == 1 && !relation.IsSelfRelation => Needless(relation, forward, back, name),
                    { } name when pattern?.IsMatch(name) == false => Misnamed(relation, name, $"does not match `{PatternText(pattern)}`", null),
                    { } name when style is { } wanted && !NameStyles.Fits(name, wanted) =>
                        Misnamed(relation, name, $"is not in {NameStyles.Name(wanted)}", Rename(relation, forward, back, Unique(NameStyles.Convert(name, wanted), names))),
                    _ => [],
                };
                foreach (var diagnostic in found)
                    yield return diagnostic;
            }
        }
    }

    private static (string First, string Second) PairOf(RelationSymbol relation)
    {
        string forward = relation.Forward?.Owner.Name ?? "", back = relation.Back?.Owner.Name ?? "";
        return string.CompareOrdinal(forward, back) <= 0 ? (forward, back) : (back, forward);
    }

    private static bool IsIgnored(FieldSymbol side) => side.IsIgnored || side.Model is null or { IsIgnored: true };

    // One finding at each end: the name has to be written at both.
    private static IEnumerable<Diagnostic> Unnamed(
        RelationSymbol relation, FieldSymbol forward, FieldSymbol back, List<RelationSymbol> parallel, NameStyle? style, HashSet<string> names)
    {
        var name = Unique(Propose(relation, forward, parallel, style), names);
        var other = parallel.FirstOrDefault(sibling => sibling != relation)?.Forward;
        foreach (var (side, opposite) in new[] { (forward, back), (back, forward) })
        {
            var message = other is null
                ? $"The relation of `{side.DisplayName}` and `{opposite.DisplayName}` has no name"
                : $"The relation of `{side.DisplayName}` and `{opposite.DisplayName}` has no name, one of {parallel.Count} between {Models(forward, back)}";
            var found = Definition.At(side.Location, message).On(side.DisplayName).WithRelated(opposite.Location, "The other end of the relation");
            yield return (other is null ? found : found.WithRelated(other.Location, "Another relation between the same models")).WithFix(Rename(relation, forward, back, name));
        }
    }

    private static IEnumerable<Diagnostic> Needless(RelationSymbol relation, FieldSymbol forward, FieldSymbol back, string name)
    {
        var edits = relation.Fields
            .Where(side => RelationEdits.FindName(side) is not null)
            .Select(side => side.FindAttribute("relation") is { } attribute && RelationEdits.FindName(side) is { } literal ? RelationEdits.RemoveName(side, attribute, literal) : null)
            .OfType<Text.TextEdit>()
            .ToArray();
        var title = $"Remove the name `{name}` on both ends";
        var fix = relation.Kind == RelationKind.ImplicitManyToMany ? CodeFix.Unsafe(title + ", which renames the join table", edits) : CodeFix.Safe(title, edits);
        return AtNames(relation, $"The only relation between {Models(forward, back)} has the name `{name}`", fix);
    }

    private static IEnumerable<Diagnostic> Misnamed(RelationSymbol relation, string name, string what, CodeFix? fix) =>
        AtNames(relation, $"The relation name `{name}` {what}", fix);

    private static IEnumerable<Diagnostic> AtNames(RelationSymbol relation, string message, CodeFix? fix) =>
        from side in relation.Fields
        let literal = RelationEdits.FindName(side)
        where literal is not null
        select Definition.At(side.LocationOf(literal), message).On(side.DisplayName).WithFix(fix);

    private static CodeFix Rename(RelationSymbol relation, FieldSymbol forward, FieldSymbol back, string name)
    {
        var edits = new[] { RelationEdits.SetName(forward, name), RelationEdits.SetName(back, name) };
        var title = $"Name the relation `{name}` on both ends";
        return relation.Kind == RelationKind.ImplicitManyToMany ? CodeFix.Unsafe(title + ", which renames the join table", edits) : CodeFix.Safe(title, edits);
    }

    private static string Models(FieldSymbol forward, FieldSymbol back) => forward.Owner == back.Owner
        ? $"`{forward.Owner.Name}` and itself"
        : $"`{forward.Owner.Name}` and `{back.Owner.Name}`";

    // `Post.author` is PostAuthor: the model and the field that hold the key.
    private static string Propose(RelationSymbol relation, FieldSymbol forward, List<RelationSymbol> parallel, NameStyle? style)
    {
        var wanted = style ?? parallel.Where(sibling => sibling != relation && sibling.Name is not null).Select(sibling => StyleOf(sibling.Name ?? "")).FirstOrDefault();
        if (wanted is NameStyle.Flat or NameStyle.Mixed or NameStyle.Upper)
            wanted = NameStyle.Pascal;
        return NameStyles.Convert(forward.Owner.Name + "_" + forward.Name, wanted);
    }

    private static NameStyle StyleOf(string name) => NameStyles.Of(name) is var style and not NameStyle.Flat
        ? style
        : name.Length > 0 && char.IsLower(name[0]) ? NameStyle.Camel : NameStyle.Pascal;

    private static string Unique(string name, HashSet<string> names)
    {
        var unique = name;
        for (var number = 2; names.Contains(unique); number++)
            unique = FormattableString.Invariant($"{name}{number}");
        return unique;
    }

    private static string PatternText(Regex pattern)
    {
        var text = pattern.ToString();
        return text.StartsWith("^(?:", StringComparison.Ordinal) && text.EndsWith(")$", StringComparison.Ordinal) ? text.Substring(4, text.Length - 6) : text;
    }
}
