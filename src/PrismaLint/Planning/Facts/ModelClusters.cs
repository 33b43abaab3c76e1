using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Planning.Facts;

/// <summary>
/// Parts of a weighted graph with more weight inside than chance would put there: greedy modularity, then single nodes move while it helps. The same
/// graph gives the same parts.
/// </summary>
internal sealed class ModelClusters
{
    private const int MostRounds = 8;

    // Above 1 parts are smaller than modularity alone makes them.
    private const double Resolution = 1.5;

    private readonly Dictionary<int, double>[] _weights;
    private readonly double[] _degrees;
    private readonly int[] _clusters;
    private readonly int _largest;
    private double _total;

    /// <param name="count">The number of nodes, which are called 0 to <paramref name="count"/> - 1.</param>
    /// <param name="largest">The number of nodes that a part has at most.</param>
    public ModelClusters(int count, int largest)
    {
        _weights = [.. Enumerable.Range(0, count).Select(_ => new Dictionary<int, double>())];
        _degrees = new double[count];
        _clusters = [.. Enumerable.Range(0, count)];
        _largest = largest;
    }

    public void Connect(int left, int right, double weight)
    {
        if (left == right)
            return;
        _weights[left][right] = weight + (_weights[left].TryGetValue(right, out var known) ? known : 0);
        _weights[right][left] = _weights[left][right];
        _degrees[left] += weight;
        _degrees[right] += weight;
        _total += 2 * weight;
    }

    /// <summary>The parts, each with its nodes in order, in the order of their first nodes.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Find(int smallest)
    {
        if (_total > 0)
        {
            Merge();
            for (var round = 0; round < MostRounds && MoveNodes(); round++)
            {
            }
            MergeSmall(smallest);
        }
        return [.. Enumerable.Range(0, _clusters.Length).GroupBy(node => _clusters[node]).OrderBy(group => group.First()).Select(group => group.ToArray())];
    }

    private void Merge()
    {
        var links = _weights.Select(own => new Dictionary<int, double>(own)).ToArray();
        var degrees = (double[])_degrees.Clone();
        var sizes = Enumerable.Repeat(1, degrees.Length).ToArray();
        while (FindBestMerge(links, degrees, sizes) is { } best)
            Join(best.Left, best.Right, links, degrees, sizes);
    }

    private (int Left, int Right)? FindBestMerge(Dictionary<int, double>[] links, double[] degrees, int[] sizes)
    {
        (int, int)? best = null;
        var bestGain = 1e-12;
        for (var left = 0; left < links.Length; left++)
        {
            foreach (var link in links[left])
            {
                if (link.Key <= left || sizes[left] + sizes[link.Key] > _largest)
                    continue;
                // Divided by what the smaller one has at all: small parts find their place before large ones meet.
                var gain = (link.Value / _total - Resolution * degrees[left] * degrees[link.Key] / (_total * _total)) / Math.Min(degrees[left], degrees[link.Key]);
                if (gain > bestGain + 1e-12 || (Math.Abs(gain - bestGain) <= 1e-12 && best is { } known && IsBefore(left, link.Key, known)))
                    (best, bestGain) = ((left, link.Key), gain);
            }
        }
        return best;
    }

    private static bool IsBefore(int left, int right, (int Left, int Right) other) => left < other.Left || (left == other.Left && right < other.Right);

    private void Join(int left, int right, Dictionary<int, double>[] links, double[] degrees, int[] sizes)
    {
        foreach (var link in links[right])
        {
            links[link.Key].Remove(right);
            if (link.Key == left)
                continue;
            links[left][link.Key] = link.Value + (links[left].TryGetValue(link.Key, out var known) ? known : 0);
            links[link.Key][left] = links[left][link.Key];
        }
        links[right].Clear();
        degrees[left] += degrees[right];
        sizes[left] += sizes[right];
        for (var node = 0; node < _clusters.Length; node++)
        {
            if (_clusters[node] == right)
                _clusters[node] = left;
        }
    }

    private bool MoveNodes()
    {
        var degrees = new double[_clusters.Length];
        var sizes = new int[_clusters.Length];
        for (var node = 0; node < _clusters.Length; node++)
        {
            degrees[_clusters[node]] += _degrees[node];
            sizes[_clusters[node]]++;
        }
        var hasMoved = false;
        for (var node = 0; node < _clusters.Length; node++)
        {
            var from = _clusters[node];
            var links = LinksTo(node);
            var to = from;
            var best = Gain(from) + 1e-9;
            foreach (var target in links.Keys.OrderBy(target => target))
            {
                if (target != from && sizes[target] < _largest && Gain(target) > best)
                    (to, best) = (target, Gain(target) + 1e-9);
            }
            if (to == from)
                continue;
            hasMoved = true;
            _clusters[node] = to;
            degrees[from] -= _degrees[node];
            degrees[to] += _degrees[node];
            sizes[from]--;
            sizes[to]++;

            double Gain(int cluster) => (links.TryGetValue(cluster, out var weight) ? weight : 0)
                - Resolution * _degrees[node] * (degrees[cluster] - (cluster == from ? _degrees[node] : 0)) / _total;
        }
        return hasMoved;
    }

    private Dictionary<int, double> LinksTo(int node)
    {
        var links = new Dictionary<int, double>();
        foreach (var link in _weights[node])
            links[_clusters[link.Key]] = link.Value + (links.TryGetValue(_clusters[link.Key], out var known) ? known : 0);
        return links;
    }

    // A part of one or two nodes goes to the one it is linked with most.
    private void MergeSmall(int smallest)
    {
        var tooLarge = new HashSet<int>();
        while (true)
        {
            var groups = Enumerable.Range(0, _clusters.Length).GroupBy(node => _clusters[node]).ToDictionary(group => group.Key, group => group.ToArray());
            var small = groups.Where(group => group.Value.Length < smallest && !tooLarge.Contains(group.Key)).OrderBy(group => group.Value.Length).ThenBy(group => group.Key).Select(group => group.Key).ToArray();
            if (small.Length == 0)
                return;
            var links = new Dictionary<int, double>();
            foreach (var link in groups[small[0]].SelectMany(LinksTo).Where(link => link.Key != small[0] && groups[link.Key].Length + groups[small[0]].Length <= _largest))
                links[link.Key] = link.Value + (links.TryGetValue(link.Key, out var known) ? known : 0);
            if (links.Count == 0)
            {
                tooLarge.Add(small[0]);
                continue;
            }
            var target = links.OrderByDescending(link => link.Value).ThenBy(link => link.Key).First().Key;
            foreach (var node in groups[small[0]])
                _clusters[node] = target;
        }
    }
}
