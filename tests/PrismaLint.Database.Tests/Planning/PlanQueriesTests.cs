using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using FluentAssertions.Execution;
using Npgsql;
using NUnit.Framework;
using PrismaLint.Database.Testing;
using PrismaLint.Database.Tests.Prisma;
using PrismaLint.Loading;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Inputs;
using PrismaLint.Text;

namespace PrismaLint.Database.Tests.Planning;

/// <summary>The queries and rows of a plan on a server that holds its schema: queries can be prepared, rows can be inserted, and no check finds fault with them.</summary>
public sealed class PlanQueriesTests
{
    private const string Shop = """
        generator client {
          provider = "prisma-client"
          output   = "../generated"
        }

        datasource db {
          provider = "postgresql"
        }

        enum Status {
          OPEN
          PAID
        }

        model Shop {
          id        Int        @id @default(autoincrement())
          name      String     @unique @db.VarChar(40)
          customers Customer[]
          orders    Order[]
          products  Product[]
        }

        model Customer {
          id        String    @id @default(uuid()) @db.Uuid
          shopId    Int
          email     String    @db.VarChar(100)
          deletedAt DateTime? @db.Timestamptz(3)
          shop      Shop      @relation(fields: [shopId], references: [id], onDelete: Cascade)
          orders    Order[]

          @@unique([shopId, email])
        }

        model Category {
          id       Int        @id @default(autoincrement())
          parentId Int?
          name     String
          parent   Category?  @relation("Tree", fields: [parentId], references: [id], onDelete: SetNull, onUpdate: NoAction)
          children Category[] @relation("Tree")
          products Product[]
        }

        model Product {
          id         BigInt      @id @default(autoincrement())
          shopId     Int
          categoryId Int
          sku        String      @db.VarChar(12)
          price      Decimal     @db.Decimal(10, 2)
          discount   Int
          body       String
          tags       Tag[]
          shop       Shop        @relation(fields: [shopId], references: [id])
          category   Category    @relation(fields: [categoryId], references: [id])
          items      OrderItem[]
          prices     PriceRule[]

          @@unique([shopId, sku])
        }

        model PriceRule {
          id        Int      @id @default(autoincrement())
          productId BigInt
          validFrom DateTime @db.Date
          validTo   DateTime @db.Date
          percent   Int      @db.SmallInt
          product   Product  @relation(fields: [productId], references: [id])
        }

        model Order {
          id         BigInt      @id @default(autoincrement())
          shopId     Int
          customerId String      @db.Uuid
          status     Status
          placedAt   DateTime    @default(now()) @db.Timestamptz(3)
          shop       Shop        @relation(fields: [shopId], references: [id])
          customer   Customer    @relation(fields: [customerId], references: [id])
          items      OrderItem[]
          counts     OrderCount?

          @@index([customerId])
        }

        model OrderItem {
          orderId   BigInt
          productId BigInt
          quantity  Int
          order     Order   @relation(fields: [orderId], references: [id], onDelete: Cascade)
          product   Product @relation(fields: [productId], references: [id])

          @@id([orderId, productId])
        }

        model OrderCount {
          orderId BigInt @id
          views   Int
          order   Order  @relation(fields: [orderId], references: [id])
        }

        model Tag {
          id       Int       @id @default(autoincrement())
          kind     Status
          isPublic Boolean
          products Product[]

          @@unique([kind, isPublic])
        }

        model Play {
          id       BigInt @id @default(autoincrement())
          orderId  BigInt
          shopId   Int
          hits     Int
          runs     Int
          walks    Int
          errors   Int
          assists  Int
        }
        """;

    [Test]
    public void A_shop_can_be_filled_and_asked() => Judge(new SchemaSource("schema.prisma", [new SourceText("schema.prisma", Shop)]), Inputs);

    /// <summary>For schemas that are not in the repository: paths, separated as in PATH.</summary>
    [Test]
    public void Other_schemas_can_be_filled_and_asked()
    {
        if (Environment.GetEnvironmentVariable("PRISMALINT_PLAN_SCHEMAS") is not { Length: > 0 } paths)
            return;
        using var scope = new AssertionScope();
        foreach (var path in paths.Split(Path.PathSeparator))
        {
            try
            {
                Judge(SchemaLoader.Load([path]).Schemas[0], PlanInputs.None);
            }
            catch (InvalidOperationException refusal)
            {
                TestContext.Out.WriteLine($"{path}: {refusal.Message.Substring(0, Math.Min(600, refusal.Message.Length))}");
            }
        }
    }

    private static PlanInputs Inputs => new()
    {
        HotQueries =
        [
            new HotQuery("orders of a customer", "Order") { Equal = ["customerId"], OrderBy = ["-placedAt"] },
            new HotQuery("open orders", "Order") { Equal = ["shopId", "status"], Range = "placedAt", OrderBy = ["placedAt", "id"], PerSecond = 12 },
        ],
    };

    private static void Judge(SchemaSource schema, PlanInputs inputs)
    {
        var plan = Planner.Create(new PlanRequest(schema) { Inputs = inputs, Sections = [4, 8] }).Document ?? throw new InvalidOperationException("Prisma refuses the schema");
        var text = Regex.Replace(string.Join("\n", schema.Files.Select(file => file.Content)), @"(?m)^\s*(url|directUrl|shadowDatabaseUrl)\s*=.*$", "");
        // An introspected generated column comes back as a default that no server takes.
        var create = Regex.Replace(PrismaTools.Migrations(new Dictionary<string, string> { ["schema.prisma"] = text })["schema.prisma"], @" DEFAULT \(+(CASE|[a-z]+ [-+*])[^\n]*?(?=,?\n)", "");
        using var database = DatabaseServer.CreateDatabase();
        Run(database, "CREATE EXTENSION IF NOT EXISTS pg_trgm");
        if (Run(database, create) is { } refusal)
        {
            refusal.Should().BeNull("the schema can be made");
            return;
        }
        var statements = plan.Statements().ToArray();
        TestContext.Out.WriteLine($"{schema.Path}: {string.Join(", ", statements.GroupBy(statement => statement.Sql.Role).Select(group => $"{group.Key} {group.Count()}"))}");
        foreach (var (_, sql) in statements.Where(statement => statement.Sql.Role == SqlRole.Query))
            Run(database, $"PREPARE q AS {sql.Text}").Should().BeNull("it can be prepared: {0}", sql.Text);
        foreach (var (_, sql) in statements.Where(statement => statement.Sql.Role == SqlRole.Seed))
        {
            Run(database, sql.Text).Should().BeNull("rows can be inserted");
            database.Execute("ANALYZE");
        }
        foreach (var (_, sql) in statements.Where(statement => statement.Sql.Role == SqlRole.Integrity))
            Run(database, $"DO $do$ BEGIN IF EXISTS ({sql.Text.TrimEnd(';')}) THEN RAISE EXCEPTION 'a row'; END IF; END $do$").Should().BeNull("rows of the seed are sound: {0}", sql.Text);
    }

    private static string? Run(TestDatabase database, string sql)
    {
        try
        {
            database.Execute(sql);
            return null;
        }
        catch (PostgresException refusal)
        {
            var at = refusal.Position > 0 ? string.Concat(" at: ", sql.AsSpan(Math.Max(0, refusal.Position - 200), Math.Min(260, sql.Length - Math.Max(0, refusal.Position - 200)))) : "";
            return refusal.MessageText + " " + refusal.Detail + at;
        }
    }
}
