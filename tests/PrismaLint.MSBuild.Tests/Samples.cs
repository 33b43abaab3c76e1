using PrismaLint.Database;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;

namespace PrismaLint.MSBuild.Tests;

/// <summary>Schemas that several tests use.</summary>
internal static class Samples
{
    /// <summary>Has one PL3001, at line 14, column 3.</summary>
    public const string Unindexed = """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id        String   @id @db.Uuid
          createdAt DateTime @default(now()) @db.Timestamptz(3)
          posts     Post[]
        }

        model Post {
          id        String   @id @db.Uuid
          createdAt DateTime @default(now()) @db.Timestamptz(3)
          authorId  String   @db.Uuid
          author    User     @relation(fields: [authorId], references: [id])
        }

        """;

    /// <summary>The same, with an index for the foreign key.</summary>
    public static readonly string Indexed = Unindexed.Replace("references: [id])\n", "references: [id])\n\n  @@index([authorId])\n", System.StringComparison.Ordinal);

    /// <summary>A file with the database of <see cref="Indexed"/>, whose index of the foreign key is valid or not.</summary>
    public static string Snapshot(bool isValid, string? denied = null)
    {
        var builder = SnapshotBuilder.From(SemanticModel.Create([SyntaxTree.Parse("schema.prisma", Indexed)]));
        builder.Table("Post").SetIndex("Post_authorId_idx", "valid", isValid);
        if (denied is not null)
            builder.Without(denied);
        return SnapshotFile.Write(builder.Build(), "1.2.3");
    }
}
