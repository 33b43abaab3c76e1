using System;
using PrismaLint.Text;
using Superpower.Model;

namespace PrismaLint.Syntax.Parsing;

/// <summary>The line that opens a block, or what comes near it.</summary>
/// <param name="Kind">The kind of the block; an alias; <see cref="SyntaxKind.None"/> for a word that opens nothing.</param>
/// <param name="Keyword">The keyword, or the word in its place.</param>
/// <param name="Name">The name, missing without one.</param>
/// <param name="OpenBrace">The brace, or the equals sign of an alias; missing without either.</param>
internal sealed record BlockHeader(SyntaxKind Kind, SyntaxToken Keyword, SyntaxToken Name, SyntaxToken OpenBrace)
{
    private static readonly (string Word, SyntaxKind Keyword, SyntaxKind Block)[] s_keywords =
    [
        ("model", SyntaxKind.ModelKeyword, SyntaxKind.ModelDeclaration),
        ("enum", SyntaxKind.EnumKeyword, SyntaxKind.EnumDeclaration),
        ("type", SyntaxKind.TypeKeyword, SyntaxKind.CompositeTypeDeclaration),
        ("view", SyntaxKind.ViewKeyword, SyntaxKind.ViewDeclaration),
        ("datasource", SyntaxKind.DatasourceKeyword, SyntaxKind.DatasourceDeclaration),
        ("generator", SyntaxKind.GeneratorKeyword, SyntaxKind.GeneratorDeclaration),
    ];

    /// <summary>The header that a line begins with; <see langword="null"/> where it does not begin with a word.</summary>
    public static BlockHeader? Read(Token<SyntaxToken>[] tokens)
    {
        var word = tokens[0].Kind;
        if (!MemberGrammar.IsIdentifier(word))
            return null;
        foreach (var (text, keyword, block) in s_keywords)
        {
            if (!word.Text.StartsWith(text, StringComparison.Ordinal))
                continue;
            // A keyword needs no blank behind it: `modelA {` declares `A`.
            SyntaxToken name;
            int next;
            if (word.Text.Length == text.Length)
            {
                name = tokens[1].Kind;
                next = 2;
                if (!MemberGrammar.IsIdentifier(name))
                    break;
            }
            else
            {
                if (!(SyntaxFacts.IsAsciiDigit(word.Text[text.Length]) || SyntaxFacts.LetterLength(word.Text, text.Length) > 0))
                    break;
                name = new SyntaxToken(SyntaxKind.IdentifierToken, word.Start + text.Length, word.Text.Substring(text.Length));
                next = 1;
            }
            var mark = tokens[next].Kind;
            var keywordToken = new SyntaxToken(keyword, word.Start, text);
            if (mark.Kind == SyntaxKind.OpenBraceToken)
                return new BlockHeader(block, keywordToken, name, mark);
            if (mark.Kind == SyntaxKind.EqualsToken && keyword == SyntaxKind.TypeKeyword)
                return new BlockHeader(SyntaxKind.TypeAlias, keywordToken, name, mark);
            break;
        }
        if (tokens[1].Kind.Kind == SyntaxKind.OpenBraceToken)
            return new BlockHeader(SyntaxKind.UnknownBlock, word, default, tokens[1].Kind);
        // `modle A {`: to Prisma every line of it is an error of its own.
        return MemberGrammar.IsIdentifier(tokens[1].Kind) && tokens[2].Kind.Kind == SyntaxKind.OpenBraceToken && !SyntaxFacts.IsBlockKeyword(word.Text)
            ? new BlockHeader(SyntaxKind.UnknownBlock, word, tokens[1].Kind, tokens[2].Kind)
            : new BlockHeader(SyntaxKind.None, word, default, default);
    }

    /// <summary>The keyword with a slip or two in it; <see langword="null"/> where none is near.</summary>
    public static string? NearestKeyword(string word)
    {
        foreach (var (text, _, _) in s_keywords)
        {
            if (NearestName.Distance(word.ToLowerInvariant(), text) <= (text.Length > 6 ? 3 : 2))
                return text;
        }
        return null;
    }

    /// <summary>Keyword, blanks, name, blanks, brace: inside a block a header like that is never a member.</summary>
    public static bool StandsAt(string text, int start)
    {
        foreach (var (word, _, _) in s_keywords)
        {
            if (text[start] != word[0] || string.CompareOrdinal(text, start, word, 0, word.Length) != 0)
                continue;
            var position = start + word.Length;
            if (position >= text.Length || !SyntaxFacts.IsBlank(text[position]))
                return false;
            while (position < text.Length && SyntaxFacts.IsBlank(text[position]))
                position++;
            var nameStart = position;
            while (position < text.Length && (text[position] is '_' or '-' || char.IsLetterOrDigit(text[position])))
                position++;
            if (position == nameStart)
                return false;
            while (position < text.Length && SyntaxFacts.IsBlank(text[position]))
                position++;
            return position < text.Length && text[position] == '{';
        }
        return false;
    }

    /// <summary>The same with the keyword that was meant.</summary>
    public BlockHeader MeantAs(string meant)
    {
        foreach (var (text, keyword, block) in s_keywords)
        {
            if (text == meant)
                return this with { Kind = block, Keyword = new SyntaxToken(keyword, Keyword.Start, Keyword.Text) };
        }
        return this;
    }
}
