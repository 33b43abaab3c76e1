using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>Views: no keys, no indexes, and uniques that are only promises.</summary>
internal static class ViewChecks
{
    private static readonly ValidationCheck s_preview = new(
        "view-without-preview-feature",
        ValidationDescriptors.InvalidConfigurationBlock,
        ValidationStage.Meaning,
        "A view is declared without the preview feature `views`");

    private static readonly ValidationCheck s_id = Check("view-id", "A view has an id");
    private static readonly ValidationCheck s_index = Check("view-index", "A view has an index");
    private static readonly ValidationCheck s_map = Check("view-unique-map", "A unique of a view is named in the database");
    private static readonly ValidationCheck s_clustered = Check("view-unique-clustered", "A unique of a view is clustered");
    private static readonly ValidationCheck s_arguments = Check("view-unique-arguments", "A field in a unique of a view has arguments");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_preview, s_id, s_index, s_map, s_clustered, s_arguments];

    public static void Run(ValidationContext context, ModelSymbol view)
    {
        if (!context.Schema.HasPreviewFeature("views"))
            context.Report(s_preview, view, view.Location, $"The view `{view.Name}` is declared without the preview feature `views`", Repairs.AddPreviewFeature(context.Schema, "views"));
        foreach (var attribute in view.Attributes)
        {
            if (attribute.Name is "id" or "index" or "fulltext" && IndexChecks.IsEmptyList(attribute))
            {
                context.Report(
                    attribute.Name == "id" ? s_id : s_index,
                    view,
                    view.LocationOf(attribute.Syntax.Name),
                    $"The view `{view.Name}` has `{attribute}`, and views have no {(attribute.Name == "id" ? "primary keys" : "indexes")}");
            }
        }

        foreach (var index in view.Indexes)
        {
            switch (index.Kind)
            {
                case IndexKind.PrimaryKey:
                    ReportKey(index);
                    break;
                case IndexKind.Unique:
                    CheckUnique(index);
                    break;
                default:
                    Report(
                        s_index,
                        index,
                        $"The view `{view.Name}` has `{index.Attribute}`, and views have no indexes",
                        CodeFix.Safe($"Remove `{index.Attribute}`", Repairs.RemoveAttribute(index.Attribute)));
                    break;
            }
        }

        void CheckUnique(IndexSymbol index)
        {
            if (index.HasExplicitName)
                Report(s_map, index, $"`{index.Attribute}` of the view `{view.Name}` has `map`, and no index in the database bears the name");
            if (index.IsClustered is not null)
                Report(s_clustered, index, $"`{index.Attribute}` of the view `{view.Name}` has `clustered`, and no index in the database can be so");
            if (index.Columns.Any(column => column.HasSort || column.HasLength || column.OperatorClass is not null))
                Report(s_arguments, index, $"`{index.Attribute}` of the view `{view.Name}` has a field with arguments, which only an index can have");
        }

        // What the client needs of a key, to find one row by it, a unique gives too.
        void ReportKey(IndexSymbol key) => Report(
            s_id,
            key,
            $"The view `{view.Name}` has `{key.Attribute}`, and views have no primary keys",
            key.HasExplicitName || key.IsClustered is not null || key.DeclaringField?.FindAttribute("unique") is not null
                ? null
                : CodeFix.Safe(
                    $"Replace `{key.Attribute}` with `{key.Attribute.Syntax.At.Text}unique`", new TextEdit(view.Tree.Source, key.Attribute.Syntax.Name.Span, "unique")));

        void Report(ValidationCheck check, IndexSymbol index, string message, CodeFix? fix = null) =>
            context.Report(check, (Symbol?)index.DeclaringField ?? view, view.LocationOf(index.Attribute.Syntax.Name), message, fix);
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidIndex, ValidationStage.Meaning, summary);
}
