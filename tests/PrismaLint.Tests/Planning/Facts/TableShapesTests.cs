using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Tests.Planning.Facts;

public sealed class TableShapesTests
{
    [Test]
    public void A_log_is_append_only_and_says_what_shows_it()
    {
        var shape = Shape("AuditLog", """
            model AuditLog {
              id        Int      @id
              action    String
              createdAt DateTime @default(now())
            }
            """);

        shape.Is(TableTrait.AppendOnly).Should().BeTrue();
        shape.Why(TableTrait.Log).Should().Be("the name ends in log, `createdAt` says when, and no column tells of a change");
    }

    [Test]
    public void A_log_that_is_changed_is_none()
    {
        Shape("AuditLog", """
            model AuditLog {
              id        Int      @id
              createdAt DateTime @default(now())
              updatedAt DateTime @updatedAt
            }
            """).Traits.Should().BeEmpty();
    }

    [Test]
    public void An_event_of_a_calendar_is_no_log()
    {
        Shape("LeagueEvent", """
            model LeagueEvent {
              id       Int      @id
              startsAt DateTime
            }
            """).Traits.Should().BeEmpty();
    }

    [Test]
    public void Status_counters_and_last_uses_are_updated_in_place()
    {
        Shape("Link", """
            model Link {
              id         Int       @id
              status     String
              clicks     Int       @default(0)
              lastUsedAt DateTime?
              lastName   String
              discount   Int       @default(0)
            }
            """).Why(TableTrait.UpdatedInPlace).Should().Be("`status` tells a status, `clicks` counts, `lastUsedAt` moves on");
    }

    [Test]
    public void The_state_of_an_address_is_no_status()
    {
        Shape("Address", """
            model Address {
              id    Int    @id
              state String
            }
            """).Traits.Should().BeEmpty();
    }

    [Test]
    public void A_queue_has_a_status_and_a_moment_to_wait_for()
    {
        Shape("Email", """
            model Email {
              id              Int       @id
              status          String
              scheduledSendAt DateTime?
            }
            """).Why(TableTrait.Queue).Should().Be("`status` and `scheduledSendAt`: rows wait for work");
    }

    [Test]
    public void Sessions_do_not_live_long()
    {
        Shape("Session", """
            model Session {
              id      Int      @id
              expires DateTime
            }
            """).Why(TableTrait.ShortLived).Should().Be("`expires` says until when a row counts");
    }

    [Test]
    public void A_pair_of_keys_is_a_join()
    {
        Shape("Member", """
            model User {
              id    Int      @id
              teams Member[]
            }

            model Team {
              id    Int      @id
              users Member[]
            }

            model Member {
              userId Int
              teamId Int
              role   String
              user   User   @relation(fields: [userId], references: [id])
              team   Team   @relation(fields: [teamId], references: [id])

              @@id([userId, teamId])
            }
            """).Why(TableTrait.Join).Should().Be("it holds foreign keys to `User`, `Team` and `role`");
    }

    [Test]
    public void What_many_refer_to_is_a_look_up()
    {
        Shape("Country", """
            model Country {
              id     Int    @id
              name   String
              cities City[]
              shops  Shop[]
            }

            model City {
              id        Int     @id
              countryId Int
              country   Country @relation(fields: [countryId], references: [id])
            }

            model Shop {
              id        Int     @id
              countryId Int
              country   Country @relation(fields: [countryId], references: [id])
            }
            """).Why(TableTrait.LookUp).Should().Be("2 foreign keys refer to it, it holds none itself, and it has 2 columns");
    }

    [Test]
    public void Counters_of_the_database_beat_names()
    {
        var plan = new PlanCase("""
            model AuditLog {
              id        Int      @id
              createdAt DateTime @default(now())
            }

            model Order {
              id     Int    @id
              status String
            }
            """)
        {
            Database = database =>
            {
                database.Table("AuditLog").Count("n_tup_ins", 500).Count("n_tup_upd", 2000);
                database.Table("Order").Count("n_tup_ins", 50000).Count("n_tup_upd", 20);
            },
        };
        var context = plan.Context();

        context.Shapes.With(TableTrait.UpdatedInPlace).Single().Why(TableTrait.UpdatedInPlace).Should().Be("the database counts 2,000 updates and 500 inserts");
        context.Shapes.With(TableTrait.AppendOnly).Single().Why(TableTrait.AppendOnly).Should().Be("the database counts 50,000 inserts and 20 updates or deletes");
    }

    private static TableShape Shape(string model, string blocks)
    {
        var context = new PlanCase(blocks).Context();
        return context.Shapes.Of(context.Models.Single(candidate => candidate.Name == model));
    }
}
