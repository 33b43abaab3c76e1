using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Tests.Planning.Brief;

namespace PrismaLint.Tests.Planning;

/// <summary>What the advisor brief names stands in the plan of a schema that gives cause, and not in that of the same schema well made.</summary>
public sealed class BriefTests
{
    private static readonly Lazy<BriefPlan> s_faulty = new(() => new BriefPlan(BriefSchema.Faulty));

    private static readonly Lazy<BriefPlan> s_wellMade = new(() => new BriefPlan(BriefSchema.WellMade));

    /// <summary>Section, part, what is spoken of, what is said of it. Only the last is looked for in the plan of the other schema.</summary>
    private static IEnumerable<TestCaseData> Faults()
    {
        // The anti-patterns, in the order of the brief.
        yield return Said(5, "What indexes cost", "`@@index([email])` of `User`", "(PL3002)", "1 over-indexing: a repeated index");
        yield return Said(5, "What indexes cost", "`Order`", "(PL3004)", "1 over-indexing: the beginning of another");
        yield return Said(2, "Index strategy and rationale", "`Order`", "(PL3005)", "1 over-indexing: many on one model");
        yield return Said(2, "Index strategy and rationale", "foreign keys have no index", "(PL3001)", "2 under-indexing: foreign keys");
        yield return Said(4, "Critical queries", "`OrderLine`", "No index serves it", "2 under-indexing: a query that was told");
        yield return Said(2, "Normal forms", "`Place` has 62 columns", "(PL5015)", "3 wide tables");
        yield return Said(2, "Normal forms", "`ProductAttribute`", "(PL5013)", "4 entity, attribute, value");
        yield return Said(5, "Index implementation plan", "`OrderLine`", "PL3001", "5 implicit joins: no index");
        yield return Said(2, "Constraint definitions", "`Order.customerId`", "(PL2017)", "5 implicit joins: no foreign key");
        yield return Said(2, "Key strategy", "`Company.id`", "(PL4010)", "6 text as a key");
        yield return Said(2, "Constraint definitions", "`Product.taxPercent`", "BETWEEN 0 AND 100", "7 missing constraints: checks");
        yield return Said(2, "Constraint definitions", "`Heartbeat`", "(PL2018)", "7 missing constraints: no primary key");
        yield return Said(2, "Time zones", "`Invoice.issuedAt`", "(PL4002)", "8 time zones");
        yield return Said(4, "Pagination and bounds", "`OrderLine`", "without `take` has no bound", "9 unbounded queries");
        yield return Said(7, "Schema change strategy", "New indexes", "SHARE UPDATE EXCLUSIVE", "10 synchronous migrations");

        // Expertise and patterns.
        yield return Said(2, "Normal forms", "`Product.tags`", "(PL4020)", "a list in one text");
        yield return Said(2, "Normal forms", "`tag1` to `tag4` of `Product`", "(PL5016)", "numbered columns");
        yield return Said(2, "Data types", "`Invoice.amount`", "(PL4007)", "money as a float");
        yield return Said(2, "Partitioning", "`OrderLine`", "volume asks for it", "partitioning");
        yield return Said(2, "Views, functions and procedures", "`CompanyTotal`", "of the schema", "views");
        yield return Said(2, "Inheritance and references to several models", "`Profile`", "shares the key of `User`", "inheritance");
        yield return Said(2, "Inheritance and references to several models", "`Note.commentableId`", "(PL5014)", "polymorphic relations");
        yield return Said(2, "Inheritance and references to several models", "`Category.parent`", "recursive queries", "trees");
        yield return Said(2, "Soft deletion", "`User` | `deletedAt` | `email`", "`Profile`", "soft deletes: uniques and children");
        yield return Said(2, "Soft deletion", "`User.email`", "(PL5001)", "soft deletes: a unique that stays occupied");
        yield return Said(2, "Temporal data", "`DraftVersion.version`", "(PL5020)", "versions: numbers");
        yield return Said(2, "Temporal data", "`Season.isCurrent`", "(PL5019)", "versions: the current row");
        yield return Said(2, "Temporal data", "`DraftVersion.validFrom`", "`validTo`", "versions: effective dates");
        yield return Said(2, "Constraint definitions", "`DraftVersion.validFrom`", "EXCLUDE USING gist", "versions: periods that overlap");
        yield return Said(2, "File references", "`Product` | `fileKey`", "`imageUrl`", "files");
        yield return Said(3, "Generators and datasource", "`typedSql`", "still a preview", "preview features");
        yield return Said(3, "Generators and datasource", "`erd`", "`prisma-erd-generator`", "custom generators");
        yield return Said(3, "Client extensions", "`User.deletedAt`", "leaves them out of what is read", "middleware for soft deletes");
        yield return Said(4, "Recursive reads", "\"Category\"", "WITH RECURSIVE branch", "recursive queries");
        yield return Said(4, "Latest row of each parent", "`DraftVersion`", "by `version`", "latest rows");
        yield return Said(4, "Latest row of each parent", "\"DraftVersion\"", "SELECT DISTINCT ON", "window functions");
        yield return Said(4, "Aggregates and materialised views", "`PlayStat`", "of counters: totals", "materialised views");
        yield return Said(4, "Text search", "\"Product\"", "websearch_to_tsquery", "full-text search");
        yield return Said(4, "Transactions", "`DomainEvent`", "Shaped like an event store", "event sourcing");
        yield return Said(4, "Raw SQL", "`Category`", "branches of", "raw SQL");
        yield return Said(5, "Vacuum and fill factor", "`Note`", "new rows", "vacuum");
        yield return Said(6, "Personal data and secrets", "`passwordHash`", "credential", "secrets");
        yield return Said(6, "Audit trail", "`AuditLog`", "record of changes already", "audit trail");
        yield return Said(6, "Tenants", "`User.email`", "(PL5018)", "tenants: a unique across them");
        yield return Said(6, "Tenants", "`Category.parent`", "of another tenant", "tenants: a key across them");
        yield return Said(7, "Data migration", "`Invoice.issuedAt`", "in batches", "data migration");
        yield return Said(8, "Schema validation tests", "`User`", "(PL5001)", "a test of what stays occupied");
    }

