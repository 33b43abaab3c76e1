using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Data;

/// <summary>A value of a JSON or YAML file, with its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is written.</param>
internal sealed record DataNode(DataKind Kind, TextSpan Span)
{
    /// <summary>Of a text what it stands for, of a number, a boolean and null what is written.</summary>
    public string Text { get; init; } = "";

    public bool IsTrue => Kind == DataKind.Boolean && Text.Equals("true", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<DataNode> Items { get; init; } = [];

    /// <summary>The members of a map in the order of the text; of equal keys the last one counts.</summary>
    public IReadOnlyList<DataMember> Members { get; init; } = [];

    public DataNode? Find(string key) => Members.LastOrDefault(member => member.Key == key)?.Value;
}
