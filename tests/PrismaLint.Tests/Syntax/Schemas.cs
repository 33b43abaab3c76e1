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

    /// <summary>Every form of a Prisma 8 contract, oddly spaced where Prisma allows that.</summary>
    public const string EveryContractForm = """
        // use prisma-8
        // a comment above everything

        types {
          Email = VarChar(200)
          Money = Numeric(10, 2) Age = SmallInt
        }

        type Address { street String city String? zip Char(5) }

        enum Role { @@type("pg/text@1") Admin User = "user" }

        model User {
          id Int @id(map: "user_pk") @default(autoincrement())
          email Email @unique /// an ordinary comment
          name String? @default('it\'s "me"') @map("full_name")
          role Role @default(User)
          tags String[]? nick VarChar(20)[] @noCheck(elementNotNull)
          state pg.enum(State) @default("ON")
          score Float @default(-1.50) ratio Real @default(Infinity)
          key Uuid @default(sql`gen_random_uuid()`)
          json Jsonb @default(json"{}")
          address Address?
          createdAt temporal.createdAt()
          updatedAt temporal.timestamptz(3, onCreate: now, onUpdate: now,)
          größe Int @default(
            1,
          )
          _x Decimal ?
          vector pgvector . Vector(3)[]
          posts blog.Post[]
          owner supabase:auth.AuthUser? @relation(fields: [_x], references: [id], index: false)

          @@index([email, name,], where: "name IS NOT NULL", unique: true, name: "u")
          @@index(expression: "lower(email)", map: "ix", options: { fillfactor: 70, "x": [1, 2], deep: { a: true }, })
          @@check(expression: "score > 0", name: "positive")
          @@control(managed) @@rls
        }

        namespace blog {
          model Post { id id.uuidv7Native() authorId Int author User @relation(fields: [authorId], references: [id], onDelete: Cascade) @@map("posts") }
          policy_select read { target = Post roles = [anon, authenticated] using = "true" permissive = true }
        }
        namespace unbound { role anon { } }

        native_enum State {
          ON = "on"
          OFF = "off"
          @@map("state")
        }
        """;
}
