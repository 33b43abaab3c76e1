using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>Relation fields between the same models that nothing tells apart. Prisma looks no further behind the first.</summary>
internal static class AmbiguityChecks
{
    private static readonly ValidationCheck s_ambiguous = Check("ambiguous-relation", "Several unnamed relation fields refer to one model");
    private static readonly ValidationCheck s_repeatedName = Check("repeated-relation-name", "Several relation fields to one model share a name");
    private static readonly ValidationCheck s_ambiguousSelf = Check("ambiguous-self-relation", "Two unnamed relation fields refer to their own model");
    private static readonly ValidationCheck s_unnamedSelf = Check("unnamed-self-relations", "More than two unnamed relation fields refer to their own model");

    private static readonly ValidationCheck s_repeatedSelfName =
        Check("repeated-self-relation-name", "More than two relation fields to their own model share a name");

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
        [s_ambiguous, s_repeatedName, s_ambiguousSelf, s_unnamedSelf, s_repeatedSelfName];

    /// <summary>The groups of a model's relation fields that point to one model under one name, where more than one do.</summary>
    public static Dictionary<FieldSymbol, List<FieldSymbol>>? FindGroups(ModelSymbol model)
    {
        Dictionary<(ModelSymbol Target, string? Name), FieldSymbol>? firsts = null;
        Dictionary<FieldSymbol, List<FieldSymbol>>? found = null;
        foreach (var member in model.Fields)
        {
            if (member.TargetModel is not { } target)
                continue;
            firsts ??= [];
            var key = (target, member.RelationName);
            if (firsts.TryAdd(key, member))
                continue;
            found ??= [];
            var first = firsts[key];
            if (!found.TryGetValue(first, out var group))
                found.Add(first, group = [first]);
            group.Add(member);
        }

        return found;
    }

    /// <summary>Reports a group; false where it is sound: a self-relation with a name.</summary>
    public static bool Report(ValidationContext context, ModelSymbol model, List<FieldSymbol> group)
    {
        var isSelf = group[0].TargetModel == model;
        var name = group[0].RelationName;
        if (isSelf && name is not null && group.Count == 2)
            return false;
        var fields = FieldListReader.Join(NamesOf(group));
        var (check, message) = (isSelf, name) switch
        {
            (false, null) => (s_ambiguous, $"{fields} of `{model.Name}` refer to `{group[0].Type.Name.Text}` without a relation name to tell them apart"),
            (false, _) => (s_repeatedName, $"{fields} of `{model.Name}` refer to `{group[0].Type.Name.Text}` under one relation name, `{name}`"),
            (true, null) when group.Count == 2 => (s_ambiguousSelf, $"{fields} of `{model.Name}` refer to `{model.Name}` without a relation name"),
            (true, null) => (s_unnamedSelf, $"{fields} of `{model.Name}` refer to `{model.Name}` without a relation name to pair them by"),
            _ => (s_repeatedSelfName, $"{fields} of `{model.Name}` share the relation name `{name}`; two fields make a relation"),
        };
        var other = group[1];
        context.Report(check, group[0], group[0].Location, message, related: new RelatedLocation(other.Location, $"`{other.Name}` is one of them"));
        return true;
    }

    private static IEnumerable<string> NamesOf(List<FieldSymbol> group)
    {
        foreach (var member in group)
            yield return member.Name;
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.AmbiguousRelation, ValidationStage.Meaning, summary);
}
