using System;
using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary>
/// The arguments of one attribute while they are checked: each is taken by name, what is left over is unknown. One
/// instance serves all attributes of a schema in turn.
/// </summary>
internal sealed class ArgumentReader(ValidationContext context)
{
    private static readonly ValidationCheck s_unknown = Check("unknown-argument", "An argument that its attribute does not take");
    private static readonly ValidationCheck s_missing = Check("missing-argument", "An argument that its attribute needs is not there");
    private static readonly ValidationCheck s_repeated = Check("repeated-argument", "An argument is given twice by name");
    private static readonly ValidationCheck s_twofold = Check("argument-named-and-unnamed", "An argument is given with its name and without");
    private static readonly ValidationCheck s_severalUnnamed = Check("several-unnamed-arguments", "More than one argument has no name");
    private static readonly ValidationCheck s_withoutValue = Check("argument-without-value", "Nothing follows the colon of an argument");
    private static readonly ValidationCheck s_trailingComma = Check("trailing-comma", "A comma ends a list of arguments");
    private static readonly ValidationCheck s_emptyMap = Check("empty-map", "A constraint is mapped to the empty name");

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private bool[] _taken = new bool[8];
    private Symbol? _symbol;
    private AttributeSymbol? _attribute;

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        s_unknown, s_missing, s_repeated, s_twofold, s_severalUnnamed, s_withoutValue, s_trailingComma, s_emptyMap,
    ];

    public ValidationContext Context => context;

    /// <summary>The symbol that carries the attribute.</summary>
    public Symbol Symbol => _symbol ?? throw new InvalidOperationException("No attribute is open.");

    public AttributeSymbol Attribute => _attribute ?? throw new InvalidOperationException("No attribute is open.");

    private IReadOnlyList<ArgumentSyntax> Arguments => Attribute.Syntax.Arguments;

    /// <summary>
    /// Starts on an attribute and checks what holds for all of them. False where an argument lacks its value: Prisma then
    /// takes the attribute for absent.
    /// </summary>
    public bool Open(Symbol symbol, AttributeSymbol attribute)
    {
        _symbol = symbol;
        _attribute = attribute;
        var arguments = attribute.Syntax.Arguments;
        if (_taken.Length < arguments.Count)
            _taken = new bool[arguments.Count];
        else
            Array.Clear(_taken, 0, arguments.Count);
        if (attribute.Syntax.ArgumentList is not { } list)
            return true;
        CheckRepetitions();
        return CheckShape(list);
    }

    /// <summary>The value of an argument that may be absent.</summary>
    public ExpressionSyntax? Take(string name)
    {
        ExpressionSyntax? value = null;
        for (var i = 0; i < Arguments.Count; i++)
        {
            if (Arguments[i].Name.Text != name)
                continue;
            _taken[i] = true;
            value = Arguments[i].Value;
        }

        return value;
    }

    /// <summary>The value of the argument that needs no name and must be there.</summary>
    public ExpressionSyntax? TakeDefault(string name)
    {
        var (value, twofold) = FindDefault(name);
        if (twofold is not null)
        {
            Report(s_twofold, twofold, $"`{name}` of `{Attribute}` is given both with its name and without");
            return null;
        }

        if (value is null)
            Report(s_missing, Attribute.Syntax.Name.Span, $"`{Attribute}` on `{Symbol.DisplayName}` lacks its argument `{name}`");
        return value;
    }

    /// <summary>The value of the argument that needs no name and may be absent; given twice it counts for nothing.</summary>
    public ExpressionSyntax? TakeOptionalDefault(string name)
    {
        var (value, twofold) = FindDefault(name);
        return twofold is null ? value : null;
    }

    /// <summary>The text of the argument that needs no name, without taking it.</summary>
    public string? TextOfDefault(string name) => Attribute.FindOrDefault(name) is LiteralExpressionSyntax { IsString: true } text ? text.Value : null;

    /// <summary>A string, or <see langword="null"/> where the argument is absent or something else.</summary>
    public LiteralExpressionSyntax? TakeString(string name) => Take(name) is { } value ? Values.String(this, name, value) : null;

    /// <summary>A constant, or <see langword="null"/> where the argument is absent or something else.</summary>
    public PathExpressionSyntax? TakeConstant(string name, params string[] words) =>
        Take(name) is { } value ? Values.Constant(this, name, value, words) : null;

    public void TakeBoolean(string name)
    {
        if (Take(name) is { } value)
            Values.Boolean(this, name, value);
    }

    public void TakeInteger(string name)
    {
        if (Take(name) is { } value)
            Values.Integer(this, name, value);
    }

    /// <summary>The <c>map</c> of a constraint.</summary>
    public LiteralExpressionSyntax? TakeMap()
    {
        if (TakeString("map") is not { } map)
            return null;
        if (map.Value.Length > 0)
            return map;
        Report(s_emptyMap, map, $"The `map` of `{Attribute}` on `{Symbol.DisplayName}` is empty");
        return null;
    }

    /// <summary>Reports the arguments that nobody took.</summary>
    /// <param name="known">The names of the arguments that the attribute takes.</param>
    public void Close(params string[] known)
    {
        for (var i = 0; i < Arguments.Count; i++)
        {
            if (_taken[i])
                continue;
            var argument = Arguments[i];
            if (argument.Name.IsMissing)
            {
                if (argument.Value is not null)
                {
                    var text = ExpressionWords.TextOf(Attribute.Tree, argument.Value);
                    Report(s_unknown, argument, $"`{Attribute}` takes no unnamed argument, found `{text}`");
                }

                continue;
            }

            var nearest = context.Nearest(argument.Name.Text, known);
            context.Report(
                s_unknown,
                Symbol,
                Symbol.LocationOf(argument.Name),
                $"`{Attribute}` takes no argument `{argument.Name.Text}`{ValidationContext.Hint(nearest)}",
                ValidationContext.Respell(Attribute.Tree, argument.Name, nearest));
        }
    }

    public void Report(ValidationCheck check, SyntaxNode node, string message) => Report(check, node.Span, message);

    public void Report(ValidationCheck check, TextSpan span, string message) =>
        context.Report(check, Symbol, new Location(Attribute.Tree.Source, span), message);

    private (ExpressionSyntax? Value, ArgumentSyntax? Twofold) FindDefault(string name)
    {
        ExpressionSyntax? unnamed = null;
        ArgumentSyntax? named = null;
        for (var i = 0; i < Arguments.Count; i++)
        {
            var argument = Arguments[i];
            if (argument.Name.IsMissing)
                unnamed = argument.Value ?? unnamed;
            else if (argument.Name.Text == name)
                named = argument;
            else
                continue;
            _taken[i] = true;
        }

        return (named?.Value ?? unnamed, unnamed is null ? null : named);
    }

    private void CheckRepetitions()
    {
        if (Arguments.Count < 2)
            return;
        _names.Clear();
        var unnamed = 0;
        foreach (var argument in Arguments)
        {
            if (argument.Value is null)
                continue;
            if (argument.Name.IsMissing)
            {
                unnamed++;
            }
            else if (!_names.Add(argument.Name.Text))
            {
                context.Report(
                    s_repeated, Symbol, Symbol.LocationOf(argument.Name), $"`{argument.Name.Text}` of `{Attribute}` is given twice", RemoveRepetition(argument));
            }
        }

        if (unnamed > 1)
            Report(s_severalUnnamed, Attribute.Syntax.Name.Span, $"`{Attribute}` has {unnamed} arguments without a name; a list stands in brackets");
    }

    private CodeFix? RemoveRepetition(ArgumentSyntax later)
    {
        var source = Attribute.Tree.Source;
        foreach (var earlier in Arguments)
        {
            if (earlier == later)
                break;
            if (earlier.Name.Text == later.Name.Text)
                return source.ToString(earlier.Span) == source.ToString(later.Span) ? Repairs.RemoveArgument(Attribute, later) : null;
        }

        return null;
    }

    // Prisma looks for commas into the functions that are arguments themselves, for values into those of a list too. Only a
    // value lacking outside of lists makes it pass over the attribute.
    private bool CheckShape(ArgumentListSyntax list)
    {
        CheckTrailingComma(list);
        var complete = true;
        foreach (var argument in list.Arguments)
        {
            complete &= CheckValue(argument);
            if (argument.Value is CallExpressionSyntax call)
            {
                CheckTrailingComma(call.ArgumentList);
                foreach (var inner in call.Arguments)
                {
                    complete &= CheckValue(inner);
                    CheckElements(inner.Value);
                }
            }
            else
            {
                CheckElements(argument.Value);
            }
        }

        return complete;
    }

    private void CheckElements(ExpressionSyntax? value)
    {
        if (value is not ArrayExpressionSyntax array)
            return;
        foreach (var element in array.Elements)
        {
            if (element is not CallExpressionSyntax call)
                continue;
            foreach (var argument in call.Arguments)
                CheckValue(argument);
        }
    }

    private bool CheckValue(ArgumentSyntax argument)
    {
        if (argument.Value is not null)
            return true;
        Report(s_withoutValue, argument.Name.Span, $"Nothing follows `{argument.Name.Text}:` in `{Attribute}`");
        return false;
    }

    private void CheckTrailingComma(ArgumentListSyntax list)
    {
        if (!list.HasTrailingComma)
            return;
        var comma = list.Commas[list.Commas.Count - 1];
        context.Report(
            s_trailingComma,
            Symbol,
            Symbol.LocationOf(comma),
            $"A comma ends the arguments of `{Attribute}` on `{Symbol.DisplayName}`",
            CodeFix.Safe("Remove the comma", TextEdit.Delete(Attribute.Tree.Source, comma.Span)));
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, summary);
}
