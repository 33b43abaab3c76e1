using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds extensions whose objects lie among the application's.</summary>
public sealed class ExtensionInPublicRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8043", "extension-in-public")
    {
        Title = "Extension in the schema `public`",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.All,
        Rationale = """
            An API server that shows the schema `public` shows the functions of extensions there, too. A schema of their own keeps them out of its reach, and out of
            what `prisma db pull` sees.
            """,
        Example = new RuleExample(
            Flagged: """
                model Note {
                  id Int @id
                }
                """,
            Clean: """
                model Note {
                  id Int @id
                }
                """)
        {
            Database = """
                CREATE TABLE "Note" (id integer PRIMARY KEY);
                UPDATE pg_extension SET extnamespace = 'public'::regnamespace WHERE extname = 'plpgsql';
                """,
            Repair = """
                UPDATE pg_extension SET extnamespace = 'pg_catalog'::regnamespace WHERE extname = 'plpgsql';
                """,
        },
        WhenNotToUse = "No API server stands on the database: Prisma itself does not mind. Off unless it is asked for.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Extensions, Definition.Name))
            yield break;
        foreach (var extension in context.Snapshot.Extensions.Where(extension => extension.Schema == "public"))
        {
            yield return context.Report(
                ExtensionPlaces.Of(context, extension),
                Definition.Name,
                $"the objects of the extension `{extension.Name}` lie in `public`. `ALTER EXTENSION {SqlNames.Write(extension.Name)} SET SCHEMA extensions`");
        }
    }
}
