using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning.Brief;

/// <summary>One domain twice: with cause for each line of the brief, and well made.</summary>
internal static class BriefSchema
{
    /// <summary>Each fault and each pattern that the brief names, once.</summary>
    public static readonly PlanCase Faulty = new(FaultyModels + string.Concat(Enumerable.Range(0, 60).Select(number => $"  setting{(char)('a' + (number / 26))}{(char)('a' + (number % 26))} String?\n")) + "}\n")
    {
        Inputs = PlanInputs.None with
        {
            Path = "plan.yml",
            TenantModel = "Company",
            SharedModels = ["Team"],
            Compliance = ["GDPR"],
            Volumes = new Dictionary<string, ModelVolume> { ["OrderLine"] = new(200e6, 9e6), ["Note"] = new(5e6, 1e5) },
            HotQueries = [new HotQuery("orders of a customer", "Order") { Equal = ["customerId"], OrderBy = ["-total"] }, new HotQuery("lines of a product", "OrderLine") { Equal = ["productId"] }],
        },
    };

    /// <summary>The same things without the faults.</summary>
    public static readonly PlanCase WellMade = new(WellMadeModels)
    {
        Inputs = PlanInputs.None with
        {
            Path = "plan.yml",
            TenantModel = "Company",
            SharedModels = ["Team"],
            Volumes = new Dictionary<string, ModelVolume> { ["OrderLine"] = new(2e4, 100) },
            HotQueries = [new HotQuery("lines of a product", "OrderLine") { Equal = ["productId"] }],
        },
        Database = database =>
        {
            foreach (var (table, check) in new[]
            {
                ("Product", "\"taxPercent\" >= 0 AND price >= 0 AND stock >= 0"), ("Order", "total >= 0"), ("OrderLine", "quantity >= 0 AND price >= 0"), ("Invoice", "amount >= 0"), ("Season", "\"endDate\" >= \"startDate\""),
            })
            {
                database.Table(table).AddConstraint(table + "_check", "c")["def"] = $"CHECK ({check})";
            }
            database.Table("Season").AddConstraint("season_periods", "x")["def"] = "EXCLUDE USING gist (\"companyId\" WITH =, daterange(\"startDate\", \"endDate\") WITH &&)";
        },
    };

