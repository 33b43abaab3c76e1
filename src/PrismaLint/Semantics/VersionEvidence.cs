using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Semantics;

/// <summary>What the text of a schema says about the line of Prisma it is written for.</summary>
internal static class VersionEvidence
{
    /// <summary>The line that the files show, or <see cref="PrismaVersion.Unknown"/> without a datasource.</summary>
    public static PrismaVersion Find(IReadOnlyList<SourceText> files)
    {
        if (files.Any(file => IsPrisma8Contract(file.Content)))
            return PrismaVersion.V8;
        return PrismaVersion.Unknown;
    }

    /// <summary>The file begins with <c>// use prisma-8</c> or <c>// use prisma-next</c>, and so is of the other dialect.</summary>
    public static bool IsPrisma8Contract(string content)
    {
        var position = 0;
        while (position < content.Length && (SyntaxFacts.IsBlank(content[position]) || SyntaxFacts.IsLineBreak(content[position])))
            position++;
        if (!Accept("//"))
            return false;
        SkipSpaces();
        if (!Accept("use") || SkipSpaces() == 0)
            return false;
        if (!Accept("prisma-8") && !Accept("prisma-next"))
            return false;
        return position == content.Length || SyntaxFacts.IsBlank(content[position]) || SyntaxFacts.IsLineBreak(content[position]);

        bool Accept(string word)
        {
            if (string.CompareOrdinal(content, position, word, 0, word.Length) != 0)
                return false;
            position += word.Length;
            return true;
        }

        int SkipSpaces()
        {
            var start = position;
            while (position < content.Length && content[position] == ' ')
                position++;
            return position - start;
        }
    }
}
