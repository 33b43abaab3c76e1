using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Sql;
using PrismaLint.Sql.Parsing;

namespace PrismaLint.Tests.Sql;

public sealed class SqlTextTests
{
    [TestCase("select * from t where a = $1 and b = 'x'", "select * from t where a = $1 and b = ?")]
    [TestCase("select 'it''s', E'a\\'b', e'x', U&'d\\0061', b'01', N'n', x'1F'", "select ?, ?, ?, ?, ?, ?, ?")]
    [TestCase("select $$a 'b$$, $tag$x $$ y$tag$, $1", "select ?, ?, $1")]
    [TestCase("select 1, 1.5, .5, 1e-10, 0xFF, 1_000, t1.c2, \"3 x\" from t1", "select ?, ?, ?, ?, ?, ?, t1.c2, \"3 x\" from t1")]
    [TestCase("select a -- secret\nfrom t /* secret /* nested */ secret */ where b", "select a  \nfrom t   where b")]
    [TestCase("select '/* no comment */', \"a--b\" from t", "select ?, \"a--b\" from t")]
    [TestCase("select 'cut of", "select ?")]
    [TestCase("select $x$cut of", "select ?")]
    [TestCase("select a /* cut of", "select a")]
    [TestCase("select \"cut of", "select \"cut of")]
    [TestCase("select data->>'key', name'x', col_e'x'", "select data->>?, name?, col_e?")]
    [TestCase("update t set a = -5 where b in ($1, $2, 3)", "update t set a = -? where b in ($1, $2, ?)")]
    [TestCase("select ändern1 from \"T\" where x = '\\'", "select ändern1 from \"T\" where x = ?")]
    public void Literals_and_comments_go(string sql, string text) => SqlText.WithoutLiterals(sql).Should().Be(text);

    [TestCase("a=-1 and b<>+c", "a = - 1 and b <> + c")]
    [TestCase("a @- b", "a @- b")]
    [TestCase("E'it\\'s\\n' || $x$don't$x$", "it's\n || don't")]
    [TestCase("'it''s' || U&\"d\"\"e\" || \"cut", "it's || d\"e || cut")]
    public void Tokens_say_what_is_meant(string sql, string tokens) => string.Join(' ', SqlTokens.Read(sql).Select(token => token.Text)).Should().Be(tokens);

    [Test]
    public void Signs_without_end_are_read_in_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("+-", 500_000)) + "1";
        SqlTokens.Read(text).Should().HaveCountGreaterThan(1000);
    }
}
