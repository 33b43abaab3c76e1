using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds names that the generated client, or a database that ignores case, cannot tell apart.</summary>
public sealed class CaseOnlyNameDifferenceRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1008", "case-only-name-difference")
    {
        Title = "Names that differ only in case",
        Message = "{0} `{1}` and `{2}` differ only in the case of letters, so that {3}",
        Category = DiagnosticCategory.Naming,
        Rationale = """
            The generated client derives names by changing the case of the first letter: models `User` and `user` both
            become the accessor `user`, fields `posts` and `Posts` both become input types with `Posts` in their name.
            One of the two then hides the other. Tables whose names differ only in case cannot exist side by side on
            SQLite and SQL Server, nor on MySQL where table names are stored in lower case.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id Int @id

                  @@map("users")
                }

                model user {
                  id Int @id

                  @@map("old_users")
                }
                """,
            Clean: """
                model User {
                  id Int @id

                  @@map("users")
                }

                model OldUser {
                  id Int @id

                  @@map("old_users")
                }
                """),
        WhenNotToUse = "Ignored models and fields have no client API and are not compared.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var models = context.Models.Where(model => !model.IsIgnored).ToList();
        var reported = new HashSet<Symbol>();
        foreach (var (first, second) in Clashes(models, model => LowerFirst(model.Name), StringComparer.Ordinal))
        {
            reported.Add(second);
            yield return Report(first, second, second.IsView ? "Views" : "Models", $"both get the accessor `{LowerFirst(second.Name)}`");
        }
        foreach (var (first, second) in Clashes(context.Enums, symbol => symbol.Name, StringComparer.OrdinalIgnoreCase))
            yield return Report(first, second, "Enums", "their generated types are easily mistaken");
        if (context.Provider is Provider.Sqlite or Provider.SqlServer or Provider.MySql)
        {
            var tables = models.Where(model => !model.IsView);
            foreach (var (first, second) in Clashes(tables, model => (model.SchemaName ?? "") + "." + model.TableName, StringComparer.OrdinalIgnoreCase))
            {
                if (first.TableName != second.TableName && !reported.Contains(second))
                    yield return Report(first, second, "Tables", $"{context.Connector.DisplayName} takes `{first.TableName}` and `{second.TableName}` for one table");
            }
        }
        foreach (var model in models.Where(model => StartsInBothCases(model.Fields)))
        {
            foreach (var (first, second) in Clashes(model.Fields.Where(member => !member.IsIgnored), member => UpperFirst(member.Name), StringComparer.Ordinal))
                yield return Report(first, second, "Fields", "their generated input types clash");
        }
        foreach (var type in context.CompositeTypes.Where(type => StartsInBothCases(type.Fields)))
        {
            foreach (var (first, second) in Clashes(type.Fields, member => UpperFirst(member.Name), StringComparer.Ordinal))
                yield return Report(first, second, "Fields", "their generated input types clash");
        }
    }

    private static Diagnostic Report(Symbol first, Symbol second, string kind, string consequence) => Definition
        .At(second.Location, kind, first.Name, second.Name, consequence)
        .On(second.DisplayName)
        .WithRelated(first.Location, $"`{first.Name}` is declared here");

    private static IEnumerable<(T First, T Second)> Clashes<T>(IEnumerable<T> symbols, Func<T, string> key, StringComparer comparer)
        where T : Symbol
    {
        var seen = new Dictionary<string, T>(comparer);
        foreach (var symbol in symbols)
        {
            var text = key(symbol);
            if (seen.TryGetValue(text, out var first))
                yield return (first, symbol);
            else
                seen.Add(text, symbol);
        }
    }

    // Hardly any block does, and the others need no table of their names.
    private static bool StartsInBothCases(IReadOnlyList<FieldSymbol> fields)
    {
        bool lower = false, upper = false;
        for (var i = 0; i < fields.Count; i++)
        {
            var name = fields[i].Name;
            if (name.Length > 0 && char.ToUpperInvariant(name[0]) == name[0])
                upper = true;
            else
                lower = true;
        }
        return lower && upper;
    }

    private static string LowerFirst(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static string UpperFirst(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
