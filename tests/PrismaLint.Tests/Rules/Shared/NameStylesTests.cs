using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Tests.Rules.Shared;

public sealed class NameStylesTests
{
    [TestCase("user", "Flat")]
    [TestCase("User", "Flat")]
    [TestCase("SKU", "Flat")]
    [TestCase("type_", "Flat")]
    [TestCase("v1_2", "Flat")]
    [TestCase("userRole", "Camel")]
    [TestCase("userID", "Camel")]
    [TestCase("UserRole", "Pascal")]
    [TestCase("GPSQuality", "Pascal")]
    [TestCase("user_role", "Snake")]
    [TestCase("line_2", "Snake")]
    [TestCase("USER_ROLE", "Upper")]
    [TestCase("User_role", "Mixed")]
    [TestCase("userName_old", "Mixed")]
    public void Tells_the_style_of_a_name(string name, string style) => NameStyles.Of(name).ToString().Should().Be(style);

    [TestCase("oauth_client", "OauthClient", "oauthClient", "oauth_client", "OAUTH_CLIENT")]
    [TestCase("APIKey", "ApiKey", "apiKey", "api_key", "API_KEY")]
    [TestCase("addressLine2", "AddressLine2", "addressLine2", "address_line2", "ADDRESS_LINE2")]
    [TestCase("address_line_2", "AddressLine2", "addressLine2", "address_line2", "ADDRESS_LINE2")]
    [TestCase("user_v1_2", "UserV1_2", "userV1_2", "user_v1_2", "USER_V1_2")]
    public void Joins_the_words_in_another_style(string name, string pascal, string camel, string snake, string upper)
    {
        NameStyles.Convert(name, NameStyle.Pascal).Should().Be(pascal);
        NameStyles.Convert(name, NameStyle.Camel).Should().Be(camel);
        NameStyles.Convert(name, NameStyle.Snake).Should().Be(snake);
        NameStyles.Convert(name, NameStyle.Upper).Should().Be(upper);
    }

    [TestCase(17, 3, true)]
    [TestCase(16, 3, false)]
    [TestCase(7, 0, false)]
    [TestCase(8, 0, true)]
    public void Takes_85_of_100_of_at_least_eight_names_for_a_style(int pascal, int snake, bool dominant)
    {
        var names = Enumerable.Repeat("UserRole", pascal).Concat(Enumerable.Repeat("user_role", snake)).Concat(Enumerable.Repeat("user", 50));

        NameStyles.FindDominant(names).Should().Be(dominant ? new DominantStyle(NameStyle.Pascal, pascal, pascal + snake) : null);
    }

    [Test]
    public void Finds_no_style_in_names_that_mix_two() => NameStyles.FindDominant(Enumerable.Repeat("User_role", 20)).Should().BeNull();
}
