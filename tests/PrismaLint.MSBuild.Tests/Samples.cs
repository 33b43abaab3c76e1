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
}
