using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Reporting.Diagrams;

namespace PrismaLint.Tests.Reporting.Diagrams;

public sealed class TextWidthTests
{
    [Test]
    public void Wide_letters_are_wider() => TextWidth.Of("WWW", 12).Should().BeGreaterThan(TextWidth.Of("iii", 12) * 3);

    [Test]
    public void A_text_that_fits_stays() => TextWidth.Fit("season", 100, 12).Should().Be("season");

    [Test]
    public void A_text_that_does_not_fit_is_cut_to_the_limit()
    {
        var cut = TextWidth.Fit("individuallivescoringsession", 80, 12);
        cut.Should().StartWith("individual").And.EndWith("…");
        TextWidth.Of(cut, 12).Should().BeLessThanOrEqualTo(80);
    }

    [Test]
    public void No_character_is_cut_in_two() => TextWidth.Fit("😀😀😀😀", 40, 12).Should().MatchRegex("^(😀)*…$");
}
