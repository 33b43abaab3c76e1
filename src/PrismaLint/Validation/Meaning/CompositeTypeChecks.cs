using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>Composite types: whether the database has them, and whether they can end.</summary>
internal static class CompositeTypeChecks
{
    private static readonly ValidationCheck s_unsupported = Check("unsupported-composite-type", "The database has no composite types");
    private static readonly ValidationCheck s_empty = Check("empty-composite-type", "A composite type has no fields");
    private static readonly ValidationCheck s_self = Check("composite-type-in-itself", "A required field of a composite type has that very type");
    private static readonly ValidationCheck s_cycle = Check("composite-type-cycle", "Required fields of composite types contain each other without end");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unsupported, s_empty, s_self, s_cycle];

    public static void Run(ValidationContext context)
    {
        var types = context.Schema.CompositeTypes;
        if (types.Count == 0)
            return;
        if (!context.Connector.HasCompositeTypes)
        {
            foreach (var type in types)
                context.Report(s_unsupported, type, type.Location, $"`{type.Name}` is a composite type, which {context.Connector.DisplayName} does not have");
            return;
        }

        var graph = new ModelGraph(types);
        foreach (var type in types)
        {
            foreach (var member in type.Fields)
            {
                if (member is { IsRequired: true, TypeSymbol: CompositeTypeSymbol inner })
                    graph.Add(type, inner, member);
            }
        }

        graph.FindComponents();
        foreach (var type in types)
        {
            if (type.Fields.Count == 0)
                context.Report(s_empty, type, type.Location, $"The composite type `{type.Name}` has no fields");
            ReportCycles(context, graph, type);
        }
    }

    private static void ReportCycles(ValidationContext context, ModelGraph graph, CompositeTypeSymbol type)
    {
        var from = graph.IndexOf(type);
        foreach (var (to, member) in graph.EdgesOf(from))
        {
            if (to == from)
                Report(s_self, member, $"`{member.DisplayName}` is required and of the type `{type.Name}` that holds it, which never ends");
            else if (graph.ComponentOf(to) == graph.ComponentOf(from))
                Report(s_cycle, member, $"`{member.DisplayName}` is required, and its type `{member.Type.Name.Text}` in turn requires a `{type.Name}`, which never ends");
        }

        void Report(ValidationCheck check, FieldSymbol member, string message) => context.Report(
            check,
            member,
            member.LocationOf(member.Type),
            message,
            CodeFix.Unsafe($"Make `{member.Name}` optional", TextEdit.Insert(member.Tree.Source, member.Type.Span.End, "?")));
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.UnknownType, ValidationStage.Meaning, summary);
}
