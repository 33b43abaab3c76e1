using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary>
/// Reads lists of fields: of keys and indexes, where columns take arguments, and of relations, where they do not. A list
/// of one may stand without brackets. What does not name a column is sorted by the reason.
/// </summary>
internal sealed class FieldListReader
{
    private static readonly ValidationCheck s_repeatedInIndex = new(
        "repeated-field-in-index", ValidationDescriptors.InvalidIndex, ValidationStage.Attributes, "A key or index lists a field twice");

    private static readonly ValidationCheck s_repeatedInRelation = new(
        "repeated-field-in-relation", ValidationDescriptors.InvalidRelation, ValidationStage.Attributes, "A relation lists a field twice");

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_repeatedInIndex, s_repeatedInRelation];

    /// <summary>The columns, in order, each once.</summary>
    public List<FieldSymbol> Columns { get; } = [];

    /// <summary>What no field is named.</summary>
    public List<SyntaxToken> Unknown { get; } = [];

    /// <summary>Where <see cref="Relations"/> are named.</summary>
    public List<SyntaxToken> RelationNames { get; } = [];

    /// <summary>Fields that are relations, or whose type is unknown.</summary>
    public List<FieldSymbol> Relations { get; } = [];

    /// <summary>Reads the columns of a key or index: <c>a</c>, <c>a(sort: Desc)</c>, <c>address.city</c>.</summary>
    /// <returns>False where an element is no column at all or stands twice: Prisma then gives the list up.</returns>
    public bool ReadIndex(ArgumentReader reader, string name, ExpressionSyntax value, ModelSymbol model, bool followsComposites)
    {
        Clear();
        var readable = true;
        foreach (var element in Elements(value))
        {
            switch (element)
            {
                case PathExpressionSyntax path:
                    readable &= Add(reader, path.Name, model, followsComposites, s_repeatedInIndex);
                    break;
                case CallExpressionSyntax call:
                    IndexColumnChecks.Run(reader, call);
                    readable &= Add(reader, call.Name, model, followsComposites, s_repeatedInIndex);
                    break;
                default:
                    Values.Refuse<ExpressionSyntax>(reader, name, "a list of fields", element);
                    readable = false;
                    break;
            }
        }

        return readable;
    }

    /// <summary>Reads a list of plain field names.</summary>
    /// <returns>False where an element is no name at all or stands twice: Prisma then gives the list up.</returns>
    public bool ReadNames(ArgumentReader reader, string name, ExpressionSyntax value, ModelSymbol model)
    {
        Clear();
        var readable = true;
        foreach (var element in Elements(value))
        {
            if (element is PathExpressionSyntax path)
            {
                readable &= Add(reader, path.Name, model, followsComposites: false, s_repeatedInRelation);
                continue;
            }

            Values.Refuse<ExpressionSyntax>(reader, name, "a list of fields", element);
            readable = false;
        }

        return readable;
    }

    /// <summary>The unknown names in backticks, joined by commas.</summary>
    public string UnknownList() => Join(Unknown.Select(token => token.Text));

    /// <summary>The relation fields in backticks, joined by commas.</summary>
    public string RelationList() => Join(Relations.Select(member => member.Name));

    /// <summary>
    /// Writes the columns of relations in their place; none where one has no columns here, or where they are listed as well.
    /// </summary>
    public CodeFix? NameColumns(SyntaxTree tree)
    {
        var edits = new List<TextEdit>();
        var columns = new HashSet<string>(_seen, StringComparer.Ordinal);
        for (var i = 0; i < Relations.Count; i++)
        {
            if (Relations[i].ForeignKey?.Fields is not { Count: > 0 } fields || RelationNames[i].Text != Relations[i].Name)
                return null;
            foreach (var column in fields)
            {
                if (!columns.Add(column.Name))
                    return null;
            }

            edits.Add(new TextEdit(tree.Source, RelationNames[i].Span, string.Join(", ", fields.Select(column => column.Name))));
        }

        return edits.Count == 0 ? null : CodeFix.Safe($"Replace {RelationList()} with {(edits.Count == 1 ? "its" : "their")} columns", [.. edits]);
    }

    /// <summary>What a list may hold: a near name that is a relation field would only be refused in turn.</summary>
    public static IReadOnlyCollection<string> ColumnNames(ModelSymbol model) =>
        [.. model.Fields.Where(member => member.IsColumn).Select(column => column.Name)];

    /// <summary>Names in backticks, joined by commas.</summary>
    public static string Join(IEnumerable<string> names) => string.Join(", ", names.Select(name => "`" + name + "`"));

    private void Clear()
    {
        _seen.Clear();
        Columns.Clear();
        Unknown.Clear();
        Relations.Clear();
        RelationNames.Clear();
    }

    private bool Add(ArgumentReader reader, SyntaxToken name, ModelSymbol model, bool followsComposites, ValidationCheck repeated)
    {
        var text = name.Text;
        var column = text.Contains('.') ? (followsComposites ? FindNested(model, text) : null) : model.FindField(text);
        if (column is null)
        {
            Unknown.Add(name);
        }
        else if (!column.IsColumn)
        {
            Relations.Add(column);
            RelationNames.Add(name);
        }
        else if (_seen.Add(text))
        {
            Columns.Add(column);
        }
        else
        {
            reader.Context.Report(
                repeated, reader.Symbol, reader.Symbol.LocationOf(name), $"`{reader.Attribute}` on `{reader.Symbol.DisplayName}` lists `{text}` twice");
            return false;
        }

        return true;
    }

    // A field of a composite type whose own type is unknown counts as found: the type is the fault.
    private static FieldSymbol? FindNested(ModelSymbol model, string path)
    {
        var parts = path.Split('.');
        var column = model.FindField(parts[0]);
        for (var i = 1; i < parts.Length && column is not null; i++)
        {
            if (!column.IsColumn)
                return column;
            column = (column.TypeSymbol as CompositeTypeSymbol)?.FindField(parts[i]);
        }

        return column;
    }

    private static IReadOnlyList<ExpressionSyntax> Elements(ExpressionSyntax value) => value is ArrayExpressionSyntax array ? array.Elements : [value];
}
