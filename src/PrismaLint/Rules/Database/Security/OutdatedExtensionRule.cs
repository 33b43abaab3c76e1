using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds extensions whose installed version is older than the one that the server has.</summary>
public sealed class OutdatedExtensionRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8042", "outdated-extension")
    {
        Title = "Extension older than the server's",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            An upgrade of the server brings new files of an extension, and each database keeps the old objects until `ALTER EXTENSION … UPDATE`: repairs
            of the extension's SQL, those of its security included, are not there (PostgreSQL manual, "Extension Updates").
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
                UPDATE pg_extension SET extversion = '0.9' WHERE extname = 'plpgsql';
                """,
            Repair = """
                UPDATE pg_extension SET extversion = '1.0' WHERE extname = 'plpgsql';
                """,
        },
        WhenNotToUse = "The provider of the server updates extensions itself. A default version that is older than the installed one, as managed hosts have it, is not reported.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Extensions, Definition.Name))
            yield break;
        foreach (var extension in context.Snapshot.Extensions)
        {
            if (extension.DefaultVersion is { } available && IsOlder(extension.Version, available))
            {
                yield return context.Report(
                    ExtensionPlaces.Of(context, extension),
                    Definition.Name,
                    $"the extension `{extension.Name}` is at {extension.Version}, and the server has {available}. `ALTER EXTENSION {SqlNames.Write(extension.Name)} UPDATE`");
            }
        }
    }

    // Versions are free text; those that are no numbers are not compared.
    private static bool IsOlder(string installed, string available)
    {
        var (left, right) = (installed.Split('.'), available.Split('.'));
        for (var i = 0; i < left.Length || i < right.Length; i++)
        {
            var a = 0;
            var b = 0;
            if ((i < left.Length && !int.TryParse(left[i], out a)) || (i < right.Length && !int.TryParse(right[i], out b)))
                return false;
            if (a != b)
                return a < b;
        }
        return false;
    }
}
