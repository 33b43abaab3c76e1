using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Tests.Planning.Facts;

public sealed class DeleteStopsTests
{
    private const string Schema = """
        model Tenant {
          id       Int      @id
          boards   Board[]
          cards    Card[]
          invoices Invoice[]
        }

        model Board {
          id       Int    @id
          tenantId Int
          tenant   Tenant @relation(fields: [tenantId], references: [id], onDelete: Cascade)
          parentId Int?
          parent   Board? @relation("Tree", fields: [parentId], references: [id], onDelete: NoAction, onUpdate: NoAction)
          children Board[] @relation("Tree")
          cards    Card[]
        }

        model Card {
          id       Int    @id
          tenantId Int
          tenant   Tenant @relation(fields: [tenantId], references: [id], onDelete: Cascade)
          boardId  Int
          board    Board  @relation(fields: [boardId], references: [id], onDelete: NoAction)
        }

        model Invoice {
          id       Int    @id
          tenantId Int
          tenant   Tenant @relation(fields: [tenantId], references: [id], onDelete: Restrict)
        }
        """;

    [Test]
    public void Rows_that_go_no_later_than_what_they_refer_to_stop_nothing() => Stops("Tenant").Should().Equal("Invoice.tenant");

    [Test]
    public void Rows_that_stay_stop_the_delete() => Stops("Board").Should().Contain("Card.board");

    [Test]
    public void Other_rows_of_the_same_model_stop_the_delete_of_one() => Stops("Board").Should().Contain("Board.parent");

    private static IEnumerable<string> Stops(string root)
    {
        var schema = new PlanCase(Schema).Context().Schema;
        return DeleteStops.Of(schema.Models.Single(model => model.Name == root), [.. schema.ForeignKeys]).Select(key => key.DisplayName);
    }
}
