using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Sql;

namespace PrismaLint.Tests.Sql;

public sealed class ExpressionTextTests
{
    [TestCase("now() + interval '1 day'", "(now() + '1 day'::interval)")]
    [TestCase("CURRENT_TIMESTAMP + INTERVAL '90 minutes'", "(CURRENT_TIMESTAMP + '01:30:00'::interval)")]
    [TestCase("interval '1 year 2 weeks'", "'1 year 14 days'::interval")]
    [TestCase("1+1", "(1 + 1)")]
    [TestCase("md5(random()::text)", "md5((random())::text)")]
    [TestCase("gen_random_uuid()", "public.gen_random_uuid()")]
    [TestCase("timezone('UTC', now())", "(now() AT TIME ZONE 'utc'::text)")]
    [TestCase("CAST('5' AS integer)", "5")]
    [TestCase("-5", "'-5'::integer")]
    [TestCase("0.10", "0.1")]
    [TestCase("a in ('x', 'y')", "((a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))")]
    [TestCase("a not in (1, 2)", "(a <> ALL (ARRAY[1, 2]))")]
    [TestCase("name not like 'a%' and x != 1", "((name !~~ 'a%'::text) AND (x <> 1))")]
    [TestCase("n between 1 and 9", "((n >= 1) AND (n <= 9))")]
    [TestCase("at > date '2020-01-01'", "(at > '2020-01-01'::date)")]
    [TestCase("at > '2020-01-01'", "(at > '2020-01-01 00:00:00'::timestamp without time zone)")]
    [TestCase("E'it\\'s'", "'it''s'::text")]
    [TestCase("'{a,b}'::text[]", "ARRAY['a'::text, 'b'::text]")]
    [TestCase("'t'::boolean", "true")]
    [TestCase("coalesce(\"Name\", '')", "COALESCE(\"Name\", ''::character varying)")]
    [TestCase("nextval('s'::regclass)", "nextval('public.\"s\"'::regclass)")]
    public void Takes_spellings_for_equal(string written, string printed) => ExpressionText.AreEqual(written, printed).Should().BeTrue(ExpressionText.Parse(written) + " | " + ExpressionText.Parse(printed));

    [TestCase("1 + 2", "1 + 3")]
    [TestCase("'a'", "'A'")]
    [TestCase("\"Name\" = 1", "name = 1")]
    [TestCase("lower(a)", "upper(a)")]
    [TestCase("a = 1 OR b = 2", "a = 1 AND b = 2")]
    [TestCase("interval '1 day'", "interval '24 hours'")]
    public void Tells_others_apart(string one, string other) => ExpressionText.AreEqualConditions(one, other).Should().BeFalse();

    [Test]
    public void Does_not_care_for_the_order_of_what_AND_joins() =>
        ExpressionText.AreEqualConditions("a = 1 AND b IS NULL", "((b IS NULL) AND (a = 1))").Should().BeTrue();

    [TestCase("")]
    [TestCase("'open")]
    [TestCase("((")]
    [TestCase("a::")]
    [TestCase("cast(")]
    [TestCase("x between 1")]
    [TestCase("\"")]
    [TestCase("))")]
    public void Never_fails(string text) => ExpressionText.Parse(text).Should().NotBeNull();
}
