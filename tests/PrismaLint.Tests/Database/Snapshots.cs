using System.Linq;
using PrismaLint.Database;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Database;

/// <summary>Snapshots made by hand.</summary>
internal static class Snapshots
{
    public const string Schema = """
        datasource db {
          provider = "postgresql"
        }

        enum State {
          NEW
          DONE
        }

        model User {
          id    Int    @id @default(autoincrement())
          email String @unique
          posts Post[]
        }

        model Post {
          id       Int   @id @default(autoincrement())
          state    State @default(NEW)
          authorId Int
          author   User  @relation(fields: [authorId], references: [id])

          @@index([authorId])
        }

        """;

    /// <summary>A database of that schema, with an index that is not valid and a view that the role may not read.</summary>
    public static DatabaseSnapshot Faulty()
    {
        var builder = SnapshotBuilder.From(SemanticModel.Create([SyntaxTree.Parse("schema.prisma", Schema)]));
        builder.Table("Post").Index("Post_authorId_idx")["valid"] = false;
        builder.Table("Post").HasRows(1_000_000);
        builder.Row(EvidenceSource.Activity, ("total", 5), ("oldest_xact_s", 12.5));
        builder.Row(EvidenceSource.Connection, ("schema", "public"), ("connection_limit", 5));
        builder.Setting("work_mem", "4096").Without(EvidenceSource.HostBasedAuthentication);
        return builder.Build();
    }

    /// <summary>All values as text, columns by name, rows in their order.</summary>
    public static string Describe(DatabaseSnapshot snapshot) => string.Join('\n',
    [
        string.Join(',', snapshot.Schemas),
        .. snapshot.States.OrderBy(state => state.Key, System.StringComparer.Ordinal).Select(state => $"{state.Key}: {state.Value.Kind} {state.Value.SqlState} {string.Join(',', state.Value.Names)}"),
        .. snapshot.Sources.SelectMany(source => source.Values.Select(row =>
            source.Source + ": " + string.Join(", ", source.Columns.Select((column, i) => (column, value: row[i])).OrderBy(pair => pair.column, System.StringComparer.Ordinal).Select(pair => $"{pair.column}={Describe(pair.value)}")))),
    ]);

    private static string Describe(object? value) => value switch
    {
        null => "null",
        string?[] texts => "texts[" + string.Join(',', texts.Select(text => text ?? "null")) + "]",
        long[] { Length: 0 } or bool[] { Length: 0 } => "texts[]",
        long[] numbers => "longs[" + string.Join(',', numbers) + "]",
        bool[] flags => "flags[" + string.Join(',', flags) + "]",
        _ => System.FormattableString.Invariant($"{value.GetType().Name} {value:R}"),
    };
}
