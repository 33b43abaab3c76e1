namespace PrismaLint.Benchmarks.Generation;

/// <summary>The same numbers on every runtime: that of <see cref="System.Random"/> may change between versions.</summary>
internal sealed class DeterministicRandom(uint seed)
{
    private uint _state = seed;

    /// <summary>A number from zero to below <paramref name="bound"/>.</summary>
    public int Next(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)bound);
    }

    public bool Chance(int percent) => Next(100) < percent;
}
