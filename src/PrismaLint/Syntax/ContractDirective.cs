using System;

namespace PrismaLint.Syntax;

/// <summary>The first line of a Prisma 8 contract, which tells its language from that of a schema.</summary>
internal static class ContractDirective
{
    /// <summary>The text begins with <c>// use prisma-8</c> or <c>// use prisma-next</c>.</summary>
    public static bool StandsIn(string content)
    {
        var position = 0;
        while (position < content.Length && IsSpace(content[position]))
            position++;
        if (!Accept("//"))
            return false;
        SkipBlanks();
        if (!Accept("use") || SkipBlanks() == 0)
            return false;
        if (!Accept("prisma-8") && !Accept("prisma-next"))
            return false;
        return position == content.Length || IsSpace(content[position]);

        bool Accept(string word)
        {
            if (string.CompareOrdinal(content, position, word, 0, word.Length) != 0)
                return false;
            position += word.Length;
            return true;
        }

        int SkipBlanks()
        {
            var start = position;
            while (position < content.Length && content[position] == ' ')
                position++;
            return position - start;
        }
    }

    // What JavaScript takes for white space: Prisma asks with a regular expression.
    private static bool IsSpace(char c) => c == '\uFEFF' || (c != '\u0085' && char.IsWhiteSpace(c));
}
