using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Types;

/// <summary>Finds keys that are UUIDs in columns of text.</summary>
public sealed class UuidStoredAsTextRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4010", "uuid-stored-as-text")
    {
        Title = "UUID kept as text",
        Message = "`{0}` {1}, and the database has a type for it: `@{2}`",
        Category = DiagnosticCategory.Types,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            A UUID is 16 bytes, its text 36 letters and a length. The key stands in every foreign key and every index over one, and
            text compares by the collation, letter by letter, and takes any other text as well.

            Reported for columns of a primary key, and those that foreign keys refer to, whose default draws a UUID: `uuid()`, or a
            function of the database that has uuid (on SQL Server `newid`) in its name. `cuid()`, `ulid()` and `nanoid()` are no UUIDs.
            Where most such keys of a schema are text, it is one decision, and one finding, at the first of them.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    String @id @default(uuid())
                  posts Post[]
                }

                model Post {
                  id       String @id @default(uuid()) @db.Uuid
                  authorId String
                  author   User   @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """,
            Clean: """
                model User {
                  id    String @id @default(uuid()) @db.Uuid
                  posts Post[]
                }

                model Post {
                  id       String @id @default(uuid()) @db.Uuid
                  authorId String @db.Uuid
                  author   User   @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """),
        WhenNotToUse = """
            Old rows hold keys that are no UUIDs, or the key goes to programs that compare its letters. The type exists on
            PostgreSQL, CockroachDB and SQL Server; elsewhere nothing is reported.
            """,
        Fix = """
            Unsafe: adds the native type to the key and to every foreign key tied to it. Prisma's migration drops such columns and
            makes them anew, empty: write `ALTER COLUMN … TYPE uuid USING …` in its place. Not offered where one of the columns
            has another default, or lies in a block with errors.
            """,
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var type = context.Provider switch
        {
            Provider.PostgreSql or Provider.CockroachDb => "Uuid",
            Provider.SqlServer => "UniqueIdentifier",
            _ => null,
        };
        if (type is null)
            yield break;
        var texts = new List<FieldSymbol>();
        var natives = 0;
        foreach (var model in context.Tables)
        {
            if (FrameworkModels.Owns(model))
                continue;
            foreach (var column in model.Fields)
            {
                if (column is not { Scalar: ScalarType.String, IsList: false, IsIgnored: false } || !DrawsUuid(column.Default) || !IsKey(column))
                    continue;
                if (column.NativeType?.Name == type)
                    natives++;
                else
                    texts.Add(column);
            }
        }
        if (texts.Count == 0)
            yield break;
        var keys = new KeyColumns(context.Schema);
        var attribute = (context.Schema.Datasource?.Name ?? "db") + "." + type;
        foreach (var columns in Habit.Group(texts, isHabit: texts.Count > natives))
        {
            var what = columns.Count == 1 ? $"keeps a UUID as text{Referring(columns[0])}" : $"and {columns.Count - 1} more keys keep UUIDs as text";
            yield return Definition.At(columns[0].Location, columns[0].DisplayName, what, attribute)
                .On(columns[0].DisplayName)
                .WithFix(Fix(context, keys, columns, type));
        }
    }

    private static bool IsKey(FieldSymbol column) =>
        column.Model?.PrimaryKey?.Fields.Contains(column) == true || KeyColumns.Referring(column).Any();

    private static bool DrawsUuid(DefaultValue? value) => value?.Function switch
    {
        "uuid" => true,
        "dbgenerated" => value.FunctionArgument is { } sql && (IsNamed(sql, "uuid") || IsNamed(sql, "newid") || IsNamed(sql, "newsequentialid")),
        _ => false,
    };

    // A call, and no cast to the type: `gen_random_uuid()`, `uuid_generate_v4()`.
    private static bool IsNamed(string sql, string name)
    {
        var open = sql.IndexOf('(');
        return open > 0 && sql.IndexOf(name, StringComparison.OrdinalIgnoreCase) is var start and >= 0 && start < sql.LastIndexOf('(');
    }

    private static string Referring(FieldSymbol key)
    {
        const int shown = 3;
        var names = KeyColumns.Referring(key).Where(column => column != key).Select(column => $"`{column.DisplayName}`").Distinct().ToList();
        if (names.Count == 0)
            return "";
        var list = string.Join(", ", names.Take(shown));
        return names.Count <= shown ? $", and so {(names.Count == 1 ? "does" : "do")} {list}" : $", and so do {list} and {names.Count - shown} more";
    }

    private static CodeFix? Fix(RuleContext context, KeyColumns keys, IReadOnlyList<FieldSymbol> columns, string type)
    {
        var edits = new List<TextEdit>();
        var changed = new HashSet<FieldSymbol>();
        foreach (var member in columns.Select(keys.GroupOf).Where(group => group.All(CanChange)).SelectMany(group => group))
        {
            if (!changed.Add(member) || member.NativeType?.Name == type)
                continue;
            edits.Add(SchemaEdits.SetNativeType(member, type, context.Schema.Datasource?.Name ?? "db"));
        }
        if (edits.Count == 0)
            return null;
        return CodeFix.Unsafe(
            edits.Count == 1 ? $"Make `{columns[0].DisplayName}` a `{type}`" : $"Make {edits.Count} columns `{type}`", [.. edits]);
    }

    // Every column tied to the key takes a UUID: it has no default, or one that draws a UUID and is no text itself.
    private static bool CanChange(FieldSymbol column) =>
        column is { Scalar: ScalarType.String, Owner.HasErrors: false, Model.IsView: false }
        && (column.Default is null || (DrawsUuid(column.Default) && column.Default.FunctionArgument?.Contains("::") != true));
}
