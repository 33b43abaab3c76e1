using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Tests.Planning.Facts;

public sealed class DomainsTests
{
    private const string Datasource = "datasource db {\n  provider = \"postgresql\"\n}\n";

    [Test]
    public void Models_that_refer_to_each_other_are_a_domain_and_a_hub_holds_nothing_together()
    {
        var domains = new PlanCase(Shop).Context().Domains;
        domains.Source.Should().Be(DomainSource.Relations);
        Models(domains, "Order").Should().Contain(["OrderItem", "OrderPayment"]).And.NotContain(name => name.StartsWith("Ticket"));
        Models(domains, "Ticket").Should().Contain(["TicketReply", "TicketLabel"]);
    }

    [Test]
    public void Models_without_relations_and_without_common_names_are_the_rest_and_come_last()
    {
        var rest = new PlanCase(Shop + "model Flag {\n  id Int @id\n}\nmodel Holiday {\n  id Int @id\n}\n").Context().Domains.All[^1];
        rest.IsRest.Should().BeTrue();
        rest.Models.Select(model => model.Name).Should().Equal("Flag", "Holiday");
    }

    [Test]
    public void Files_are_domains_where_several_hold_models()
    {
        var draft = new PlanCase(
            ("prisma/main.prisma", Datasource),
            ("prisma/sales.prisma", "model Sale {\n  id Int @id\n}\nmodel Refund {\n  id Int @id\n}\nmodel Payment {\n  id Int @id\n}\n"),
            ("prisma/people.prisma", "model Person {\n  id Int @id\n}\nmodel Team {\n  id Int @id\n}\nmodel Club {\n  id Int @id\n}\n"));
        draft.Context().Domains.Source.Should().Be(DomainSource.Files);
        draft.Context().Domains.All.Select(domain => domain.Name).Should().Equal("people", "sales");
    }

    [Test]
    public void Files_with_fewer_than_three_models_each_are_no_domains_and_the_plan_says_so()
    {
        var draft = new PlanCase(
            ("prisma/main.prisma", Datasource),
            ("prisma/order.prisma", "model Order {\n  id Int @id\n  items OrderItem[]\n}\nmodel OrderItem {\n  id Int @id\n  orderId Int\n  order Order @relation(fields: [orderId], references: [id])\n}\n"),
            ("prisma/ticket.prisma", "model Ticket {\n  id Int @id\n  replies TicketReply[]\n}\nmodel TicketReply {\n  id Int @id\n  ticketId Int\n  ticket Ticket @relation(fields: [ticketId], references: [id])\n}\n"));
        draft.Context().Domains.Source.Should().Be(DomainSource.Relations);
        draft.Markdown(1).Should().Contain("The files hold too few models each to be domains.");
    }

    [Test]
    public void A_file_for_each_model_is_no_domain()
    {
        var draft = new PlanCase(
            ("prisma/main.prisma", Datasource),
            ("prisma/a.prisma", "model A {\n  id Int @id\n  b B[]\n}\n"),
            ("prisma/b.prisma", "model B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n"),
            ("prisma/c.prisma", "model C {\n  id Int @id\n}\n"));
        draft.Context().Domains.Source.Should().NotBe(DomainSource.Files);
    }

    [Test]
    public void Schemas_of_the_database_are_domains()
    {
        var domains = new PlanCase("""
            datasource db {
              provider = "postgresql"
              schemas  = ["auth", "shop"]
            }
            model User {
              id Int @id
              @@schema("auth")
            }
            model Session {
              id Int @id
              @@schema("auth")
            }
            model Order {
              id Int @id
              @@schema("shop")
            }
            model Item {
              id Int @id
              @@schema("shop")
            }
            """).Context().Domains;
        domains.Source.Should().Be(DomainSource.Schemas);
        domains.All.Select(domain => domain.Name).Should().BeEquivalentTo("auth", "shop");
    }

    [Test]
    public void Names_in_small_letters_are_cut_where_they_go_on_in_several_ways()
    {
        var models = string.Concat(new[] { "golfcourse", "golfscore", "golfmatch", "polloption", "pollanswer", "pollquestion" }.Select(name => $"model {name} {{\n  id Int @id\n}}\n"));
        new PlanCase(models).Context().Domains.All.Select(domain => domain.Name).Should().BeEquivalentTo("golf", "poll");
    }

    [Test]
    public void Every_model_is_in_one_domain_and_no_clustered_one_has_more_than_25()
    {
        var models = "model Tenant {\n  id Int @id\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"  x{i} Thing{i}[]\n")) + "}\n"
            + string.Concat(Enumerable.Range(0, 60).Select(i => $"model Thing{i} {{\n  id Int @id\n  tenantId Int\n  tenant Tenant @relation(fields: [tenantId], references: [id])\n}}\n"));
        var context = new PlanCase(models).Context();
        context.Domains.All.SelectMany(domain => domain.Models).Should().BeEquivalentTo(context.Models);
        context.Domains.All.Should().OnlyContain(domain => domain.IsRest || domain.Models.Count <= 25);
    }

    private static string[] Models(Domains domains, string model) => [.. domains.All.Single(domain => domain.Models.Any(other => other.Name == model)).Models.Select(other => other.Name)];

    private const string Shop = """
        model Tenant {
          id Int @id
          orders Order[]
          items OrderItem[]
          payments OrderPayment[]
          tickets Ticket[]
          replies TicketReply[]
          labels TicketLabel[]
        }
        model Order {
          id Int @id
          tenantId Int
          tenant Tenant @relation(fields: [tenantId], references: [id])
          items OrderItem[]
          payments OrderPayment[]
        }
        model OrderItem {
          id Int @id
          tenantId Int
          tenant Tenant @relation(fields: [tenantId], references: [id])
          orderId Int
          order Order @relation(fields: [orderId], references: [id])
        }
        model OrderPayment {
          id Int @id
          tenantId Int
          tenant Tenant @relation(fields: [tenantId], references: [id])
          orderId Int
          order Order @relation(fields: [orderId], references: [id])
        }
        model Ticket {
          id Int @id
          tenantId Int
          tenant Tenant @relation(fields: [tenantId], references: [id])
          replies TicketReply[]
          labels TicketLabel[]
        }
        model TicketReply {
          id Int @id
          tenantId Int
          tenant Tenant @relation(fields: [tenantId], references: [id])
          ticketId Int
          ticket Ticket @relation(fields: [ticketId], references: [id])
        }
        model TicketLabel {
          id Int @id
          tenantId Int
          tenant Tenant @relation(fields: [tenantId], references: [id])
          ticketId Int
          ticket Ticket @relation(fields: [ticketId], references: [id])
        }

        """;
}
