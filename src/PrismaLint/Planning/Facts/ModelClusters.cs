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

    private const double SameGain = 1e-12;

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

    // Each node remembers its best partner, since a merge changes the gains of its neighbours alone.
    private void Merge()
    {
        var links = _weights.Select(own => new Dictionary<int, double>(own)).ToArray();
        var degrees = (double[])_degrees.Clone();
        var sizes = Enumerable.Repeat(1, degrees.Length).ToArray();
        var partners = new (int Right, double Gain)[links.Length];
        for (var node = 0; node < links.Length; node++)
            partners[node] = FindPartner(node, links, degrees, sizes);
        while (FindBestMerge(partners) is { } best)
        {
            Join(best.Left, best.Right, links, degrees, sizes);
            partners[best.Left] = FindPartner(best.Left, links, degrees, sizes);
            partners[best.Right] = (-1, 0);
            foreach (var neighbour in links[best.Left].Keys)
            {
                if (neighbour > best.Left && neighbour > best.Right)
                    continue;
                if (partners[neighbour].Right == best.Left || partners[neighbour].Right == best.Right)
                    partners[neighbour] = FindPartner(neighbour, links, degrees, sizes);
                else if (neighbour < best.Left && sizes[neighbour] + sizes[best.Left] <= _largest)
                    partners[neighbour] = Better(partners[neighbour], (best.Left, Gain(neighbour, best.Left, links[neighbour][best.Left], degrees)));
            }
        }
    }

    private static (int Left, int Right)? FindBestMerge((int Right, double Gain)[] partners)
    {
        var best = -1;
        for (var left = 0; left < partners.Length; left++)
        {
            if (partners[left].Right >= 0 && (best < 0 || partners[left].Gain > partners[best].Gain + SameGain))
                best = left;
        }
        return best < 0 ? null : (best, partners[best].Right);
    }

    // Among the nodes behind this one, so that each pair has one owner.
    private (int Right, double Gain) FindPartner(int left, Dictionary<int, double>[] links, double[] degrees, int[] sizes)
    {
        var best = (Right: -1, Gain: 0.0);
        foreach (var link in links[left])
        {
            if (link.Key > left && sizes[left] + sizes[link.Key] <= _largest)
                best = Better(best, (link.Key, Gain(left, link.Key, link.Value, degrees)));
        }
        return best;
    }

    // Divided by what the smaller one has at all: small parts find their place before large ones meet.
    private double Gain(int left, int right, double weight, double[] degrees) =>
        (weight / _total - Resolution * degrees[left] * degrees[right] / (_total * _total)) / Math.Min(degrees[left], degrees[right]);

    private static (int Right, double Gain) Better((int Right, double Gain) known, (int Right, double Gain) other)
    {
        if (other.Gain <= SameGain)
            return known;
        var difference = other.Gain - known.Gain;
        return known.Right < 0 || difference > SameGain || (Math.Abs(difference) <= SameGain && other.Right < known.Right) ? other : known;
    }

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