    private const string FaultyModels = """
        generator client {
          provider        = "prisma-client"
          output          = "../generated"
          previewFeatures = ["typedSql", "views"]
        }

        generator erd {
          provider = "prisma-erd-generator"
        }

        /// Who pays.
        model Company {
          id         String     @id @default(uuid())
          name       String
          timezone   String
          users      User[]
          orders     Order[]
          invoices   Invoice[]
          seasons    Season[]
          categories Category[]
          notes      Note[]
          places     Place[]
        }

        model User {
          id           String       @id @default(uuid())
          companyId    String
          company      Company      @relation(fields: [companyId], references: [id], onDelete: Cascade)
          email        String       @unique
          passwordHash String
          birthDate    DateTime?    @db.Date
          avatarUrl    String?
          createdAt    DateTime     @default(now())
          updatedAt    DateTime     @default(now()) @db.Timestamptz(3)
          deletedAt    DateTime?    @db.Timestamptz(3)
          memberships  Membership[]
          profile      Profile?
          drafts       Draft[]

          @@index([companyId])
          @@index([companyId, email])
          @@index([email])
        }

        model Profile {
          userId String @id
          user   User   @relation(fields: [userId], references: [id], onDelete: Cascade)
          bio    String @db.Text
          phone  String
        }

        model Team {
          id      Int          @id @default(autoincrement())
          name    String
          members Membership[]
        }

        model Membership {
          userId String
          teamId Int
          role   String
          user   User   @relation(fields: [userId], references: [id])
          team   Team   @relation(fields: [teamId], references: [id])

          @@id([userId, teamId])
        }

        model Category {
          id        Int        @id @default(autoincrement())
          companyId String
          company   Company    @relation(fields: [companyId], references: [id])
          parentId  Int?
          name      String
          parent    Category?  @relation("Tree", fields: [parentId], references: [id])
          children  Category[] @relation("Tree")
          products  Product[]
        }

        model Product {
          id          Int                @id @default(autoincrement())
          categoryId  Int
          category    Category           @relation(fields: [categoryId], references: [id])
          title       String
          description String             @db.Text
          tags        String
          tag1        String?
          tag2        String?
          tag3        String?
          tag4        String?
          price       Decimal            @db.Decimal(10, 2)
          taxPercent  Int
          stock       Int
          imageUrl    String?
          fileKey     String?
          attributes  ProductAttribute[]
          lines       OrderLine[]
        }

        model ProductAttribute {
          productId Int
          product   Product @relation(fields: [productId], references: [id])
          attribute String
          value     String

          @@id([productId, attribute])
        }

        model Customer {
          id   Int    @id @default(autoincrement())
          name String
        }

        model Order {
          id         Int         @id @default(autoincrement())
          companyId  String
          company    Company     @relation(fields: [companyId], references: [id])
          customerId Int
          status     String
          total      Decimal     @db.Decimal(12, 2)
          createdAt  DateTime    @default(now()) @db.Timestamptz(3)
          lines      OrderLine[]

          @@index([companyId])
          @@index([companyId, status])
          @@index([companyId, createdAt])
          @@index([status])
          @@index([createdAt])
          @@index([customerId])
          @@index([total])
          @@index([status, createdAt])
          @@index([customerId, status])
          @@index([status, total])
          @@index([total, createdAt])
          @@index([createdAt, customerId])
          @@index([customerId, total])
          @@index([createdAt, total])
          @@index([companyId, total])
          @@index([total, status])
        }

        model OrderLine {
          id        Int     @id @default(autoincrement())
          orderId   Int
          order     Order   @relation(fields: [orderId], references: [id], onDelete: Cascade)
          productId Int
          product   Product @relation(fields: [productId], references: [id])
          quantity  Int
          price     Decimal @db.Decimal(10, 2)
        }

        model Invoice {
          id        Int      @id @default(autoincrement())
          companyId String
          company   Company  @relation(fields: [companyId], references: [id])
          amount    Float
          issuedAt  DateTime @default(now())
          sentAt    DateTime @default(now()) @db.Timestamptz(3)
          number    String?

          @@unique([companyId, number])
          @@unique([number, companyId])
        }

        model Season {
          id        Int        @id @default(autoincrement())
          companyId String
          company   Company    @relation(fields: [companyId], references: [id])
          startDate DateTime   @db.Date
          endDate   DateTime   @db.Date
          isCurrent Boolean    @default(false)
          stats     PlayStat[]
        }

        model Player {
          id    Int        @id @default(autoincrement())
          stats PlayStat[]
        }

        model PlayStat {
          id       Int    @id @default(autoincrement())
          seasonId Int
          season   Season @relation(fields: [seasonId], references: [id])
          playerId Int
          player   Player @relation(fields: [playerId], references: [id])
          goals    Int    @default(0)
          assists  Int    @default(0)
          fouls    Int    @default(0)
          saves    Int    @default(0)
          minutes  Int    @default(0)
        }

        model Draft {
          id       Int            @id @unique @default(autoincrement())
          authorId String
          author   User           @relation(fields: [authorId], references: [id])
          title    String
          body     String         @db.Text
          versions DraftVersion[]
        }

        model DraftVersion {
          id        Int       @id @default(autoincrement())
          draftId   Int
          draft     Draft     @relation(fields: [draftId], references: [id])
          version   Int
          isLatest  Boolean   @default(false)
          validFrom DateTime  @db.Timestamptz(3)
          validTo   DateTime? @db.Timestamptz(3)
          body      String    @db.Text
        }

        model Note {
          id              Int      @id @default(autoincrement())
          companyId       String
          company         Company  @relation(fields: [companyId], references: [id])
          commentableId   Int
          commentableType String
          body            String
          createdAt       DateTime @default(now()) @db.Timestamptz(3)
        }

        model DomainEvent {
          id          BigInt   @id @default(autoincrement())
          aggregateId String
          version     Int
          payload     Json
          occurredAt  DateTime @default(now()) @db.Timestamptz(3)
        }

        model AuditLog {
          id        Int      @id @default(autoincrement())
          what      String
          createdAt DateTime @default(now()) @db.Timestamptz(3)
        }

        model Heartbeat {
          node    String   @unique
          load    Int
          resetAt DateTime @db.Timetz(6)
        }

        view CompanyTotal {
          companyId String  @unique
          total     Decimal
        }

        model Place {
          id        Int     @id @default(autoincrement())
          companyId String
          company   Company @relation(fields: [companyId], references: [id])

        """;

