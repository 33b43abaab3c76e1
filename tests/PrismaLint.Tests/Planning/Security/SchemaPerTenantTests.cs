using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Tests.Planning.Security;

/// <summary>A database schema for each tenant, as far as anything shows it.</summary>
public sealed class SchemaPerTenantTests
{
    private static readonly string[] s_tables = ["User", "Order", "Item"];

    [Test]
    public void Schemas_that_the_datasource_spans_with_the_same_tables_are_said()
    {
        var models = string.Concat(new[] { "north", "south" }.SelectMany(schema => s_tables.Select(table => $"model {table}{schema} {{\n  id Int @id\n  @@map(\"{table}\")\n  @@schema(\"{schema}\")\n}}\n")));
        Text(models).Should().Contain("`@@schema` puts tables of the same names (`User`, `Order`, `Item`) into `north`, `south`: a schema for each tenant").And.NotContain("search_path");
    }

    [Test]
    public void One_table_in_two_schemas_is_a_coincidence() =>
        Text("model A {\n  id Int @id\n  @@map(\"User\")\n  @@schema(\"north\")\n}\nmodel B {\n  id Int @id\n  @@map(\"User\")\n  @@schema(\"south\")\n}\n").Should().NotContain("puts tables of the same names");

    [Test]
    public void Schemas_of_the_snapshot_with_the_same_tables_are_said()
    {
        var plan = new PlanCase(string.Concat(s_tables.Select(table => $"model {table} {{\n  id Int @id\n}}\n")))
        {
            Database = database =>
            {
                foreach (var table in s_tables)
                    database.AddTable(table, "tenant_7").AddColumn("id", "integer");
            },
        };
        plan.Texts(6).Should().Contain(text => text.StartsWith("The database schemas `public`, `tenant_7` hold tables of the same names"));
    }

    private static string Text(string models)
    {
        const string Datasource = "datasource db {\n  provider = \"postgresql\"\n  schemas  = [\"north\", \"south\"]\n}\n";
        var result = Planner.Create(new PlanRequest(SchemaSource.FromText("schema.prisma", Datasource + models)) { Sections = [6] });
        return result.Document is { } document ? PlanMarkdown.Write(document) : string.Join("\n", result.Errors.Select(error => error.Message));
    }
}
