using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>The names under which the client knows compound keys: given with <c>name</c>, else the fields joined by underscores.</summary>
internal static class ClientNameChecks
{
    private static readonly ValidationCheck s_joined = Check("client-name-is-field", "The fields of a compound key, joined, are the name of a field");
    private static readonly ValidationCheck s_given = Check("given-client-name-is-field", "The name given to a key is the name of a field");
    private static readonly ValidationCheck s_repeated = Check("repeated-client-name", "Two keys of a model have one name");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_joined, s_given, s_repeated];

    public static void Run(ValidationContext context, ModelSymbol model)
    {
        Dictionary<string, int>? counts = null;
        foreach (var index in model.Indexes)
        {
            if (!index.IsUnique)
                continue;
            if (index.ClientName is { } name)
            {
                counts ??= [];
                counts[name] = counts.TryGetValue(name, out var count) ? count + 1 : 1;
            }

            if (index.Columns.Count > 1)
                CheckJoined(context, index);
        }

        if (counts is null)
            return;
        foreach (var index in model.Indexes)
        {
            if (!index.IsUnique || index.ClientName is not { } name)
                continue;
            // Prisma speaks of the model here, so the finding stands at its name.
            if (model.FindField(name) is not null)
                context.Report(s_given, model, model.Location, $"`{index.Attribute}` of `{model.Name}` is named `{name}`, and so is a field");
            if (counts[name] > 1 && index.Attribute.FindArgument("name") is { } argument)
                context.Report(s_repeated, model, model.LocationOf(argument), $"Another key of `{model.Name}` is named `{name}` too");
        }
    }

    private static void CheckJoined(ValidationContext context, IndexSymbol index)
    {
        var model = index.Model;
        var joined = string.Join("_", index.Columns.Select(column => column.Path.Replace('.', '_')));
        if (model.FindField(joined) is { IsColumn: true })
        {
            context.Report(
                s_joined,
                model,
                model.LocationOf(index.Attribute.Syntax.Name),
                $"The client calls this `{index.Attribute}` `{joined}`, and so is a field of `{model.Name}` called");
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.DuplicateOrReservedName, ValidationStage.Meaning, summary);
}
