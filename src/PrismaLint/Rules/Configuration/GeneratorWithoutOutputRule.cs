using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Configuration;

/// <summary>Finds client generators that have nowhere to write.</summary>
public sealed class GeneratorWithoutOutputRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL7003", "generator-without-output")
    {
        Title = "Generator `prisma-client` without `output`",
        Message = "`{0}` generates `prisma-client` and has no `output`",
        Category = DiagnosticCategory.Configuration,
        Rationale = """
            The generator `prisma-client` writes into the project and not into `node_modules`: `prisma generate` refuses without
            `output`. The validator does not look at it.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider = "prisma-client"
                }
                """,
            Clean: """
                generator client {
                  provider = "prisma-client"
                  output   = "../generated/prisma"
                }
                """),
        Fix = "Safe: adds `output = \"../generated/prisma\"`.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        from generator in context.Schema.Generators
        where generator.FindString("provider") == "prisma-client" && generator.FindProperty("output") is null
        select Definition.At(generator.Location, generator.DisplayName)
            .On(generator.DisplayName)
            .WithFix(CodeFix.Safe(
                "Add `output = \"../generated/prisma\"`",
                SchemaEdits.AppendProperty(generator, "output", "\"../generated/prisma\"")));
}
