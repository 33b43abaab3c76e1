using System;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;

namespace PrismaLint.Validation.Meaning;

/// <summary>Arguments of native types, and native types inside the text of <c>Unsupported</c>.</summary>
internal static class NativeTypeText
{
    /// <summary>The native type that a text names, with arguments that it can take; whatever stands behind them is ignored.</summary>
    public static (NativeTypeFacts Type, string[] Arguments)? Read(ConnectorFacts connector, string text)
    {
        var open = text.IndexOf('(');
        if (open == 0)
            return null;
        var name = (open < 0 ? text : text.Substring(0, open)).Trim();
        if (connector.FindNativeType(name) is not { } type)
            return null;
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        if (close < 0 || TakesNone(type))
            return TakesNone(type) || type.RequiredArguments == 0 ? (type, []) : null;
        string[] arguments = [.. text.Substring(open + 1, close - open - 1).Split(',').Select(argument => argument.Trim())];
        return IsReadable(type, arguments) ? (type, arguments) : null;
    }

    /// <summary>The arguments have the number and form that the type takes, whatever their values.</summary>
    public static bool IsReadable(NativeTypeFacts type, System.Collections.Generic.IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
            return type.RequiredArguments == 0;
        if (arguments.Count != type.RequiredArguments + type.OptionalArguments)
            return false;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (Number(type, arguments[i]) is null && !IsMax(type, arguments[i]))
                return false;
        }

        return true;
    }

    /// <summary>The value of an argument; <see langword="null"/> where it is no number that the type can read.</summary>
    public static uint? Number(NativeTypeFacts type, string argument) =>
        uint.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (!type.AcceptsMax || number <= ushort.MaxValue)
            ? number
            : null;

    public static bool IsMax(NativeTypeFacts type, string argument) =>
        type.AcceptsMax && string.Equals(argument, "max", StringComparison.OrdinalIgnoreCase);

    private static bool TakesNone(NativeTypeFacts type) => type.RequiredArguments + type.OptionalArguments == 0;
}