    private const string WellMadeModels = """
        generator client {
          provider = "prisma-client"
          output   = "../generated"
        }

        /// Who pays.
        model Company {
          id         String     @id @default(uuid(7)) @db.Uuid
          name       String
          users      User[]
          orders     Order[]
          invoices   Invoice[]
          seasons    Season[]
          categories Category[]
          notes      Note[]
          customers  Customer[]
          places     Place[]
        }

        model User {
          id          String       @id @default(uuid(7)) @db.Uuid
          companyId   String       @db.Uuid
          company     Company      @relation(fields: [companyId], references: [id])
          /// @pii
          email       String
          createdAt   DateTime     @default(now()) @db.Timestamptz(3)
          updatedAt   DateTime     @updatedAt @db.Timestamptz(3)
          memberships Membership[]

          @@unique([companyId, email])
        }

        model Team {
          id      Int          @id @default(autoincrement())
          name    String
          members Membership[]
        }

        model Membership {
          userId String @db.Uuid
          teamId Int
          user   User   @relation(fields: [userId], references: [id])
          team   Team   @relation(fields: [teamId], references: [id])

          @@id([userId, teamId])
          @@index([teamId])
        }

        model Category {
          id        Int       @id @default(autoincrement())
          companyId String    @db.Uuid
          company   Company   @relation(fields: [companyId], references: [id])
          name      String
          products  Product[]

          @@index([companyId])
        }

        model Product {
          id         Int         @id @default(autoincrement())
          categoryId Int
          category   Category    @relation(fields: [categoryId], references: [id])
          title      String
          price      Decimal     @db.Decimal(10, 2)
          taxPercent Int
          stock      Int
          lines      OrderLine[]

          @@index([categoryId])
        }

        model Customer {
          id        Int     @id @default(autoincrement())
          companyId String  @db.Uuid
          company   Company @relation(fields: [companyId], references: [id])
          orders    Order[]

          @@unique([companyId, id])
        }

        enum OrderStatus {
          open
          paid
        }

        model Order {
          id         Int         @id @default(autoincrement())
          companyId  String      @db.Uuid
          company    Company     @relation(fields: [companyId], references: [id])
          customerId Int
          customer   Customer    @relation(fields: [companyId, customerId], references: [companyId, id])
          status     OrderStatus
          total      Decimal     @db.Decimal(12, 2)
          createdAt  DateTime    @default(now()) @db.Timestamptz(3)
          lines      OrderLine[]

          @@index([companyId, createdAt, id])
          @@index([companyId, customerId])
        }

        model OrderLine {
          id        Int     @id @default(autoincrement())
          orderId   Int
          order     Order   @relation(fields: [orderId], references: [id])
          productId Int
          product   Product @relation(fields: [productId], references: [id])
          quantity  Int
          price     Decimal @db.Decimal(10, 2)

          @@index([orderId])
          @@index([productId])
        }

        model Invoice {
          id        Int      @id @default(autoincrement())
          companyId String   @db.Uuid
          company   Company  @relation(fields: [companyId], references: [id])
          amount    Decimal  @db.Decimal(12, 2)
          issuedAt  DateTime @default(now()) @db.Timestamptz(3)

          @@index([companyId, issuedAt, id])
        }

        model Season {
          id        Int      @id @default(autoincrement())
          companyId String   @db.Uuid
          company   Company  @relation(fields: [companyId], references: [id])
          startDate DateTime @db.Date
          endDate   DateTime @db.Date

          @@index([companyId, startDate, id])
        }

        model Note {
          id        Int     @id @default(autoincrement())
          companyId String  @db.Uuid
          company   Company @relation(fields: [companyId], references: [id])
          title     String

          @@index([companyId])
        }

        model Place {
          id        Int     @id @default(autoincrement())
          companyId String  @db.Uuid
          company   Company @relation(fields: [companyId], references: [id])
          city      String

          @@index([companyId])
        }

        """;
}
