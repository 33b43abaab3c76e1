using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class TableInheritanceRuleTests : LiveRuleTests<TableInheritanceRule>
{
    private const string Dog = """
        model Animal {
          id Int @id
        }

        model [|Dog|] {
          id Int @id
        }
        """;

    private const string Animal = """
        model [|Animal|] {
          id Int @id
        }
        """;

    [Test]
    public void Reports_the_child() =>
        Lint(Dog, database => database.Table("Dog").Set("parent", database.Table("Animal").Oid))
        .Should().Report("`public.Dog` inherits from `public.Animal`: queries of that return its rows too, and no unique holds over both");

    [Test]
    public void Reports_the_parent_where_the_schema_does_not_know_the_child() =>
        Lint(Animal, database => database.AddTable("dog").Set("parent", database.Table("Animal").Oid)).Should().ReportAtTheMarks();

    [Test]
    public void Leaves_partitions_and_extensions_alone() =>
        Lint(Animal, database =>
        {
            database.AddTable("part").Set("parent", database.Table("Animal").Oid).Set("is_partition", true);
            database.AddTable("ext").Set("parent", database.Table("Animal").Oid).Set("ext", true);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_relations()
    {
        Lint(Animal, database => database.Without(EvidenceSource.Relations)).Should().ReportNothing();

        NotJudged.Should().Equal("table-inheritance: the role may not read relations");
    }
}
