using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Planning.Sections;

/// <summary>Collects the blocks of a section.</summary>
internal sealed class SectionWriter
{
    private readonly List<PlanBlock> _blocks = [];

    public IReadOnlyList<PlanBlock> Blocks => _blocks;

    public SectionWriter Add(PlanBlock block)
    {
        _blocks.Add(block);
        return this;
    }

    /// <summary>Starts a part of the section.</summary>
    public SectionWriter Part(string title) => Add(new HeadingBlock(1, title));

    /// <summary>Starts a part of a part.</summary>
    public SectionWriter Heading(string title) => Add(new HeadingBlock(2, title));

    public SectionWriter Text(string text) => Add(new TextBlock(text));

    public SectionWriter List(IEnumerable<string> items) => items.ToArray() is { Length: > 0 } list ? Add(new ListBlock(list)) : this;

    public SectionWriter Numbered(IEnumerable<string> items) => items.ToArray() is { Length: > 0 } list ? Add(new ListBlock(list, IsOrdered: true)) : this;

    /// <summary>A table; without rows nothing.</summary>
    public SectionWriter Table(IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        rows.ToArray() is { Length: > 0 } list ? Add(new TableBlock(columns, list)) : this;

    public SectionWriter Sql(SqlRole role, string text, string? caption = null) => Add(new SqlBlock(role, text.TrimEnd('\n'), caption));

    public SectionWriter Code(string language, string text) => Add(new CodeBlock(language, text.TrimEnd('\n')));

    /// <summary>Blocks that are closed until somebody opens them; without any nothing.</summary>
    public SectionWriter Details(string summary, Action<SectionWriter> write)
    {
        var inner = new SectionWriter();
        write(inner);
        return inner.Blocks.Count > 0 ? Add(new DetailsBlock(summary, inner.Blocks)) : this;
    }

    public SectionWriter Checklist(IEnumerable<ChecklistItem> items) => Add(new ChecklistBlock([.. items]));

    public static TableColumn Column(string title) => new(title);

    /// <summary>A column of figures.</summary>
    public static TableColumn Figure(string title) => new(title, IsNumber: true);
}
