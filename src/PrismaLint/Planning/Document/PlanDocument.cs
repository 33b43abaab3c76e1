using System.Collections.Generic;
using PrismaLint.Connectors;

namespace PrismaLint.Planning.Document;

/// <summary>An architecture plan.</summary>
/// <param name="Title">The title.</param>
/// <param name="Preface">What stands before the sections: what was read, and where the plan is blind.</param>
/// <param name="Sections">The sections, in order; all eight, or those that were asked for.</param>
public sealed record PlanDocument(string Title, IReadOnlyList<PlanBlock> Preface, IReadOnlyList<PlanSection> Sections)
{
    /// <summary>The schema, as the user calls it.</summary>
    public string SchemaPath { get; init; } = "";

    /// <summary>Its database.</summary>
    public Provider Provider { get; init; }

    /// <summary>Every recommended change, in the order of section 7.</summary>
    public IReadOnlyList<PlanChange> Changes { get; init; } = [];

    /// <summary>Every piece of SQL in the order of the document.</summary>
    public IEnumerable<(PlanSection Section, SqlBlock Sql)> Statements()
    {
        foreach (var section in Sections)
        {
            foreach (var sql in Find(section.Blocks))
                yield return (section, sql);
        }
    }

    private static IEnumerable<SqlBlock> Find(IEnumerable<PlanBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is SqlBlock sql)
                yield return sql;
            if (block is not DetailsBlock details)
                continue;
            foreach (var inner in Find(details.Blocks))
                yield return inner;
        }
    }
}
