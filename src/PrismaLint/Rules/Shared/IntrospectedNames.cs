using System;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>
/// Names that introspection gives to relation fields where several relations join the same two models:
/// <c>users_posts_author_idTousers</c>, <c>other_users</c>.
/// </summary>
internal static class IntrospectedNames
{
    /// <summary>Introspection made the name of the relation field.</summary>
    public static bool IsMade(FieldSymbol side)
    {
        if (side is not { IsRelation: true, TargetModel: { } target, Model: { } model })
            return false;
        var name = side.Name;
        if (name == "other_" + target.Name || name.StartsWith("other_" + target.Name + "_", StringComparison.Ordinal))
            return true;
        // <target>_<relation>, where the relation is <model>_<columns>To<model>.
        if (name.StartsWith(target.Name + "_", StringComparison.Ordinal) && IsMadeRelationName(name.Substring(target.Name.Length + 1), target, model))
            return true;
        return HasNumber(name);
    }

    /// <summary>Introspection gives a single relation the name of the table: <c>users users? @relation(…)</c>.</summary>
    public static bool IsTable(FieldSymbol side) => side.TargetModel is { } target && side.Name == target.Name && char.IsLower(target.Name[0]);

    /// <summary>The field as a person would call it: after the key's column on the side of the key, else after both.</summary>
    public static string? FindBetter(FieldSymbol side)
    {
        if (side.Relation is not { ForeignKey: { Fields.Count: 1 } key, Forward: { } forward } || side.Model is not { } model || side.TargetModel is not { } target)
            return null;
        var stem = ForeignKeyNames.FindStem(key);
        if (stem is null)
            return null;
        var style = key.Fields[0].Name.Contains('_') || NameStyles.Of(target.Name) == NameStyle.Snake ? NameStyle.Snake : NameStyle.Camel;
        var other = side.IsList ? Inflection.Default.Plural(target.Name) : Inflection.Default.Singular(target.Name);
        var better = NameStyles.Convert(side == forward ? stem : stem + "_" + other, style);
        return better.Length > 0 && model.FindField(better) is null ? better : null;
    }

    private static bool IsMadeRelationName(string name, ModelSymbol target, ModelSymbol model)
    {
        foreach (var (from, to) in new[] { (target, model), (model, target) })
        {
            if (name.StartsWith(from.Name + "_", StringComparison.Ordinal) && name.EndsWith("To" + to.Name, StringComparison.Ordinal))
                return true;
            if (name == from.Name + "To" + to.Name)
                return true;
        }
        return false;
    }

    // user_1: the number that tells one of several apart.
    private static bool HasNumber(string name)
    {
        var underscore = name.LastIndexOf('_');
        return underscore > 0 && underscore < name.Length - 1 && name.Skip(underscore + 1).All(char.IsDigit);
    }
}
