using System;
using System.Collections.Generic;
using PrismaLint.Semantics;

namespace PrismaLint.Validation;

/// <summary>
/// The attributes of one block, field or enum value while they are checked: each is taken by the check that knows it,
/// what is left over is unknown there. One instance serves all symbols of a schema in turn.
/// </summary>
internal sealed class AttributeSet(ValidationContext context)
{
    private static readonly ValidationCheck s_unknown = new(
        "unknown-attribute", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "Nothing knows the attribute at its place");

    private static readonly ValidationCheck s_repeated = new(
        "repeated-attribute", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "An attribute that may stand once stands twice");

    private bool[] _taken = new bool[8];
    private IReadOnlyList<AttributeSymbol> _attributes = [];
    private Symbol? _symbol;

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unknown, s_repeated];

    /// <summary>Starts on the attributes of a symbol.</summary>
    public void Open(Symbol symbol, IReadOnlyList<AttributeSymbol> attributes)
    {
        _symbol = symbol;
        _attributes = attributes;
        if (_taken.Length < attributes.Count)
            _taken = new bool[attributes.Count];
        else
            Array.Clear(_taken, 0, attributes.Count);
    }

    /// <summary>The attribute of that name; none, and a finding at each, where it stands more than once.</summary>
    public AttributeSymbol? Take(string name)
    {
        AttributeSymbol? first = null;
        var repeated = false;
        for (var i = 0; i < _attributes.Count; i++)
        {
            var attribute = _attributes[i];
            if (attribute.Name != name)
                continue;
            _taken[i] = true;
            if (first is null)
            {
                first = attribute;
                continue;
            }

            if (!repeated)
                ReportRepeated(first, first);
            repeated = true;
            ReportRepeated(attribute, first);
        }

        return repeated ? null : first;
    }

    /// <summary>Every attribute of that name.</summary>
    public IEnumerable<AttributeSymbol> TakeAll(string name)
    {
        for (var i = 0; i < _attributes.Count; i++)
        {
            if (_attributes[i].Name != name)
                continue;
            _taken[i] = true;
            yield return _attributes[i];
        }
    }

    /// <summary>The attributes with a dot in their name, the native types; a finding at each behind the first.</summary>
    public void TakeNativeTypes()
    {
        AttributeSymbol? first = null;
        for (var i = 0; i < _attributes.Count; i++)
        {
            var attribute = _attributes[i];
            if (!attribute.Name.Contains('.'))
                continue;
            _taken[i] = true;
            if (first is null)
                first = attribute;
            else
                ReportRepeated(attribute, first);
        }
    }

    /// <summary>Passes over attributes that were reported elsewhere.</summary>
    public void Pass(params string[] names)
    {
        for (var i = 0; i < _attributes.Count; i++)
            _taken[i] |= Array.IndexOf(names, _attributes[i].Name) >= 0;
    }

    /// <summary>Reports what nobody took.</summary>
    /// <param name="known">The names that stand for something at this place.</param>
    public void Close(IReadOnlyCollection<string> known)
    {
        for (var i = 0; i < _attributes.Count; i++)
        {
            if (!_taken[i] && _symbol is not null)
                ReportUnknown(_symbol, _attributes[i], known);
        }
    }

    private void ReportUnknown(Symbol symbol, AttributeSymbol attribute, IReadOnlyCollection<string> known)
    {
        var name = attribute.Syntax.Name;
        var location = symbol.LocationOf(attribute.Syntax.Name);
        if (attribute.Name.Contains('.'))
        {
            context.Report(
                s_unknown,
                symbol,
                location,
                symbol is FieldSymbol
                    ? $"`{attribute}` is a native type, and `{symbol.DisplayName}` is no scalar field"
                    : $"`{attribute}` is a native type, which only a scalar field can have");
            return;
        }

        var nearest = context.Nearest(attribute.Name, known);
        var fix = ValidationContext.Respell(attribute.Tree, name, nearest);
        var at = attribute.Syntax.At.Text;
        context.Report(
            s_unknown,
            symbol,
            location,
            $"No attribute `{attribute}` exists for {PlaceOf(symbol)}" + (nearest is null ? "" : $"; did you mean `{at}{nearest}`?"),
            fix);
    }

    private void ReportRepeated(AttributeSymbol attribute, AttributeSymbol first)
    {
        if (_symbol is not null)
        {
            context.Report(
                s_repeated,
                _symbol,
                _symbol.LocationOf(attribute.Syntax.Name),
                $"`{attribute}` stands more than once on `{_symbol.DisplayName}`",
                Repairs.RemoveRepetition(first, attribute));
        }
    }

    private static string PlaceOf(Symbol symbol) => symbol switch
    {
        EnumValueSymbol => "an enum value",
        EnumSymbol => "an enum",
        FieldSymbol { IsRelation: true } => "a relation field",
        FieldSymbol { Owner: CompositeTypeSymbol } => "a field of a composite type",
        FieldSymbol => "a field",
        ModelSymbol { IsView: true } => "a view",
        _ => "a model",
    };
}
