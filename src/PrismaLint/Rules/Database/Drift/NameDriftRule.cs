using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Finds keys and indexes under other names than the schema gives them.</summary>
public sealed class NameDriftRule() : DriftRule(Definition, EvidenceSource.Indexes, EvidenceSource.Constraints)
{
    public static readonly RuleDescriptor Definition = new("PL8517", "name-drift")
    {
        Title = "Keys and indexes under other names than the schema gives them",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            Nothing breaks: each index and foreign key is there, under another name. The next migration renames them, and one that somebody wrote by the
            names of the schema does not find them. All of a model are one finding.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  email String @unique
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  email String @unique(map: "uq_email")
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer CONSTRAINT "User_pkey" PRIMARY KEY, email text NOT NULL CONSTRAINT uq_email UNIQUE);
                """,
        },
        Fix = "Writes the names of the database as `map`. Safe: neither client nor database change.",
    };

    private protected override IEnumerable<Diagnostic> Compare(DriftScope drift, LiveContext context)
    {
        foreach (var (model, table) in drift.StoredTables)
        {
            var names = new List<(Location Location, string Object, string Declared, string Found, AttributeSymbol? Attribute)>();
            foreach (var declared in model.Indexes)
            {
                if (drift.Map.MatchOf(declared) is { Kind: not IndexMatchKind.Changed } match && match.Index.Name != SchemaMap.DatabaseName(declared.DatabaseName))
                    names.Add((declared.Location, declared.DisplayName, SchemaMap.DatabaseName(declared.DatabaseName), match.Index.Name, declared.Attribute));
            }
            foreach (var key in context.Schema.RelationMode == RelationMode.Prisma ? [] : model.ForeignKeys)
            {
                if (drift.Map.ConstraintOf(key) is { } found && found.Name != SchemaMap.DatabaseName(key.ConstraintName))
                    names.Add((key.RelationField.Location, key.DisplayName, SchemaMap.DatabaseName(key.ConstraintName), found.Name, key.RelationField.FindAttribute("relation")));
            }
            if (names.Count == 0)
                continue;
            var place = names.Count == 1 ? new LivePlace(names[0].Location, names[0].Object, IsDeclared: true) : LiveContext.PlaceOf(model);
            var shown = string.Join(", ", names.Take(4).Select(name => $"`{name.Found}` for `{name.Declared}`")) + (names.Count > 4 ? $" and {names.Count - 4} more" : "");
            var finding = context.Report(place, Definition.Name, $"names on `{table.QualifiedName}` are not those of the schema: {shown}");
            if (names.Count > 1)
                finding = names.Aggregate(finding, (one, name) => one.WithRelated(name.Location, $"`{name.Found}` in the database"));
            TextEdit[] edits = [.. names.Where(name => name.Attribute is not null).Select(name => SchemaEdits.SetArgument(name.Attribute ?? throw new System.InvalidOperationException(), "map", SyntaxFacts.EncodeString(name.Found)))];
            yield return finding.WithFix(CodeFix.Safe("Write the names of the database", edits));
        }
    }
}