    /// <summary>What follows from sound schemas too.</summary>
    private static IEnumerable<TestCaseData> Facts()
    {
        yield return Fact(1, "Data domain", "`Company`", "other models refer to it");
        yield return Fact(1, "Volume and growth", "`OrderLine`", "20,000");
        yield return Fact(2, "Key strategy", "`Membership(userId, teamId)`", "Compound keys");
        yield return Fact(2, "Data types", "`uuid`", "`Company.id`");
        yield return Fact(2, "Constraint definitions", "RESTRICT", "`User.company`");
        yield return Fact(3, "Relation configuration", "`Membership.user` ↔ `User.memberships`", "Restrict (default)");
        yield return Fact(3, "Models beside the template", "Has a moment of creation", "`Team`");
        yield return Fact(4, "Reading relations: include and select", "prisma.company.findUnique", "take:");
        yield return Fact(4, "Batch writes", "`OrderLine` | 4 | 8,191", "nothing: no unique");
        yield return Fact(4, "Batch writes", "`OrderLine`", "`prisma.$transaction([…])`");
        yield return Fact(4, "Caching opportunities", "`Category`", "Section 5");
        yield return Fact(5, "Monitoring", "Slow statements", "no percentiles");
        yield return Fact(5, "Monitoring", "Memory, disk and CPU", "SQL does not tell them");
        yield return Fact(6, "Row-level security", "\"Order\"", "CREATE POLICY");
        yield return Fact(6, "Access control matrix", "`Order`", "read and write");
        yield return Fact(7, "Zero downtime", "ACCESS EXCLUSIVE", "`lock_timeout` to 2 seconds");
        yield return Fact(8, "Tenant isolation", "\"User\"", "rows_of_others");
        yield return Fact(8, "Seed volumes", "\"OrderLine\"", "generate_series");
    }

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_said_where_it_is_and_nowhere_else(int section, string part, string subject, string sentence)
    {
        s_faulty.Value.Lines(section, part).Should().Contain(line => line.Contains(subject, StringComparison.Ordinal) && line.Contains(sentence, StringComparison.Ordinal));
        s_wellMade.Value.Lines(section, part).Should().NotContain(line => line.Contains(sentence, StringComparison.Ordinal));
    }

    [TestCaseSource(nameof(Facts))]
    public void What_follows_from_any_schema_names_its_models(int section, string part, string subject, string sentence) =>
        s_wellMade.Value.Lines(section, part).Should().Contain(line => line.Contains(subject, StringComparison.Ordinal) && line.Contains(sentence, StringComparison.Ordinal));

    private static TestCaseData Said(int section, string part, string subject, string sentence, string name) => new TestCaseData(section, part, subject, sentence).SetArgDisplayNames(name);

    private static TestCaseData Fact(int section, string part, string subject, string sentence) => new TestCaseData(section, part, subject, sentence).SetArgDisplayNames($"{section} {part}: {subject}");
}
