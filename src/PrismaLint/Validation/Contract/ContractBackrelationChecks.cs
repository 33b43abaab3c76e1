using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Contract;

/// <summary>The side of a relation without foreign key: another one must hold it, and which one must be plain.</summary>
internal static class ContractBackrelationChecks
{
    private static readonly ValidationCheck s_orphaned = new(
        "orphaned-backrelation", ValidationDescriptors.MissingOppositeRelation, ValidationStage.Meaning, "No relation of a contract holds the key of this side");

    private static readonly ValidationCheck s_ambiguous = new(
        "ambiguous-backrelation", ValidationDescriptors.AmbiguousRelation, ValidationStage.Meaning, "Several relations of a contract could hold the key of this side");

    private static readonly ValidationCheck s_notUnique = new(
        "backrelation-without-unique",
        ValidationDescriptors.InvalidRelation,
        ValidationStage.Meaning,
        "A relation of a contract for PostgreSQL leads back to one row, but the key on the other side is not unique");

    private static readonly ValidationCheck s_required = new(
        "required-backrelation",
        ValidationDescriptors.InvalidRelation,
        ValidationStage.Meaning,
        "A relation of a contract leads back to one row and is required, though the other side holds the key");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_orphaned, s_ambiguous, s_notUnique, s_required];

    public static void Run(ValidationContext context)
    {
        // Prisma pairs by names of models, whatever their namespace: with two of one name the answer hangs on details.
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (!context.Schema.Models.All(model => names.Add(model.Name)))
            return;
        // Errors first of all, so that what they break is no cause for others.
        var broken = new HashSet<ModelSymbol>(context.Schema.Models.Where(model => model.HasErrors));
        var keys = context.Schema.ForeignKeys.ToLookup(key => (key.Model, key.Target));
        foreach (var model in context.Schema.Models)
        {
            foreach (var member in model.Fields)
            {
                if (member.TargetModel is { } target && !HasKeyArguments(member) && !broken.Contains(model) && !broken.Contains(target))
                    Check(context, member, model, target, keys, broken);
            }
        }
    }

    private static bool HasKeyArguments(FieldSymbol member) =>
        member.FindAttribute("relation") is { } relation && (relation.FindArgument("fields") is not null || relation.FindArgument("references") is not null);

    private static void Check(
        ValidationContext context,
        FieldSymbol member,
        ModelSymbol model,
        ModelSymbol target,
        ILookup<(ModelSymbol Model, ModelSymbol Target), ForeignKeySymbol> keys,
        HashSet<ModelSymbol> broken)
    {
        // A key that did not bind would be counted by Prisma, or not: it is an error of its own.
        if (target.Fields.Any(other => other.TargetModel == model && HasKeyArguments(other) && other.ForeignKey is null))
            return;
        var name = NameOf(member);
        var matches = keys[(target, model)].Where(key => name is null || NameOf(key.RelationField) == name).ToArray();
        if (matches.Length == 0)
        {
            if (!(member.IsList && MayBeJoined(context, model, target, broken)))
            {
                var wayOut = member.IsList ? "; a many-to-many relation needs a model between" : "";
                context.Report(
                    s_orphaned, member, member.Location, $"`{member.DisplayName}` has no other side: no `@relation` of `{target.Name}` with `fields` leads to `{model.Name}`{(name is null ? "" : $" under the name `{name}`")}{wayOut}");
            }
            return;
        }
        if (matches.Length > 1)
        {
            context.Report(
                s_ambiguous,
                member,
                member.Location,
                $"`{member.DisplayName}` may be the other side of `{matches[0].RelationField.DisplayName}` or of `{matches[1].RelationField.DisplayName}`: a name at both sides tells");
            return;
        }
        var match = matches[0];
        if (member.IsList)
            return;
        if (context.Schema.Provider == Provider.PostgreSql && !IsUnique(match))
        {
            context.Report(
                s_notUnique,
                member,
                member.Location,
                $"`{member.DisplayName}` leads to one `{target.Name}`, but `{match.FieldList}` of `{target.Name}` is not unique");
        }
        else if (member.IsRequired && (context.Schema.Provider != Provider.Unknown || IsUnique(match)))
        {
            context.Report(
                s_required, member, member.LocationOf(member.Type), $"`{member.DisplayName}` is required, but `{target.Name}` holds the key, so a row without one cannot be kept out");
        }
    }

    private static string? NameOf(FieldSymbol member) =>
        member.FindAttribute("relation")?.FindOrDefault("name") is LiteralExpressionSyntax { IsString: true } name ? name.Value : null;

    private static bool IsUnique(ForeignKeySymbol key) => key.Model.Indexes.Any(index =>
        index is { IsUnique: true, Predicate: null } && index.Columns.Count == key.Fields.Count && index.Fields.All(column => key.Fields.Contains(column)));

    // A model with keys to both may join them, and which ones do is more than its text says here. MongoDB has no joins.
    private static bool MayBeJoined(ValidationContext context, ModelSymbol model, ModelSymbol target, HashSet<ModelSymbol> broken) =>
        context.Schema.Provider != Provider.MongoDb
        && (broken.Count > 0 || model.ReferencingKeys.Any(key => key.Model.ForeignKeys.Any(other => other != key && other.Target == target)));
}
