using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Database.Security;

namespace PrismaLint.Tests.Rules.Database.Security;

/// <summary>The texts are what <c>pg_get_expr</c> printed.</summary>
public sealed class PolicyExpressionTests
{
    [TestCase("true", true)]
    [TestCase("(true)", true)]
    [TestCase("(1 = 1)", true)]
    [TestCase("('a'::text = 'a'::text)", true)]
    [TestCase("((tenant_id = 1) OR true)", true)]
    [TestCase("(true AND (1 = 1))", true)]
    [TestCase("(NOT false)", true)]
    [TestCase("false", false)]
    [TestCase("(1 = 2)", false)]
    [TestCase("(is_public = true)", false)]
    [TestCase("is_public", false)]
    [TestCase("(NULL::text = NULL::text)", false)]
    [TestCase("((tenant_id = 1) AND true)", false)]
    [TestCase("( SELECT true AS bool)", false)]
    [TestCase("(tenant_id = (current_setting('app.tenant'::text))::uuid)", false)]
    [TestCase("((", false)]
    public void Knows_what_always_holds(string text, bool expected) => Parse(text).IsAlwaysTrue.Should().Be(expected);

    [TestCase("(tenant_id = 1)", "tenant_id", true)]
    [TestCase("(\"tenantId\" = 1)", "tenantId", true)]
    [TestCase("(EXISTS ( SELECT 1\n   FROM projects p\n  WHERE ((p.id = tasks.project_id) AND (p.tenant_id = 1))))", "tenant_id", true)]
    [TestCase("(status = current_setting('app.tenant_id'::text))", "tenant_id", false)]
    [TestCase("(\"TENANT_ID\" = 1)", "tenant_id", false)]
    [TestCase("tenant_id(5)", "tenant_id", false)]
    [TestCase("(id = ( SELECT 5 AS tenant_id))", "tenant_id", false)]
    [TestCase("(id = (5)::tenant_id)", "tenant_id", false)]
    public void Finds_a_column(string text, string column, bool expected) => Parse(text).Names(column).Should().Be(expected);

    [TestCase("(tenant_id = (current_setting('app.tenant'::text))::uuid)", "current_setting()")]
    [TestCase("(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)", "current_setting()")]
    [TestCase("(user_id = auth.uid())", "auth.uid()")]
    [TestCase("((auth.jwt() ->> 'org'::text) = org_id)", "auth.jwt()")]
    [TestCase("(EXISTS ( SELECT 1\n   FROM members m\n  WHERE ((m.org_id = tasks.org_id) AND (m.user_id = auth.uid()))))", "auth.uid()")]
    [TestCase("(tenant_id = ( SELECT (current_setting('app.tenant'::text))::uuid AS current_setting))", "")]
    [TestCase("(tenant_id = (( SELECT current_setting('app.tenant'::text) AS current_setting))::uuid)", "")]
    [TestCase("(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid AS \"nullif\"))", "")]
    [TestCase("(user_id = ( SELECT auth.uid() AS uid))", "")]
    [TestCase("(org_id IN ( SELECT m.org_id\n   FROM members m\n  WHERE (m.user_id = auth.uid())))", "")]
    [TestCase("(EXISTS ( SELECT 1\n   FROM members m\n  WHERE ((m.org_id = tasks.org_id) AND (m.user_id = ( SELECT auth.uid() AS uid)))))", "")]
    [TestCase("(owner = 'current_setting()'::text)", "")]
    [TestCase("(current_setting = 1)", "")]
    public void Finds_calls_for_each_row(string text, string expected) => string.Join(",", Parse(text).CallsPerRow("tasks")).Should().Be(expected);

    [TestCase("(tenant_id = (current_setting('app.tenant'::text))::uuid)", "tenant_id:True")]
    [TestCase("((tenant_id)::text = ( SELECT current_setting('app.tenant'::text) AS current_setting))", "tenant_id:True")]
    [TestCase("(( SELECT auth.uid() AS uid) = tasks.user_id)", "user_id:True")]
    [TestCase("((owner = CURRENT_USER) AND (kind = 'x'::text))", "owner:True,kind:False")]
    [TestCase("(lower(email) = current_setting('app.email'::text))", "")]
    [TestCase("(EXISTS ( SELECT 1\n   FROM members m\n  WHERE (m.user_id = auth.uid())))", "")]
    public void Finds_what_is_compared(string text, string expected) =>
        string.Join(",", Parse(text).Equalities("tasks").Select(equality => $"{equality.Column}:{equality.IsToSession}")).Should().Be(expected);

    [TestCase("(EXISTS ( SELECT 1\n   FROM projects\n  WHERE (projects.id = tasks.project_id)))", "projects", true)]
    [TestCase("(EXISTS ( SELECT 1\n   FROM (app.\"Project\" p\n     JOIN x ON ((x.id = p.id)))))", "Project", true)]
    [TestCase("(EXISTS ( SELECT 1\n   FROM members m\n  WHERE (m.project_id = tasks.project_id)))", "tasks", false)]
    [TestCase("(projects = 1)", "projects", false)]
    public void Finds_the_tables_that_are_read(string text, string table, bool expected) => Parse(text).Reads(table).Should().Be(expected);

    [Test]
    public void Is_none_without_a_text()
    {
        PolicyExpression.Parse(null).Should().BeNull();
        PolicyExpression.Parse(" ").Should().BeNull();
    }

    private static PolicyExpression Parse(string text) => PolicyExpression.Parse(text) ?? throw new AssertionException("no expression");
}
