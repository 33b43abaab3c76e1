using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds <c>SetNull</c> over columns that cannot be null, where Prisma does not say so itself.</summary>
public sealed class SetNullOnRequiredFieldRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2005", "set-null-on-required-field")
    {
        Title = "SetNull over a required column",
        Message = "`{0}: SetNull` of `{1}` always fails: `{2}` cannot be null",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.Full,
        Rationale = """
            The database writes null into the columns of the foreign key when the row referred to goes away or changes its key.
            Where one of them is NOT NULL, that statement fails, and with it the delete or the update.

            Prisma 6 and 7 say it themselves, as a warning on PostgreSQL and as an error everywhere else: PL0009 with the details
            `set-null-on-required-in-postgresql` and `set-null-on-required`. There this rule is silent. It says the same where Prisma
            does not: in Prisma 8 contracts, which are accepted with it, and in a schema with errors elsewhere, where the
            validator stops before it comes to the relations.
            """,
        Example = new RuleExample(
            Flagged: """
                // use prisma-8
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id     Int  @id
                  userId Int
                  user   User @relation(fields: [userId], references: [id], onDelete: SetNull)
                }
                """,
            Clean: """
                // use prisma-8
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id     Int   @id
                  userId Int?
                  user   User? @relation(fields: [userId], references: [id], onDelete: SetNull)
                }
                """,
            Provider.Unknown),
        WhenNotToUse = "Never for a relation whose parents are ever deleted: the action cannot work.",
        Fix = """
            Two offers. Safe: replaces the action with `Restrict` (`NoAction` where the provider has no other), which refuses the same
            statements and says so. Unsafe: makes the columns and the relation optional; the column and the client's types change.
            """,
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Schema.HasJudgedRelations)
            yield break;
        foreach (var key in context.ForeignKeys)
        {
            if (key.Model.IsView || key.Model.IsIgnored || key.RelationField.FindAttribute("relation") is not { } relation)
                continue;
            if (key.Fields.FirstOrDefault(column => column.IsRequired) is not { } required)
                continue;
            foreach (var argument in new[] { "onDelete", "onUpdate" })
            {
                var action = argument == "onDelete" ? key.ExplicitOnDelete : key.ExplicitOnUpdate;
                if (action != ReferentialAction.SetNull || relation.Find(argument) is not { } value)
                    continue;
                var block = context.Connector.DefaultOnDelete(anyColumnRequired: true, context.Schema.RelationMode).ToString();
                yield return Definition.At(relation.LocationOf(value), argument, key.DisplayName, required.DisplayName)
                    .On(key.DisplayName)
                    .WithFix(CodeFix.Safe($"Replace `SetNull` with `{block}`", SchemaEdits.Replace(relation.Tree.Source, value, block)))
                    .WithFix(MakeOptional(key));
            }
        }
    }

    private static CodeFix? MakeOptional(ForeignKeySymbol key)
    {
        // A key cannot be empty, and neither can a list.
        if (key.Fields.Any(column => column.IsList || key.Model.PrimaryKey?.Fields.Contains(column) == true))
            return null;
        var edits = new List<TextEdit>();
        edits.AddRange(key.Fields.Where(column => column.IsRequired).Select(TypeEdits.MakeOptional));
        if (key.RelationField.IsRequired)
            edits.Add(TypeEdits.MakeOptional(key.RelationField));
        return CodeFix.Unsafe($"Make `{key.FieldList}` and `{key.RelationField.Name}` optional", [.. edits]);
    }
}
