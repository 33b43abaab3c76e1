using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PrismaLint.Benchmarks.Generation;

/// <summary>A model while it is put together: later models add their side of a relation to earlier ones.</summary>
internal sealed class ModelDraft(string name, string tableName, FieldDraft key)
{
    public string Name { get; } = name;

    public string FieldName { get; } = char.ToLowerInvariant(name[0]) + name[1..];

    public FieldDraft Key { get; } = key;

    /// <summary>The native type of the key, which the columns that refer to it share.</summary>
    public string NativeKeyType { get; } = key.Attributes.Contains("@db.Uuid", StringComparison.Ordinal) ? " @db.Uuid" : "";

    public string Documentation { get; init; } = "";

    public bool IsMapped { get; init; }

    public List<FieldDraft> Fields { get; } = [key];

    public List<FieldDraft> Relations { get; } = [];

    public List<string> BlockAttributes { get; } = [];

    public void WriteTo(StringBuilder text)
    {
        if (Documentation.Length > 0)
            text.Append("/// ").Append(Documentation).Append('\n');
        text.Append("model ").Append(Name).Append(" {\n");
        FieldDraft[] fields = [.. Fields, .. Relations];
        // Columns are aligned as `prisma format` aligns them: blanks are a good part of a real file.
        var nameWidth = fields.Max(draft => draft.Name.Length);
        var typeWidth = fields.Max(draft => draft.Type.Length);
        foreach (var draft in fields)
        {
            var line = $"  {draft.Name.PadRight(nameWidth)} {draft.Type.PadRight(typeWidth)} {draft.Attributes}".TrimEnd();
            text.Append(line).Append(draft.Comment.Length > 0 ? " // " : "").Append(draft.Comment).Append('\n');
        }
        if (BlockAttributes.Count > 0 || IsMapped)
            text.Append('\n');
        foreach (var attribute in BlockAttributes)
            text.Append("  ").Append(attribute).Append('\n');
        if (IsMapped)
            text.Append("  @@map(\"").Append(tableName).Append("\")\n");
        text.Append("}\n\n");
    }
}
