using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>The value of <c>@default</c>.</summary>
/// <param name="Expression">The expression as written.</param>
/// <param name="Attribute">The attribute that holds it.</param>
public sealed record DefaultValue(ExpressionSyntax Expression, AttributeSymbol Attribute)
{
    /// <summary>The function's name where the default is a call: <c>uuid</c>; otherwise <see langword="null"/>.</summary>
    public string? Function => (Expression as CallExpressionSyntax)?.Name.Text;

    /// <summary>The first argument of the function as text: digits, or the decoded string.</summary>
    public string? FunctionArgument =>
        Expression is CallExpressionSyntax { Arguments: { Count: > 0 } arguments } && arguments[0].Value is LiteralExpressionSyntax literal
            ? literal.Value
            : null;

    /// <summary>The literal's text: decoded string, digits, or a constant's name; otherwise <see langword="null"/>.</summary>
    public string? Literal => Expression switch
    {
        LiteralExpressionSyntax literal => literal.Value,
        PathExpressionSyntax path => path.Name.Text,
        _ => null,
    };

    /// <summary>
    /// The column's values are made by a generator: autoincrement, uuid, cuid, ulid, nanoid, auto, sequence (in contracts also cuid2, ksuid), or a
    /// database expression that draws a UUID or a sequence number.
    /// </summary>
    public bool IsGeneratedIdentifier => Function switch
    {
        "autoincrement" or "uuid" or "cuid" or "ulid" or "nanoid" or "auto" or "sequence" or "cuid2" or "ksuid" => true,
        "dbgenerated" => FunctionArgument is { } sql
            && (Has(sql, "uuid") || Has(sql, "nextval") || Has(sql, "identity") || Has(sql, "unique_rowid")
                || Has(sql, "newid") || Has(sql, "newsequentialid")),
        _ => false,
    };

    private static bool Has(string text, string part) => text.Contains(part, System.StringComparison.OrdinalIgnoreCase);
}
