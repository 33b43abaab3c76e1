namespace PrismaLint.Rules.Database.Security;

/// <summary>What stands between two brackets of an expression.</summary>
internal sealed class PolicyGroup(int start, bool isSelect)
{
    /// <summary>The opening bracket.</summary>
    public int Start { get; } = start;

    /// <summary>Behind the closing bracket.</summary>
    public int End { get; set; }

    /// <summary>It is a query.</summary>
    public bool IsSelect { get; } = isSelect;

    /// <summary>The query reads a table.</summary>
    public bool HasFrom { get; set; }
}
