using System.Linq;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class LongChainTests : ValidationTests
{
    private const int Length = 5_000;

    [Test]
    [CancelAfter(20_000)]
    public void Follows_a_cycle_of_composite_types_however_long()
    {
        var schema = new StringBuilder();
        for (var i = 0; i < Length; i++)
            schema.Append($"type T{i} {{\n  next T{(i + 1) % Length}\n}}\n");
        Validate(schema.ToString(), provider: Provider.MongoDb).Found.Should()
            .HaveCount(Length).And.OnlyContain(found => found.Detail == "composite-type-cycle");
    }

    [Test]
    [CancelAfter(20_000)]
    public void Follows_a_cycle_of_relations_however_long()
    {
        var schema = new StringBuilder();
        for (var i = 0; i < Length; i++)
        {
            schema.Append($"model M{i} {{\n  id Int @id\n  x Int\n");
            schema.Append($"  next M{(i + 1) % Length} @relation(\"r{i}\", fields: [x], references: [id])\n");
            schema.Append($"  back M{(i + Length - 1) % Length}[] @relation(\"r{(i + Length - 1) % Length}\")\n}}\n");
        }

        Validate(schema.ToString(), provider: Provider.SqlServer).Found.Select(found => found.Detail).Should()
            .HaveCount(Length).And.OnlyContain(detail => detail == "cascade-cycle");
    }
}
