using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds tables that inherit from others without being partitions.</summary>
public sealed class TableInheritanceRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8028", "table-inheritance")
    {
        Title = "Table that inherits from another",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            A query of the parent returns the rows of its children as well, and an update or delete hits them; but uniques, primary keys and
            foreign keys hold for each table alone, so an id that the client takes for unique may come twice (manual, "Inheritance:
            Caveats"). Prisma does not know inheritance: it sees two tables. Partitions are another thing, and not reported.
            """,
        Example = new RuleExample(
            Flagged: """
                model Animal {
                  id Int @id
                }

                model Dog {
                  id Int @id
                }
                """,
            Clean: """
                model Animal {
                  id Int @id
                }

                model Dog {
                  id Int @id
                }
                """)
        {
            Database = """
                CREATE TABLE "Animal" (id integer PRIMARY KEY);
                CREATE TABLE "Dog" (PRIMARY KEY (id)) INHERITS ("Animal");
                """,
            Repair = """
                ALTER TABLE "Dog" NO INHERIT "Animal";
                """,
        },
        WhenNotToUse = "Somebody else reads the tables that way, and the application only the children.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Relations, Definition.Name))
            yield break;
        foreach (var table in context.UserTables.Where(table => table.ParentOid is not null))
        {
            var place = context.PlaceOf(table);
            if (!place.IsDeclared && table.Parent is { } parent)
                place = context.PlaceOf(parent) with { Object = table.QualifiedName };
            var name = table.Parent is null ? "another table" : $"`{table.Parent.QualifiedName}`";
            yield return context.Report(place, "inheritance", $"`{table.QualifiedName}` inherits from {name}: queries of that return its rows too, and no unique holds over both");
        }
    }
}
