using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Orders the upright lines between two columns so that few lines cross and none lies on another.</summary>
internal static class ChannelTracks
{
    private const int Passes = 3;
    private const int Overlap = 50;
    private const double Clearance = 6;

    /// <summary>Numbers the tracks.</summary>
    /// <returns>How many there are.</returns>
    public static int Assign(IEnumerable<WireStrand> all)
    {
        WireStrand[] strands = [.. all.Where(strand => !strand.IsStraight)];
        var costs = Costs(strands);
        var order = new List<int>(strands.Length);
        for (var i = 0; i < strands.Length; i++)
            Insert(order, i, costs);
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var i = 0; i < strands.Length; i++)
            {
                order.Remove(i);
                Insert(order, i, costs);
            }
        }
        return Number([.. order.Select(i => strands[i])]);
    }

    private static void Insert(List<int> order, int strand, int[,] costs)
    {
        var cost = order.Sum(other => costs[strand, other]);
        var (best, least) = (0, cost);
        for (var i = 0; i < order.Count; i++)
        {
            cost += costs[order[i], strand] - costs[strand, order[i]];
            if (cost < least)
                (best, least) = (i + 1, cost);
        }
        order.Insert(best, strand);
    }

    private static int[,] Costs(WireStrand[] strands)
    {
        var costs = new int[strands.Length, strands.Length];
        for (var i = 0; i < strands.Length; i++)
        {
            for (var j = 0; j < strands.Length; j++)
                costs[i, j] = i == j ? 0 : Cost(strands[i], strands[j]);
        }
        return costs;
    }

    // What it costs to have the first one left of the second.
    private static int Cost(WireStrand first, WireStrand second)
    {
        var cost = second.LeftY > first.Top && second.LeftY < first.Bottom ? 1 : 0;
        foreach (var y in first.RightYs)
        {
            if (y > second.Top && y < second.Bottom)
                cost++;
            if (Math.Abs(y - second.LeftY) < Clearance)
                cost += Overlap;
        }
        return cost;
    }

    private static int Number(WireStrand[] order)
    {
        var count = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var track = 0;
            for (var j = 0; j < i; j++)
            {
                if (order[j].Top < order[i].Bottom + Clearance && order[i].Top < order[j].Bottom + Clearance)
                    track = Math.Max(track, order[j].Track + 1);
            }
            order[i].Track = track;
            count = Math.Max(count, track + 1);
        }
        return count;
    }
}
