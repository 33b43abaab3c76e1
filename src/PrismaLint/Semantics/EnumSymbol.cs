using System;
using System.Collections.Generic;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>An enum.</summary>
public sealed class EnumSymbol : BlockSymbol
{
    private Dictionary<string, EnumValueSymbol>? _valuesByName;

    internal EnumSymbol(SyntaxTree tree, BlockDeclarationSyntax syntax)
        : base(tree, syntax) => DatabaseName = syntax.Name.Text;

    public IReadOnlyList<EnumValueSymbol> Values { get; internal set; } = [];

    /// <summary>The name in the database: of <c>@@map</c>, else the enum's own.</summary>
    public string DatabaseName { get; internal set; }

    public AttributeSymbol? MapAttribute { get; internal set; }

    /// <summary>The database schema: of <c>@@schema</c>, in a contract the namespace; <see langword="null"/> without one.</summary>
    public string? SchemaName { get; internal set; }

    /// <summary>The database has a type for it, where it has enums: of a contract only <c>native_enum</c>.</summary>
    public bool IsDatabaseType => !Tree.IsContract || Syntax.Keyword.Text == "native_enum";

    /// <summary>The value of that name (of several the first).</summary>
    public EnumValueSymbol? FindValue(string name)
    {
        if (_valuesByName is null)
        {
            _valuesByName = new Dictionary<string, EnumValueSymbol>(StringComparer.Ordinal);
            foreach (var value in Values)
                _valuesByName.TryAdd(value.Name, value);
        }

        return _valuesByName.TryGetValue(name, out var found) ? found : null;
    }
}
