using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds models that a unique alone tells the rows of apart.</summary>
public sealed class ModelWithoutPrimaryKeyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2018", "model-without-primary-key")
    {
        Title = "Model without a primary key",
        Message = "`{0}` has no primary key, only a unique over `{1}`",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.Full,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            Prisma is content with a unique over required columns; databases are not in every respect. PostgreSQL cannot
            replicate updates and deletes of such a table by its default identity, InnoDB adds a hidden key, managed
            services may refuse the table, and tools that copy rows look for the primary key.
            """,
        Example = new RuleExample(
            Flagged: """
                model Subscriber {
                  email String @unique
                  name  String
                }
                """,
            Clean: """
                model Subscriber {
                  email String @id
                  name  String
                }
                """),
        WhenNotToUse = "Views, ignored models and models that a framework prescribes are not reported.",
        Fix = "Turns the first unique over required columns into the primary key. Unsafe: the next migration replaces the constraint.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var model in context.Tables)
        {
            if (model.PrimaryKey is not null || model.IsVariant || FrameworkModels.Owns(model))
                continue;
            if (model.Indexes.FirstOrDefault(index => index.IsUnique && index.Predicate is null && index.Fields.All(column => column.IsRequired)) is not { } unique)
                continue;
            yield return Definition
                .At(model.Location, model.Name, string.Join(", ", unique.Columns.Select(column => column.Path)))
                .On(model.DisplayName)
                .WithFix(MakeKey(unique));
        }
    }

    // Not every provider knows the arguments of a unique on a key; only what stands everywhere is taken over.
    private static CodeFix? MakeKey(IndexSymbol unique) =>
        unique.Attribute.Arguments.All(argument => argument.Name.IsMissing || argument.Name.Text == "fields")
        && unique.Columns.All(column => column is { Length: null, OperatorClass: null, IsDescending: false })
            ? CodeFix.Unsafe(
                $"Turn `{unique.Attribute}` into `{(unique.Attribute.IsBlockAttribute ? "@@id" : "@id")}`",
                SchemaEdits.Replace(unique.Model.Tree.Source, unique.Attribute.Syntax.Name, "id"))
            : null;
}
