using System;
using System.Collections.Generic;

namespace PrismaLint.Validation;

/// <summary>Words that no model, view or enum can be named: those that JavaScript keeps for itself, and the client's class.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "PrismaClient", "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else",
        "enum", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let",
        "new", "null", "package", "private", "protected", "public", "return", "super", "switch", "this", "throw", "true", "try", "typeof",
        "using", "var", "void", "while", "with", "yield",
    };

    public static bool Contains(string name) => s_words.Contains(name);
}
