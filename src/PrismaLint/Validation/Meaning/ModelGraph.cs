using System;
using System.Collections.Generic;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>Blocks and the fields that lead from one to another. All searches are loops: chains may be as long as a schema.</summary>
internal sealed class ModelGraph
{
    private readonly IReadOnlyList<BlockSymbol> _blocks;
    private readonly Dictionary<BlockSymbol, int> _indexes = [];
    private readonly List<(int To, FieldSymbol Field)>?[] _edges;
    private readonly int[] _components;
    private readonly int[] _seen;
    private int _search;

    public ModelGraph(IReadOnlyList<BlockSymbol> blocks)
    {
        _blocks = blocks;
        _edges = new List<(int, FieldSymbol)>?[blocks.Count];
        _components = new int[blocks.Count];
        _seen = new int[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
            _indexes.TryAdd(blocks[i], i);
    }

    public int Count => _blocks.Count;

    public int IndexOf(BlockSymbol block) => _indexes[block];

    public string NameOf(int block) => _blocks[block].Name;

    public void Add(BlockSymbol from, BlockSymbol to, FieldSymbol member) => (_edges[_indexes[from]] ??= []).Add((_indexes[to], member));

    public IReadOnlyList<(int To, FieldSymbol Field)> EdgesOf(int block) => _edges[block] is { } edges ? edges : [];

    /// <summary>The number of the strongly connected component; a smaller one is never left for a greater one.</summary>
    public int ComponentOf(int block) => _components[block];

    /// <summary>Numbers the strongly connected components (Tarjan's algorithm), those that lead nowhere first.</summary>
    public void FindComponents()
    {
        var order = new int[Count];
        var low = new int[Count];
        var isOpen = new bool[Count];
        var open = new Stack<int>();
        var path = new Stack<(int Block, int Edge)>();
        var next = 0;
        var component = 0;
        for (var root = 0; root < Count; root++)
        {
            if (order[root] != 0)
                continue;
            Enter(root);
            while (path.Count > 0)
            {
                var (block, edge) = path.Pop();
                var edges = EdgesOf(block);
                if (edge < edges.Count)
                {
                    path.Push((block, edge + 1));
                    var to = edges[edge].To;
                    if (order[to] == 0)
                        Enter(to);
                    else if (isOpen[to])
                        low[block] = Math.Min(low[block], order[to]);
                    continue;
                }

                if (low[block] == order[block])
                    Close(block);
                if (path.Count > 0)
                {
                    var parent = path.Peek().Block;
                    low[parent] = Math.Min(low[parent], low[block]);
                }
            }
        }

        void Enter(int block)
        {
            order[block] = low[block] = ++next;
            isOpen[block] = true;
            open.Push(block);
            path.Push((block, 0));
        }

        void Close(int root)
        {
            component++;
            int block;
            do
            {
                block = open.Pop();
                isOpen[block] = false;
                _components[block] = component;
            }
            while (block != root);
        }
    }

    /// <summary>The blocks that are marked, or from which a marked one is reached. Components must be numbered.</summary>
    public bool[] Reach(bool[] marked)
    {
        var byComponent = new int[Count];
        for (var i = 0; i < Count; i++)
            byComponent[i] = i;
        Array.Sort((int[])_components.Clone(), byComponent);
        var reaching = new bool[Count + 1];
        for (var start = 0; start < Count;)
        {
            var component = _components[byComponent[start]];
            var end = start;
            for (; end < Count && _components[byComponent[end]] == component; end++)
            {
                var block = byComponent[end];
                reaching[component] |= marked[block];
                foreach (var edge in EdgesOf(block))
                    reaching[component] |= reaching[_components[edge.To]];
            }

            start = end;
        }

        var result = new bool[Count];
        for (var i = 0; i < Count; i++)
            result[i] = reaching[_components[i]];
        return result;
    }

    /// <summary>The blocks reached from a block, itself included, not going through another.</summary>
    public List<int> ReachableFrom(int start, int without)
    {
        _search++;
        var found = new List<int>();
        _seen[without] = _search;
        if (_seen[start] == _search)
            return found;
        _seen[start] = _search;
        found.Add(start);
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var edge in EdgesOf(found[i]))
            {
                if (_seen[edge.To] == _search)
                    continue;
                _seen[edge.To] = _search;
                found.Add(edge.To);
            }
        }

        return found;
    }
}
