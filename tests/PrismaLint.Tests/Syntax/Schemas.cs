namespace PrismaLint.Tests.Syntax;

/// <summary>Schemas that tests of several classes start from.</summary>
internal static class Schemas
{
    /// <summary>Every form of the language that Prisma accepts, oddly spaced where it allows that.</summary>
    public const string EveryForm = """
        // a comment above everything
        /* a block
           comment */
        datasource db {
          provider = "postgresql" // trailing
          url      = env("DATABASE_URL")
          schemas  = ["public", "audit"]
        }

        generator client { anything behind the brace is dropped }
          provider        = "prisma-client-js"
          previewFeatures = ["views", "partialIndexes"]
          binary-targets  = [env("X"), "native"]
        }

        /// The documentation of a user.
        /// In two lines.
        model User {
          /// Its key.
          id Int @id @default(autoincrement())
          email String @unique(map: "user_email") @db.VarChar(200) /// trailing documentation
          /* before */ name String?
          tags String [] @default(["a", "b\"c\u00e9"])
          role Role@default(USER)@map("r")
          score Decimal ? @default(-1.50) @db.Decimal( 10 , 2 )
          area Unsupported( "circle" )?
          boss User? @relation("Bosses", fields: [bossId], references: [id], onDelete: SetNull)
          bossId Int?
          staff User[] @relation("Bosses")
          posts Post[]
          größe String @default("ß")

          @@index([email(sort: Desc, ops: raw("text_pattern_ops")), name], type: BTree, map: "ix")
          @@unique ( fields: [ name , email ] , where: { active: true, deletedAt: null, role: { not: "x" } } ) // one
          @@schema("public")
          @@ map ( "users" )
        } model Post {
          id     String @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid
          author User @relation(fields: [userId], references: [id])
          userId Int
          @@schema("public")
        }

        viewActive {
          id Int @unique
          @@schema("public")
        }

        type Address {
          street String
        }

        enum Role {
          USER
          ADMIN @map("admin")  /* closed */
          @@map("roles")
        }
        """;
}
