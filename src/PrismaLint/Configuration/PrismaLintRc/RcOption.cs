using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PrismaLint.Configuration.Data;
using PrismaLint.Rules;

namespace PrismaLint.Configuration.PrismaLintRc;

/// <summary>An option of a rule of prisma-lint.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expected">What its value is, for messages.</param>
/// <param name="Read">The value as the rules here take it; <see langword="null"/> where it is none.</param>
internal sealed record RcOption(string Name, string Expected, Func<DataNode, object?> Read)
{
    /// <summary>The rule means nothing without it.</summary>
    public bool IsRequired { get; init; }

    public static RcOption Flag(string name) =>
        new(name, "`true` or `false`", node => node.Kind == DataKind.Boolean ? node.IsTrue : null);

    public static RcOption Text(string name) =>
        new(name, "a text", node => node.Kind == DataKind.Text ? node.Text : null);

    public static RcOption Choice(string name, params string[] choices) => new(
        name,
        "one of " + string.Join(", ", choices.Select(choice => $"`{choice}`")),
        node => node.Kind == DataKind.Text && choices.Contains(node.Text) ? node.Text : null);

    public static RcOption Words(string name) => new(name, "a list of texts", node => Texts(node));

    /// <summary>Names as they are, and regular expressions between slashes.</summary>
    public static RcOption Names(string name) => new(name, "a list of names", node => Texts(node) is { } texts ? List(texts.Select(Literal)) : null);

    /// <summary>Regular expressions, between slashes as they are, else for the whole name.</summary>
    public static RcOption Expressions(string name, bool allowsOne = false) => new(
        name,
        allowsOne ? "a name or a list of names" : "a list of names",
        node => (allowsOne && node.Kind == DataKind.Text ? [node.Text] : Texts(node)) is { } texts ? List(texts.Select(Whole)) : null);

    public static RcOption Prefixes(string name) => new(name, "a text or a list of texts", node =>
    {
        if ((node.Kind == DataKind.Text ? [node.Text] : Texts(node)) is not { } texts)
            return null;
        try
        {
            return new Rules.Prefixes(texts);
        }
        catch (ArgumentException)
        {
            return null;
        }
    });

    /// <summary>A map of texts.</summary>
    public static RcOption Pairs(string name) => new(name, "a map of texts", node =>
        node.Kind == DataKind.Map && node.Members.All(member => member.Value.Kind == DataKind.Text)
            ? node.Members.GroupBy(member => member.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value.Text, StringComparer.Ordinal)
            : null);

    /// <summary>The pattern of a <see cref="NameList"/> that stands for a name and, between slashes, for an expression.</summary>
    public static string Literal(string text) => IsExpression(text) ? Expression(Inner(text)) : IsWord(text) ? text : Expression("^" + Regex.Escape(text) + "$");

    /// <summary>The pattern of a <see cref="NameList"/> for an expression; without slashes it has to match the whole name.</summary>
    public static string Whole(string text) => IsExpression(text) ? Expression(Inner(text)) : IsWord(text) ? text : Expression("^" + text + "$");

    public static NameList? List(IEnumerable<string> patterns)
    {
        try
        {
            return new NameList(patterns);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static IReadOnlyList<string>? Texts(DataNode node) =>
        node.Kind == DataKind.List && node.Items.All(item => item.Kind == DataKind.Text) ? [.. node.Items.Select(item => item.Text)] : null;

    private static bool IsExpression(string text) => text.Length > 1 && text[0] == '/' && text[text.Length - 1] == '/';

    private static string Inner(string text) => text.Substring(1, text.Length - 2);

    private static string Expression(string text) => "/" + (text.Length == 0 ? "(?:)" : text) + "/";

    private static bool IsWord(string text) => text.Length > 0 && text.All(c => c == '_' || Syntax.SyntaxFacts.IsAsciiLetter(c) || Syntax.SyntaxFacts.IsAsciiDigit(c));
}
