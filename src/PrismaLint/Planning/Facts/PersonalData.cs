using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Which fields look like personal data or secrets, and whose they are. All of it are candidates, found by name.</summary>
internal sealed class PersonalData
{
    private readonly Dictionary<ModelSymbol, IReadOnlyList<PersonalField>> _fields = [];
    private readonly HashSet<ModelSymbol> _people;
    private readonly TenantFacts _tenants;

    public PersonalData(PlanContext context)
    {
        _tenants = context.Tenants;
        _people = [.. context.Models.Where(model => PersonalNames.IsOfPeople(model) && !ListsOthers(model))];
        foreach (var model in context.Models)
        {
            var isOfPerson = _people.Contains(model);
            PersonalField[] fields =
            [
                .. model.Columns
                    .Select(field => PersonalNames.KindOf(field, isOfPerson) is { } kind ? new PersonalField(field, kind) : null)
                    .OfType<PersonalField>(),
            ];
            if (fields.Length > 0)
                _fields.Add(model, fields);
        }
        Models = [.. context.Models.Where(_fields.ContainsKey)];
        People = [.. context.Models.Where(_people.Contains)];
    }

    /// <summary>The models with such fields, in the order of the text.</summary>
    public IReadOnlyList<ModelSymbol> Models { get; }

    /// <summary>The models whose rows are people.</summary>
    public IReadOnlyList<ModelSymbol> People { get; }

    public IEnumerable<PersonalField> All => Models.SelectMany(Of);

    /// <summary>The fields of a model in the order of the text.</summary>
    public IReadOnlyList<PersonalField> Of(ModelSymbol model) => _fields.TryGetValue(model, out var fields) ? fields : [];

    /// <summary>The fields of a model that hold secrets, in the order of the text.</summary>
    public IEnumerable<FieldSymbol> SecretsOf(ModelSymbol model) => Of(model).Where(field => field.Kind == PersonalKind.Credential).Select(field => field.Field);

    /// <summary>The field holds a secret.</summary>
    public bool IsSecret(FieldSymbol field) => field.Model is { } model && SecretsOf(model).Contains(field);

    /// <summary>How many there are, in one sentence's beginning: the same in every section.</summary>
    public string Summary
    {
        get
        {
            var all = All.ToArray();
            var secrets = all.Count(one => one.Kind == PersonalKind.Credential);
            return FormattableString.Invariant($"{Figures.Count(all.Length, "field")} of {Figures.Count(Models.Count, "model")} {Figures.Verb(all.Length, "looks", "look")} like personal data or secrets by name; {Figures.Count(secrets)} of them {Figures.Verb(secrets, "is a secret", "are secrets")}");
        }
    }

    // A user in a dialogue or of a team refers to the user that it stands for.
    private static bool ListsOthers(ModelSymbol model) =>
        Inflection.Default.Singular(Words.Last(model.Name)) is var noun
        && model.ForeignKeys.Any(key => key.Target != model && !AuditNames.IsAuthor(key.Fields[0].Name) && Inflection.Default.Singular(Words.Last(key.Target.Name)) == noun);

    public bool IsOfPeople(ModelSymbol model) => _people.Contains(model);

    /// <summary>
    /// The foreign keys that lead from a model to the nearest one of people, in order; empty where none do or it is one itself. What belongs to
    /// a tenant is not therefore its owner's: no way leads through one. Beyond the first key only those count that every row has and that say more than
    /// who wrote it.
    /// </summary>
    public IReadOnlyList<ForeignKeySymbol> PathToPerson(ModelSymbol model) =>
        IsOfPeople(model) ? [] : KeyPaths.Shortest(
            model,
            IsOfPeople,
            key => _tenants.ScopeOf(key.Target) != TenantScope.Tenant && (key.Model == model || (key.Fields.All(column => column.IsRequired) && !AuditNames.IsAuthor(key.Fields[0].Name))));
}
