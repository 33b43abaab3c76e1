using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Tests.Planning.Inputs;

/// <summary>Accounts with teams and games.</summary>
internal static class LeagueSchema
{
    public const string Text = """
        datasource db {
          provider = "postgresql"
        }

        generator client {
          provider        = "prisma-client-js"
          previewFeatures = ["views"]
        }

        model Account {
          id    Int    @id
          name  String
          teams Team[]
          games Game[]
        }

        model Team {
          id        Int     @id
          accountId Int
          account   Account @relation(fields: [accountId], references: [id])
          games     Game[]
        }

        model Game {
          id        Int      @id
          accountId Int
          account   Account  @relation(fields: [accountId], references: [id])
          teamId    Int
          team      Team     @relation(fields: [teamId], references: [id])
          playedAt  DateTime @map("played_at") @db.Timestamptz
          result    Result?

          @@map("games")
        }

        model Country {
          code   String  @id
          cities City[]
        }

        model City {
          id          Int     @id
          countryCode String
          country     Country @relation(fields: [countryCode], references: [code])
        }

        view Standing {
          teamId Int @unique
          points Int
        }

        enum Result {
          HOME
          AWAY
        }
        """;

    public static SemanticModel Model { get; } = SemanticModel.Create(SyntaxTree.Parse("schema.prisma", Text));
}
