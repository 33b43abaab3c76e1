using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Tests.Rules.Shared;

/// <summary>The expectations are what prisma-lint 0.13.1 itself gives.</summary>
public sealed class PrismaLintNamesTests
{
    [TestCase("user", "user", "user", "User")]
    [TestCase("UserRole", "user_role", "userRole", "UserRole")]
    [TestCase("APIKey", "a_p_i_key", "apikey", "Apikey")]
    [TestCase("userID2", "user_i_d_2", "userId2", "UserId2")]
    [TestCase("v1_2", "v_1_2", "v12", "V12")]
    [TestCase("ABC_1", "abc_1", "abc1", "Abc1")]
    [TestCase("type__", "type_", "type", "Type")]
    [TestCase("user_Name", "user_name", "userName", "UserName")]
    public void Convert_as_prisma_lint_does(string name, string snake, string camel, string pascal)
    {
        PrismaLintNames.ToSnakeCase(name, []).Should().Be(snake);
        PrismaLintNames.ToCamelCase(name, []).Should().Be(camel);
        PrismaLintNames.ToPascalCase(name, []).Should().Be(pascal);
    }

    [TestCase("GraphQLPersistedQuery", "graphql_persisted_query")]
    [TestCase("myGraphQL", "my_graphql")]
    [TestCase("OAuth2Token", "oauth_2_token")]
    [TestCase("graphQLQuery", "graph_q_l_query")]
    public void Keep_compound_words_together(string name, string snake) =>
        PrismaLintNames.ToSnakeCase(name, ["GraphQL", "OAuth"]).Should().Be(snake);

    [Test]
    public void Leave_a_prefix_out() => PrismaLintNames.ToSnakeCase("DbUserRole", [], "Db").Should().Be("user_role");

    [TestCase("User", true, false)]
    [TestCase("userName2", false, true)]
    [TestCase("user_name", false, false)]
    [TestCase("", false, false)]
    public void Tell_cases(string name, bool isPascal, bool isCamel)
    {
        PrismaLintNames.IsPascalCase(name).Should().Be(isPascal);
        PrismaLintNames.IsCamelCase(name).Should().Be(isCamel);
    }
}
