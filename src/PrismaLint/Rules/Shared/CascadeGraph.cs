using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Validation.Meaning;

namespace PrismaLint.Rules.Shared;

/// <summary>Which models lose rows when a row of another one is deleted.</summary>
internal sealed class CascadeGraph
{
    private readonly ModelGraph _graph;
    private readonly ModelSymbol[] _models;
    private readonly int[] _depths;
    private readonly bool[] _isRoot;

    /// <param name="cascading">The foreign keys that delete the rows that hold them.</param>
    public CascadeGraph(IEnumerable<ForeignKeySymbol> cascading)
    {
        ForeignKeySymbol[] keys = [.. cascading];
        _models = [.. keys.SelectMany(key => new[] { key.Target, key.Model }).Distinct()];
        _graph = new ModelGraph(_models);
        foreach (var key in keys)
            _graph.Add(key.Target, key.Model, key.RelationField);
        _graph.FindComponents();
        (_depths, _isRoot) = Measure();
    }

    /// <summary>The models that no other model's delete takes along; of a circle that stands first each one.</summary>
    public IEnumerable<ModelSymbol> Roots => _models.Where((_, index) => _isRoot[index])
        .OrderBy(model => model.Tree.Source.Path, StringComparer.Ordinal)
        .ThenBy(model => model.Location.Span.Start);

    /// <summary>The steps of the longest way down; models in a circle count as one, and the circle as a step.</summary>
    public int DepthOf(ModelSymbol model) => _depths[_graph.IndexOf(model)];

    /// <summary>A delete reaches at least so many other models.</summary>
    public bool Reaches(ModelSymbol root, int count)
    {
        var start = _graph.IndexOf(root);
        var seen = new HashSet<int> { start };
        var queue = new Queue<int>([start]);
        while (queue.Count > 0 && seen.Count <= count)
        {
            foreach (var (to, _) in _graph.EdgesOf(queue.Dequeue()))
            {
                if (seen.Add(to))
                    queue.Enqueue(to);
            }
        }
        return seen.Count > count;
    }

    // Components are numbered from the ends on: a smaller number is never left for a greater one.
    private (int[] Depths, bool[] IsRoot) Measure()
    {
        var ordered = new int[_models.Length];
        for (var i = 0; i < ordered.Length; i++)
            ordered[i] = i;
        Array.Sort([.. ordered.Select(_graph.ComponentOf)], ordered);
        var ofComponent = new int[_models.Length + 1];
        var isEntered = new bool[_models.Length + 1];
        foreach (var model in ordered)
        {
            var component = _graph.ComponentOf(model);
            foreach (var (to, _) in _graph.EdgesOf(model))
            {
                var next = _graph.ComponentOf(to);
                ofComponent[component] = Math.Max(ofComponent[component], next == component ? 1 : ofComponent[next] + 1);
                isEntered[next] |= next != component;
            }
        }
        return (
            [.. Enumerable.Range(0, _models.Length).Select(model => ofComponent[_graph.ComponentOf(model)])],
            [.. Enumerable.Range(0, _models.Length).Select(model => !isEntered[_graph.ComponentOf(model)])]);
    }
}
