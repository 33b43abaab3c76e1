using System.Linq;
using PrismaLint.Configuration.Data;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Planning.Inputs;

/// <summary>Finds what the inputs name in the schema, and says where there is no such thing.</summary>
internal sealed class SchemaNames(SemanticModel schema, InputValues values)
{
    public SemanticModel Schema => schema;

    public ModelSymbol? FindModel(string name, TextSpan span)
    {
        if (schema.FindModel(name) is { } model)
            return model;
        var hint = schema.Models.FirstOrDefault(other => other.TableName == name) is { } byTable ? $"; the model of that table is `{byTable.Name}`"
            : schema.FindType(name) is not null ? ": it is a type of another kind"
            : InputValues.NearestOf(name, schema.Models.Select(other => other.Name));
        values.Report(span, $"No model is called `{name}`{hint}");
        return null;
    }

    /// <summary>A field with a column of its own.</summary>
    public FieldSymbol? FindColumn(ModelSymbol model, string name, DataNode node)
    {
        if (model.FindField(name) is { } field)
        {
            if (field.IsColumn)
                return field;
            var columns = field.ForeignKey is { Fields.Count: > 0 } key ? $": its rows are told by {InputValues.Names(key.Fields.Select(column => column.Name))}" : "";
            values.Report(node.Span, $"`{model.Name}.{name}` is a relation and has no column{columns}");
            return null;
        }
        var hint = model.FindColumn(name) is { } byColumn ? $"; the field of that column is `{byColumn.Name}`" : InputValues.NearestOf(name, model.Columns.Select(column => column.Name));
        values.Report(node.Span, $"`{model.Name}` has no field `{name}`{hint}");
        return null;
    }
}
