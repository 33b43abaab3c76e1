using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Inputs;

/// <summary>
/// The file that <c>plan --init</c> writes: every key with what it means, what the plan makes of it and an example, and no value. Guesses are
/// in comments alone.
/// </summary>
public static class PlanInputsTemplate
{
    private const string Head = """
        # What nobody but the team knows. `prismalint plan` reads this file beside the schema or in the current folder, or where `--inputs`
        # names it. No answer is needed: what is left empty is unknown, and the plan says so and what it would change.
        # Numbers are written 1200, 1_200, 12k or 1.5M.

        """;

    /// <summary>Writes the file for a schema.</summary>
    public static string Write(SemanticModel schema)
    {
        var text = new StringBuilder(Head.Replace("\r\n", "\n"));
        var examples = ExamplesOf(schema);
        var group = "";
        foreach (var key in PlanInputsKeys.All)
        {
            var parts = key.Name.Split('.');
            if (parts[0] != group)
            {
                group = parts[0];
                text.Append('\n');
                if (parts.Length == 1 && PlanInputsKeys.IsGroup(group))
                {
                    text.Append($"# `{group}: {key.Example}`, if there are none.\n{group}:\n");
                    continue;
                }
                if (parts.Length > 1)
                    text.Append(group).Append(":\n");
            }
            var indent = parts.Length > 1 ? "  " : "";
            text.Append($"{indent}# {key.Meaning}. For {key.Use}.{(examples.TryGetValue(key.Name, out var example) ? example : ExampleOf(key.Example))}\n");
            text.Append($"{indent}{parts[parts.Length - 1]}:\n");
            if (key.Name == "models")
                WriteModels(text, schema);
            else if (key.Name == "hot_queries")
                WriteQuery(text, schema);
        }
        return text.ToString();
    }

    private static void WriteModels(StringBuilder text, SemanticModel schema)
    {
        foreach (var model in TablesOf(schema))
            text.Append("  ").Append(model.Name).Append(":\n");
    }

    // A query that this schema has, so that the example reads back.
    private static void WriteQuery(StringBuilder text, SemanticModel schema)
    {
        var model = TablesOf(schema)
            .OrderByDescending(model => DateOf(model) is not null && model.ForeignKeys.Count > 0)
            .ThenByDescending(model => model.ForeignKeys.Count)
            .FirstOrDefault(model => model.Columns.Any());
        if (model is null)
            return;
        var key = model.ForeignKeys.Where(key => key.Fields.Count == 1).OrderByDescending(key => key.Fields[0].IsRequired).FirstOrDefault();
        var equal = key is null ? model.Columns.First() : key.Fields[0];
        var date = DateOf(model) is { } found && found != equal ? found : null;
        text.Append($"  # - name: {model.Name} of one {equal.Name}\n");
        text.Append($"  #   model: {Value(model.Name)}\n");
        text.Append($"  #   equal: [{Value(equal.Name)}]\n");
        if (date is not null)
        {
            text.Append($"  #   range: {Value(date.Name)}\n");
            text.Append($"  #   order_by: [-{date.Name}]\n");
        }
        text.Append("  #   per_second: 40\n");
    }

    private static Dictionary<string, string> ExamplesOf(SemanticModel schema)
    {
        var examples = new Dictionary<string, string>(StringComparer.Ordinal);
        var guess = Tenancy.Candidates(schema).FirstOrDefault(candidate => candidate.Target is not null);
        if (guess?.Target is { } tenant)
        {
            examples["tenancy.model"] = $" A guess, since {guess.Models} of {guess.Total} models have `{guess.Column}`: {Value(tenant)}";
            examples["tenancy.column"] = $" A guess: {Value(guess.Column)}";
        }
        var shared = TablesOf(schema).FirstOrDefault(model => model.ForeignKeys.Count == 0 && model.ReferencingKeys.Count > 0 && model.Name != guess?.Target);
        if (shared is not null)
            examples["tenancy.shared"] = ExampleOf($"[{Value(shared.Name)}]");
        return examples;
    }

    // A name that YAML takes for another kind of value.
    private static string Value(string name) => name.ToLowerInvariant() is "null" or "true" or "false" ? $"'{name}'" : name;

    private static string ExampleOf(string value) => value.Length == 0 ? "" : " Example: " + value;

    private static FieldSymbol? DateOf(ModelSymbol model) => model.Columns.FirstOrDefault(column => column is { Scalar: ScalarType.DateTime, IsList: false, IsUpdatedAt: false });

    private static IEnumerable<ModelSymbol> TablesOf(SemanticModel schema) => schema.Models.Where(model => !model.IsView && !model.IsIgnored);
}
