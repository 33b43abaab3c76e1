using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Semantics;

namespace PrismaLint.Tests.Semantics;

public sealed class IndexCoverageTests
{
    [TestCase("a", "a", CoverageMode.Set, true)]
    [TestCase("a b", "a", CoverageMode.Set, true)]
    [TestCase("b a", "a", CoverageMode.Set, false)]
    [TestCase("b a c", "a b", CoverageMode.Set, true)]
    [TestCase("b a c", "a b", CoverageMode.Strict, false)]
    [TestCase("a c b", "a b", CoverageMode.Set, false)]
    [TestCase("b", "a b", CoverageMode.Set, false)]
    [TestCase("b", "a b", CoverageMode.Leading, true)]
    [TestCase("c a", "a b", CoverageMode.Leading, false)]
    public void Looks_at_the_first_columns_of_a_B_tree(string columns, string key, CoverageMode mode, bool covers) =>
        IndexCoverage.Covers(Index(IndexKind.Index, IndexMethod.BTree, columns), key.Split(' '), mode).Should().Be(covers);

    [Test]
    public void Takes_a_unique_over_a_part_of_the_key_for_enough() =>
        IndexCoverage.Covers(Index(IndexKind.Unique, IndexMethod.BTree, "b"), ["a", "b"]).Should().BeTrue();

    [TestCase(IndexMethod.Hash, "a", true)]
    [TestCase(IndexMethod.Gin, "a", false)]
    [TestCase(IndexMethod.Gist, "a", false)]
    [TestCase(IndexMethod.Brin, "a", false)]
    public void Knows_which_methods_look_up_by_equality(IndexMethod method, string columns, bool covers) =>
        IndexCoverage.Covers(Index(IndexKind.Index, method, columns), ["a"]).Should().Be(covers);

    [Test]
    public void Accepts_a_condition_only_where_it_leaves_out_rows_without_key()
    {
        var partial = Index(IndexKind.Index, IndexMethod.BTree, "a b") with { Predicate = "…" };

        IndexCoverage.Covers(partial, ["a"]).Should().BeFalse();
        IndexCoverage.Covers(partial with { NotNullColumns = ["a"] }, ["a"]).Should().BeTrue();
        IndexCoverage.Covers(partial with { NotNullColumns = ["b"] }, ["a"]).Should().BeFalse();
    }

    [Test]
    public void Never_counts_a_full_text_index() =>
        IndexCoverage.Covers(Index(IndexKind.Fulltext, IndexMethod.BTree, "a"), ["a"]).Should().BeFalse();

    private static IndexShape Index(IndexKind kind, IndexMethod method, string columns) =>
        new(kind, method, [.. columns.Split(' ').Select(name => new IndexShapeColumn(name))]);
}
