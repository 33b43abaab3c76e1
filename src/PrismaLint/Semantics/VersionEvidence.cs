using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Semantics;

/// <summary>What the text of a schema says about the line of Prisma it is written for.</summary>
internal static class VersionEvidence
{
    private const string Keyword = "datasource";

    /// <summary>The line that the files show, or <see cref="PrismaVersion.Unknown"/> without a datasource.</summary>
    public static PrismaVersion Find(IReadOnlyList<SourceText> files)
    {
        if (files.Any(file => IsPrisma8Contract(file.Content)))
            return PrismaVersion.V8;
        var datasources = files.Where(file => HasDatasource(file.Content)).ToArray();
        if (datasources.Length == 0)
            return PrismaVersion.Unknown;
        return datasources.Any(file => HasDatasourceProperty(file.Content, "url")) ? PrismaVersion.V6 : PrismaVersion.V7;
    }

    /// <summary>The text declares a datasource; looks at lines, without parsing.</summary>
    public static bool HasDatasource(string content) => FindDatasource(content) >= 0;

    // Offset behind the `{` of the first datasource, or -1.
    private static int FindDatasource(string content)
    {
        if (content.IndexOf(Keyword, StringComparison.Ordinal) < 0)
            return -1;
        var startsDeclaration = true;
        var position = 0;
        while (position < content.Length)
        {
            var c = content[position];
            if (SyntaxFacts.IsLineBreak(c) || c == '}')
            {
                startsDeclaration = true;
                position++;
            }
            else if (SyntaxFacts.IsBlank(c) || c == '\uFEFF')
            {
                position++;
            }
            else if (c == '/' && position + 1 < content.Length && content[position + 1] is '/' or '*')
            {
                position = SkipComment(content, position);
            }
            else if (c == '"')
            {
                startsDeclaration = false;
                position = SkipString(content, position);
            }
            else
            {
                if (startsDeclaration && FindOpenBrace(content, position) is > 0 and var brace)
                    return brace + 1;
                startsDeclaration = false;
                position++;
            }
        }
        return -1;
    }

    // Offset of the brace in `datasource name {`, or -1.
    private static int FindOpenBrace(string content, int position)
    {
        if (string.CompareOrdinal(content, position, Keyword, 0, Keyword.Length) != 0)
            return -1;
        position += Keyword.Length;
        if (position == content.Length || !SyntaxFacts.IsBlank(content[position]))
            return -1;
        while (position < content.Length && !SyntaxFacts.IsLineBreak(content[position]) && content[position] is not ('/' or '"' or '@' or '?' or '['))
        {
            if (content[position] == '{')
                return position;
            position++;
        }
        return -1;
    }

    private static int SkipComment(string content, int position)
    {
        if (content[position + 1] == '*')
        {
            var close = content.IndexOf("*/", position + 2, StringComparison.Ordinal);
            return close < 0 ? content.Length : close + 2;
        }
        while (position < content.Length && !SyntaxFacts.IsLineBreak(content[position]))
            position++;
        return position;
    }

    private static int SkipString(string content, int position)
    {
        position++;
        while (position < content.Length && content[position] != '"' && !SyntaxFacts.IsLineBreak(content[position]))
            position += content[position] == '\\' && position + 1 < content.Length ? 2 : 1;
        return position < content.Length && content[position] == '"' ? position + 1 : Math.Min(position, content.Length);
    }

    private static bool HasDatasourceProperty(string content, string name)
    {
        var position = FindDatasource(content);
        var close = content.IndexOf('}', position);
        foreach (var line in content.Substring(position, (close < 0 ? content.Length : close) - position).Split('\n', '\r'))
        {
            var text = line.Trim();
            if (text.StartsWith(name, StringComparison.Ordinal) && text.Substring(name.Length).TrimStart().StartsWith('='))
                return true;
        }
        return false;
    }

    /// <summary>The file begins with <c>// use prisma-8</c> or <c>// use prisma-next</c>, and so is of the other dialect.</summary>
    public static bool IsPrisma8Contract(string content) => ContractDirective.StandsIn(content);
}
