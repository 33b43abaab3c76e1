using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>The domains of a schema: as its files or database schemas part it, else as its relations and names do.</summary>
internal sealed class Domains
{
    private const int MostModels = 25;
    private const int FewestModels = 3;
    private const int SmallGroup = 6;
    private const double BeginningWeight = 0.6;
    private const double EndingWeight = 0.3;
    private const double StrangerPart = 0.3;

    private readonly Dictionary<ModelSymbol, Domain> _byModel = [];

    private Domains(DomainSource source, IReadOnlyList<Domain> all)
    {
        Source = source;
        All = all;
        foreach (var domain in all)
        {
            foreach (var model in domain.Models)
                _byModel[model] = domain;
        }
    }

    /// <summary>What they follow.</summary>
    public DomainSource Source { get; }

    /// <summary>The largest first; the rest last.</summary>
    public IReadOnlyList<Domain> All { get; }

    public Domain Of(ModelSymbol model) => _byModel[model];

    /// <summary>The domain of a model; <see langword="null"/> for a view or an ignored model.</summary>
    public Domain? Find(ModelSymbol model) => _byModel.TryGetValue(model, out var domain) ? domain : null;

    public static Domains Find(PlanContext context)
    {
        var models = context.Models;
        if (ByGroups(models, model => model.SchemaName ?? "") is { } schemas)
            return Create(DomainSource.Schemas, schemas, models);
        if (ByGroups(models, model => FileName(model.Tree.Source.Path)) is { } files && HoldEnough(files, models))
            return Create(DomainSource.Files, files, models);
        if (ByGroups(models, model => FolderName(model.Tree.Source.Path)) is { } folders && HoldEnough(folders, models))
            return Create(DomainSource.Folders, folders, models);
        return Create(DomainSource.Relations, [("", models)], models);
    }

    // One group is none, and neither is a group for each model.
    private static List<(string Name, IReadOnlyList<ModelSymbol> Models)>? ByGroups(IReadOnlyList<ModelSymbol> models, Func<ModelSymbol, string> nameOf)
    {
        var groups = models.GroupBy(nameOf, StringComparer.Ordinal).Select(group => (group.Key, (IReadOnlyList<ModelSymbol>)group.ToArray())).ToList();
        return groups.Count > 1 && groups.Count * 2 <= models.Count + 2 ? groups : null;
    }

    // A file for every model or two is a way to write schemas, and says nothing of domains.
    private static bool HoldEnough(List<(string Name, IReadOnlyList<ModelSymbol> Models)> groups, IReadOnlyList<ModelSymbol> models) =>
        groups.Count * FewestModels <= models.Count;

    private static Domains Create(DomainSource source, IReadOnlyList<(string Name, IReadOnlyList<ModelSymbol> Models)> groups, IReadOnlyList<ModelSymbol> all)
    {
        var stems = new NameStems(all);
        var names = new DomainNames(stems);
        var domains = new List<Domain>();
        foreach (var (name, models) in groups)
        {
            if (name.Length > 0 && models.Count <= MostModels * 2)
                domains.Add(new Domain(names.Unique(name), models));
            else
                domains.AddRange(Cluster(source == DomainSource.Schemas ? name : "", models, stems, names));
        }
        return new Domains(source, [.. domains.OrderBy(domain => domain.IsRest).ThenByDescending(domain => domain.Models.Count).ThenBy(domain => domain.Name, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Domain> Cluster(string group, IReadOnlyList<ModelSymbol> models, NameStems stems, DomainNames names)
    {
        var numbers = new Dictionary<ModelSymbol, int>();
        foreach (var model in models)
            numbers.Add(model, numbers.Count);
        var clusters = new ModelClusters(models.Count, MostModels);
        ConnectByKeys(models, numbers, clusters);
        ConnectByNames(models, numbers, stems, clusters);
        var alone = new List<ModelSymbol>();
        foreach (var part in clusters.Find(FewestModels).OrderByDescending(part => part.Count))
        {
            ModelSymbol[] members = [.. part.Select(number => models[number])];
            if (members.Length == 1 && models.Count > 1)
                alone.Add(members[0]);
            else
                yield return new Domain((group.Length == 0 ? "" : group + ": ") + names.Of(members), members);
        }
        if (alone.Count > 0)
            yield return new Domain((group.Length == 0 ? "" : group + ": ") + names.Unique("Unrelated"), [.. alone.OrderBy(model => numbers[model])]) { IsRest = true };
    }

    // A key to a model that everything refers to says little; the more keys lead there, the less.
    private static void ConnectByKeys(IReadOnlyList<ModelSymbol> models, Dictionary<ModelSymbol, int> numbers, ModelClusters clusters)
    {
        foreach (var model in models)
        {
            foreach (var target in model.ForeignKeys.Select(key => key.Target).Distinct().Where(numbers.ContainsKey))
                clusters.Connect(numbers[model], numbers[target], 1 / Math.Pow(Referrers(target), 0.75));
            foreach (var field in model.RelationFields.Where(field => field.Relation is { Kind: RelationKind.ImplicitManyToMany or RelationKind.EmbeddedManyToMany } relation && relation.Forward == field))
            {
                if (field.TargetModel is { } target && numbers.TryGetValue(target, out var number))
                    clusters.Connect(numbers[model], number, 0.5);
            }
        }
    }

    private static int Referrers(ModelSymbol target) => Math.Max(1, target.ReferencingKeys.Select(key => key.Model).Distinct().Count());

    // A beginning that two in five of the names share says nothing.
    private static void ConnectByNames(IReadOnlyList<ModelSymbol> models, Dictionary<ModelSymbol, int> numbers, NameStems stems, ModelClusters clusters)
    {
        var neighbours = models.ToDictionary(model => model, model => new HashSet<ModelSymbol>(model.ForeignKeys.Select(key => key.Target).Concat(model.ReferencingKeys.Select(key => key.Model))));
        var beginnings = stems.Shared.Select(stem => (Models: stems.ModelsOf(stem), Weight: BeginningWeight));
        foreach (var (sharing, total) in beginnings.Concat(stems.SharedEndings.Select(sharing => (Models: sharing, Weight: EndingWeight))))
        {
            var sharers = sharing.Where(numbers.ContainsKey).ToArray();
            if (sharers.Length < 2 || (sharers.Length > SmallGroup && sharers.Length * 5 > models.Count * 2))
                continue;
            var weight = total / (sharers.Length - 1);
            for (var left = 0; left < sharers.Length; left++)
            {
                for (var right = left + 1; right < sharers.Length; right++)
                    clusters.Connect(numbers[sharers[left]], numbers[sharers[right]], HaveCommonGround(neighbours, sharers[left], sharers[right]) ? weight : weight * StrangerPart);
            }
        }
    }

    // Names alike by chance: their models have to do with nothing in common.
    private static bool HaveCommonGround(Dictionary<ModelSymbol, HashSet<ModelSymbol>> neighbours, ModelSymbol left, ModelSymbol right) =>
        neighbours[left].Count == 0 || neighbours[right].Count == 0 || neighbours[left].Contains(right) || neighbours[left].Overlaps(neighbours[right]);

    private static string FileName(string path)
    {
        var file = path.Substring(path.LastIndexOf('/') + 1);
        var dot = file.LastIndexOf('.');
        var name = dot > 0 ? file.Substring(0, dot) : file;
        return name is "schema" or "index" or "main" ? FolderName(path) is { Length: > 0 } folder ? folder : name : name;
    }

    private static string FolderName(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 1 ? parts[parts.Length - 2] : "";
    }
}
