using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>Which columns the index types of PostgreSQL and CockroachDB can hold, with which operator classes.</summary>
internal static class OperatorClassChecks
{
    private static readonly ValidationCheck s_method = Check("operator-class-index-type", "An operator class does not work in that type of index");
    private static readonly ValidationCheck s_nativeType = Check("operator-class-native-type", "An operator class does not work on a column's native type");
    private static readonly ValidationCheck s_needsNativeType = Check("operator-class-without-native-type", "An operator class needs a native type that the column lacks");
    private static readonly ValidationCheck s_scalar = Check("operator-class-type", "An operator class does not work on a column's type");
    private static readonly ValidationCheck s_list = Check("operator-class-needs-list", "ArrayOps stands on a column that is no list");
    private static readonly ValidationCheck s_noDefault = Check("index-without-operator-class", "A column's native type has no default operator class in that type of index");
    private static readonly ValidationCheck s_column = Check("index-column-type", "A type of index cannot hold a column");
    private static readonly ValidationCheck s_several = Check("spgist-several-columns", "An SP-GiST index has more than one column");
    private static readonly ValidationCheck s_cockroach = Check("operator-class-in-cockroachdb", "An inverted index of CockroachDB has an operator class");
    private static readonly ValidationCheck s_jsonLast = Check("json-not-last-in-inverted-index", "A Json column of an inverted index is not the last (cockroachdb)");

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        s_method, s_nativeType, s_needsNativeType, s_scalar, s_list, s_noDefault, s_column, s_several, s_cockroach, s_jsonLast,
    ];

    public static void Run(ValidationContext context, IndexSymbol index)
    {
        if (context.Schema.Provider == Provider.CockroachDb && index.Method == IndexMethod.Gin)
            CheckInverted(context, index);
        if (context.Schema.Provider != Provider.PostgreSql)
            return;
        if (index.Method == IndexMethod.SpGist && index.Columns.Count > 1)
            IndexChecks.Report(context, s_several, index, $"{IndexChecks.Name(index)} is an SP-GiST index over {index.Columns.Count} columns, and it holds one");
        foreach (var column in index.Columns)
        {
            if (column.IsOperatorClassRaw)
                continue;
            if (column.OperatorClass is { } name)
                CheckClass(context, index, column, name);
            else if (index.Method is IndexMethod.Gin or IndexMethod.Gist or IndexMethod.SpGist or IndexMethod.Brin)
                CheckDefault(context, index, column);
        }
    }

    private static void CheckClass(ValidationContext context, IndexSymbol index, IndexColumn column, string name)
    {
        if (OperatorClassFacts.Find(name) is not { } facts)
            return;
        var member = column.Field;
        var type = NativeType(context, member)?.Name;
        if (!facts.Methods.Contains(index.Method.ToString()))
            Report(s_method, $"`{name}` works in {Join(facts.Methods)} indexes, and {IndexChecks.Name(index)} is of the type `{index.Method}`");
        else if (facts.Scalar is not { } scalar)
            CheckList();
        else if (type is null && member.Scalar != scalar)
            Report(s_scalar, $"`{name}` works on `{scalar}`, and `{member.DisplayName}` is of type `{member.Type.Name.Text}`");
        else if (type is null && !facts.AcceptsPlain)
            Report(s_needsNativeType, $"`{name}` works on the native type {Join(facts.NativeTypes)}, and `{member.DisplayName}` has none");
        else if (type is not null && !facts.NativeTypes.Contains(type))
            Report(s_nativeType, $"`{name}` works on the native type {Join(facts.NativeTypes)}, and `{member.DisplayName}` is of `{type}`");

        void CheckList()
        {
            if (!member.IsList)
                Report(s_list, $"`{name}` works on lists, and `{member.DisplayName}` is none");
        }

        void Report(ValidationCheck check, string message) => IndexChecks.Report(context, check, index, message);
    }

    private static void CheckDefault(ValidationContext context, IndexSymbol index, IndexColumn column)
    {
        var member = column.Field;
        if (member.Kind == FieldKind.Unsupported || (member.IsList && index.Method == IndexMethod.Gin))
            return;
        var method = index.Method.ToString();
        var type = NativeType(context, member);
        var has = (type?.Scalars[0] ?? member.Scalar) is { } scalar ? OperatorClassFacts.HasDefault(method, scalar, type?.Name) : null;
        if (has is null)
        {
            IndexChecks.Report(
                context, s_column, index, $"`{column.Path}` is of type `{member.Type.Name.Text}`, which {IndexChecks.Name(index)}, of the type `{method}`, cannot hold");
        }
        else if (has == false)
        {
            IndexChecks.Report(
                context,
                s_noDefault,
                index,
                $"`{column.Path}` is of the native type `{member.NativeType?.Name}`, for which `{method}` indexes have no operator class of their own, and {IndexChecks.Name(index)} gives none");
        }
    }

    // One that cannot be read is none here; one on the wrong scalar type counts for what it is.
    private static NativeTypeFacts? NativeType(ValidationContext context, FieldSymbol member) =>
        member.NativeType is { } type && context.Connector.FindNativeType(type.Name) is { } facts && NativeTypeText.IsReadable(facts, type.Arguments)
            ? facts
            : null;

    private static void CheckInverted(ValidationContext context, IndexSymbol index)
    {
        for (var i = 0; i < index.Columns.Count; i++)
        {
            var column = index.Columns[i];
            var member = column.Field;
            if (column.OperatorClass is not null)
                Report(s_cockroach, $"`{column.Path}` in {IndexChecks.Name(index)} has `ops`, which CockroachDB does not take");
            if (!member.IsList && member.Scalar != ScalarType.Json && member.Kind != FieldKind.Unsupported)
                Report(s_column, $"`{column.Path}` is of type `{member.Type.Name.Text}`, which {IndexChecks.Name(index)}, an inverted index, cannot hold");
            if (member.Scalar == ScalarType.Json && i < index.Columns.Count - 1)
                Report(s_jsonLast, $"`{column.Path}` is of type `Json` and not the last column of {IndexChecks.Name(index)}, an inverted index");
        }

        void Report(ValidationCheck check, string message) => IndexChecks.Report(context, check, index, message);
    }

    private static string Join(IReadOnlyList<string> names) => FieldListReader.Join(names);

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidIndex, ValidationStage.Meaning, summary);
}
