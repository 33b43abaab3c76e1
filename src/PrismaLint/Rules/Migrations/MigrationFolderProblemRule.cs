using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Text;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds what is wrong with the folder of migrations itself.</summary>
public sealed class MigrationFolderProblemRule() : MigrationRule(Definition)
{
    // The rule reads names and lines, no more.
    private static readonly Regex s_stamp = new(@"^\d{14}_", RegexOptions.CultureInvariant);

    private static readonly Regex s_provider = new(@"^\s*provider\s*=\s*""(?<name>\w+)""", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    public static readonly RuleDescriptor Definition = new("PL9015", "migration-folder-problem")
    {
        Title = "Folder of migrations that Prisma refuses or misreads",
        Category = DiagnosticCategory.Migrations,
        Rationale = """
            Prisma runs the folders of `migrations` in the order of their names. A folder without `migration.sql` stops it (P3015), a `migration_lock.toml` for another provider too (P3019), and without
            that file it cannot tell. Marks of a merge that nobody settled are sent to the server as SQL. Two migrations of one second, as branches bring them, run in the order of their
            names, which is an accident; a folder without a time stamp runs behind all others, for ever.
            """,
        Example = new RuleExample(
            Flagged: """
                <<<<<<< HEAD
                ALTER TABLE "Post" ADD COLUMN "slug" TEXT;
                =======
                ALTER TABLE "Post" ADD COLUMN "slug" VARCHAR(20);
                >>>>>>> main
                """,
            Clean: """
                ALTER TABLE "Post" ADD COLUMN "slug" TEXT;
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY);""",
        },
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        var history = context.History.History;
        foreach (var folder in history.EmptyFolders)
            yield return At(context, new Location(new SourceText($"{history.Folder}/{folder}/migration.sql", ""), default), folder, $"`{folder}` holds no `migration.sql`: Prisma refuses the whole folder (P3015)");
        if (history.Lock is not { } text)
        {
            if (history.Files.Count > 0)
                yield return At(context, new Location(history.Files[history.Files.Count - 1].Source, default), "migration_lock.toml", $"`{history.Folder}` holds no `migration_lock.toml`: Prisma cannot tell which provider the migrations are for");
        }
        else if (s_provider.Match(text.Content) is { Success: true } match && match.Groups["name"].Value is not ("postgresql" or "postgres") and var provider)
        {
            yield return At(context, new Location(text, new TextSpan(match.Groups["name"].Index, match.Groups["name"].Length)), "migration_lock.toml", $"The migrations are for `{provider}`, and the schema is for `postgresql`: Prisma refuses them (P3019)");
        }
        foreach (var found in context.Migrations.SelectMany(migration => Judge(context, migration)))
            yield return found;
    }

    private static IEnumerable<Diagnostic> Judge(MigrationContext context, ReplayedMigration migration)
    {
        var source = migration.Script.Source;
        foreach (var mark in new[] { "<<<<<<< ", ">>>>>>> " })
        {
            var at = source.Content.StartsWith(mark, StringComparison.Ordinal) ? 0 : source.Content.IndexOf("\n" + mark, StringComparison.Ordinal) + 1;
            if (at > 0 || source.Content.StartsWith(mark, StringComparison.Ordinal))
            {
                yield return context.Report(migration, new TextSpan(at, mark.Length - 1), migration.File.Name, $"`{migration.File.Name}` holds the marks of a merge that nobody settled");
                break;
            }
        }
        var name = migration.File.Name;
        if (!s_stamp.IsMatch(name))
        {
            if (context.History.Migrations.Any(other => s_stamp.IsMatch(other.File.Name)) && name[0] != '0')
                yield return context.Report(migration, default, name, $"`{name}` has no time stamp as the others have: it runs in the order of its name, behind all that begin with a digit");
        }
        else if (context.History.Migrations.FirstOrDefault(other => other.Number < migration.Number && other.File.Name.StartsWith(name.Substring(0, 15), StringComparison.Ordinal)) is { } twin)
        {
            yield return context.Report(migration, default, name, $"`{name}` and `{twin.File.Name}` have the same time stamp: which of them runs first is an accident of their names");
        }
    }

    private static Diagnostic At(MigrationContext context, Location location, string name, string message) => Definition.At(location, message).On(name);
}
