using System.Collections.Generic;
using System.Text;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.MSBuild.Tests;

public sealed class ContentHashTests
{
    [Test]
    public void Each_single_bit_counts()
    {
        var content = new byte[61];
        var seen = new HashSet<string> { Hash(content) };
        for (var bit = 0; bit < content.Length * 8; bit++)
        {
            content[bit / 8] ^= (byte)(1 << (bit % 8));
            seen.Add(Hash(content)).Should().BeTrue();
            content[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Test]
    public void Length_and_order_count()
    {
        var seen = new HashSet<string>();
        for (var length = 0; length < 40; length++)
            seen.Add(Hash(new byte[length])).Should().BeTrue();
        Hash(Encoding.ASCII.GetBytes("abcdefgh12345678")).Should().NotBe(Hash(Encoding.ASCII.GetBytes("12345678abcdefgh")));
    }

    [Test]
    public void Parts_do_not_flow_into_each_other()
    {
        Of("ab", "c").Should().NotBe(Of("a", "bc"));
        Of("a", "").Should().NotBe(Of("", "a"));
        Of("a", "b").Should().Be(Of("a", "b"));

        static string Of(string first, string second)
        {
            var hash = new ContentHash();
            hash.Add(first);
            hash.Add(second);
            return hash.ToString();
        }
    }

    private static string Hash(byte[] content)
    {
        var hash = new ContentHash();
        hash.Add(content);
        return hash.ToString();
    }
}
