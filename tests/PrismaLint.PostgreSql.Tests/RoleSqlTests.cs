using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.PostgreSql.Tests;

public sealed class RoleSqlTests
{
    [Test]
    public void Writes_names_as_names_and_no_password()
    {
        var sql = RoleSql.Write("my\"role", ["public", "Sales", "public"], "user");

        sql.Should().Contain("create role \"my\"\"role\" login connection limit 2;")
            .And.Contain("grant connect on database \"user\" to \"my\"\"role\";")
            .And.Contain("grant select on all sequences in schema \"Sales\" to \"my\"\"role\";")
            .And.Contain("revoke all on function prismalint.column_stats() from public;")
            .And.NotContain("password '");
        sql.Split("in schema public").Should().HaveCount(3);
    }
}
