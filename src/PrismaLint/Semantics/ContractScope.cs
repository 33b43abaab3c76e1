using System;
using System.Collections.Generic;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>The names of a contract, outside of namespaces or in one of them. Of equal names the first counts, as in Prisma.</summary>
internal sealed class ContractScope
{
    private readonly Dictionary<string, BlockSymbol> _blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SyntaxTree Tree, NamedTypeSyntax Syntax)> _namedTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContractScope> _namespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _otherBlocks = new(StringComparer.Ordinal);

    public ContractScope(string? name, ContractScope? parent)
    {
        Name = name;
        Parent = parent;
    }

    /// <summary>The name of the namespace; <see langword="null"/> outside of them.</summary>
    public string? Name { get; }

    public ContractScope? Parent { get; }

    public void Add(BlockSymbol symbol) => _blocks.TryAdd(symbol.Name, symbol);

    public void Add(SyntaxTree tree, NamedTypeSyntax named) => _namedTypes.TryAdd(named.Name.Text, (tree, named));

    /// <summary>A block that declares nothing a field could be of: a policy, a role.</summary>
    public void AddOther(string name) => _otherBlocks.Add(name);

    /// <summary>The namespace of that name; several blocks of one name are one namespace, over all files.</summary>
    public ContractScope Namespace(string name)
    {
        if (!_namespaces.TryGetValue(name, out var found))
            _namespaces.Add(name, found = new ContractScope(name, this));
        return found;
    }

    public ContractScope? FindNamespace(string name) => Root._namespaces.TryGetValue(name, out var found) ? found : null;

    /// <summary>The model, type or enum, here or outside.</summary>
    public BlockSymbol? FindBlock(string name) => _blocks.TryGetValue(name, out var found) ? found : Parent?.FindBlock(name);

    /// <summary>The model, type or enum of this very scope.</summary>
    public BlockSymbol? FindOwnBlock(string name) => _blocks.TryGetValue(name, out var found) ? found : null;

    public (SyntaxTree Tree, NamedTypeSyntax Syntax)? FindNamedType(string name) =>
        Root._namedTypes.TryGetValue(name, out var found) ? found : null;

    /// <summary>Anything has that name here or outside.</summary>
    public bool Knows(string name) =>
        _blocks.ContainsKey(name) || _namedTypes.ContainsKey(name) || _otherBlocks.Contains(name) || Parent?.Knows(name) == true;

    /// <summary>Anything has that name in this very scope.</summary>
    public bool KnowsItself(string name) => _blocks.ContainsKey(name) || _otherBlocks.Contains(name);

    /// <summary>The names that a field could be of, for hints.</summary>
    public IEnumerable<string> TypeNames()
    {
        foreach (var name in _blocks.Keys)
            yield return name;
        foreach (var name in _namedTypes.Keys)
            yield return name;
        if (Parent is null)
            yield break;
        foreach (var name in Parent.TypeNames())
            yield return name;
    }

    private ContractScope Root => Parent?.Root ?? this;
}
