using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>Names of constraints: no longer than the database takes, and each once where it must be unique.</summary>
internal sealed class ConstraintNameChecks
{
    private static readonly ValidationCheck s_long = Check("long-constraint-name", "A constraint's name is longer than the database takes");
    private static readonly ValidationCheck s_repeated = Check("repeated-constraint-name", "Two constraints have one name");

    private readonly ValidationContext _context;

    // What bears a name first: an index, a relation, or a field with a default. Seldom is there a second.
    private readonly Dictionary<NameKey, object> _first = [];
    private readonly Dictionary<NameKey, List<object>> _clashes = [];
    private readonly HashSet<(SourceText Source, int Start)> _reported = [];
    private readonly HashSet<ModelSymbol> _unchecked = [];

    private ConstraintNameChecks(ValidationContext context, ModelSymbol? last)
    {
        _context = context;
        // Keys of views take part and are not blamed. So are those from the model on where Prisma gave up.
        var isBehind = false;
        foreach (var model in context.Schema.Models)
        {
            isBehind |= model == last;
            if (model.IsView || isBehind)
                _unchecked.Add(model);
        }
    }

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_long, s_repeated];

    /// <summary>Checks the names of a schema.</summary>
    /// <param name="context">The schema.</param>
    /// <param name="last">The model at which Prisma gave up; <see langword="null"/> where it did not.</param>
    public static void Run(ValidationContext context, ModelSymbol? last)
    {
        var checks = new ConstraintNameChecks(context, last);
        foreach (var model in context.Schema.Models)
        {
            foreach (var index in model.Indexes)
                checks.AddIndex(index);
            foreach (var member in model.Fields)
            {
                checks.AddDefault(model, member);
                if (member.IsRelation && member.FindAttribute("relation") is { } attribute && attribute.FindString("map") is { } name)
                    checks.CheckLength(member, attribute, name);
            }
        }

        if (last is null)
        {
            foreach (var relation in context.Schema.Relations)
                checks.AddRelation(relation);
        }

        checks.ReportClashes();
    }

    private void AddIndex(IndexSymbol index)
    {
        var isKey = index.Kind == IndexKind.PrimaryKey;
        var name = index.DatabaseName;
        if (index.HasExplicitName && (!isKey || _context.Connector.HasNamedPrimaryKeys))
            CheckLength((Symbol?)index.DeclaringField ?? index.Model, index.Attribute, name);
        switch (_context.Schema.Provider)
        {
            case Provider.PostgreSql:
                Add(index.Model, null, name, index);
                Add(index.Model, index.Model, name, index);
                break;
            case Provider.CockroachDb:
                Add(index.Model, index.Model, name, index);
                break;
            case Provider.MySql or Provider.MongoDb when !isKey:
                Add(index.Model, index.Model, name, index);
                break;
            case Provider.SqlServer:
                if (isKey)
                    Add(index.Model, null, name, index);
                Add(index.Model, index.Model, name, index);
                break;
            case Provider.Sqlite when !isKey:
                Add(index.Model, null, name, index);
                break;
        }
    }

    private void AddDefault(ModelSymbol model, FieldSymbol member)
    {
        if (_context.Schema.Provider != Provider.SqlServer || member.Default is not { } value)
            return;
        var given = value.Attribute.FindString("map");
        if (given is not null)
            CheckLength(member, value.Attribute, given);
        Add(model, null, given ?? $"{model.TableName}_{member.ColumnName}_df", member);
    }

    // A relation without columns counts too, under the name that it would have. One with a list alone belongs to the list's model.
    private void AddRelation(RelationSymbol relation)
    {
        if (relation.Kind is RelationKind.ImplicitManyToMany or RelationKind.EmbeddedManyToMany
            || _context.Schema.Provider is not (Provider.PostgreSql or Provider.CockroachDb or Provider.MySql or Provider.SqlServer)
            || OwnerOf(relation) is not { } owner)
        {
            return;
        }

        Add(owner, _context.Connector.IsPostgreSqlLike ? owner : null, NameOf(relation, owner), relation);
    }

    private string NameOf(RelationSymbol relation, ModelSymbol owner)
    {
        if (relation.Forward?.ForeignKey is { } key)
            return key.ConstraintName;
        if (RelationSide.Of(relation.Forward) is { } side)
        {
            return side.Attribute?.FindString("map")
                ?? ConstraintNames.ForeignKey(owner.TableName, side.Fields.Select(column => column.ColumnName), _context.Connector);
        }

        return ConstraintNames.ForeignKey(relation.Back?.TargetModel?.TableName ?? "", [], _context.Connector);
    }

    private static ModelSymbol? OwnerOf(RelationSymbol relation) => (relation.Forward ?? relation.Back)?.Model;

    private void Add(ModelSymbol model, ModelSymbol? scope, string name, object constraint)
    {
        var key = new NameKey(model.SchemaName, scope, name);
        if (_first.TryAdd(key, constraint))
            return;
        if (!_clashes.TryGetValue(key, out var clash))
            _clashes.Add(key, clash = [_first[key]]);
        clash.Add(constraint);
    }

    private void ReportClashes()
    {
        // In PostgreSQL the names of indexes clash over the whole schema already; within a model only foreign keys do.
        var onlyForeignKeys = _context.Connector.IsPostgreSqlLike;
        foreach (var pair in _clashes)
        {
            var constraints = pair.Value;
            if (onlyForeignKeys && pair.Key.Scope is not null && !constraints.Exists(constraint => constraint is RelationSymbol))
                continue;
            foreach (var constraint in constraints)
                Report(constraint, constraint == constraints[0] ? constraints[1] : constraints[0], pair.Key.Name);
        }
    }

    private void Report(object constraint, object second, string name)
    {
        if (constraint is not RelationSymbol && _unchecked.Count > 0 && ModelOf(constraint) is { } model && _unchecked.Contains(model))
            return;
        var (symbol, attribute, location) = Describe(constraint);
        if (!_reported.Add((location.Source, location.Span.Start)))
            return;
        var other = Describe(second);
        _context.Report(
            s_repeated,
            symbol,
            location,
            $"The constraint name `{name}` of `{attribute}` on `{symbol.DisplayName}` is also that of `{other.Attribute}` on `{other.Symbol.DisplayName}`",
            related: new RelatedLocation(other.Location, $"`{name}` too"));
    }

    private static ModelSymbol? ModelOf(object constraint) => constraint is IndexSymbol index ? index.Model : (constraint as FieldSymbol)?.Model;

    private static (Symbol Symbol, string Attribute, Location Location) Describe(object constraint)
    {
        if (constraint is IndexSymbol index)
            return ((Symbol?)index.DeclaringField ?? index.Model, index.Attribute.ToString(), NameLocation(index.Model, index.Attribute));
        if (constraint is FieldSymbol { Default.Attribute: { } attribute } member)
            return (member, attribute.ToString(), NameLocation(member, attribute));
        var relation = (RelationSymbol)constraint;
        if (RelationSide.Of(relation.Forward) is { } side)
            return (side.Field, "@relation", side.Attribute?.FindArgument("map") is null ? side.Field.Location : side.Place("map"));
        var owner = relation.Back?.Owner ?? throw new System.InvalidOperationException("A relation has a field.");
        return (owner, "@relation", owner.Location);
    }

    private void CheckLength(Symbol symbol, AttributeSymbol attribute, string name)
    {
        var limit = _context.Connector.MaxConstraintNameLength;
        if (name.Length <= limit / 3)
            return;
        var length = Encoding.UTF8.GetByteCount(name);
        if (length > limit)
        {
            _context.Report(
                s_long,
                symbol,
                NameLocation(symbol, attribute),
                $"The constraint name `{name}` is {length} bytes long, and {_context.Connector.DisplayName} takes up to {limit}");
        }
    }

    private static Location NameLocation(Symbol symbol, AttributeSymbol attribute) =>
        (attribute.FindArgument("map") ?? attribute.FindArgument("name")) is { } argument
            ? symbol.LocationOf(argument)
            : symbol.LocationOf(attribute.Syntax.Name);

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidIndex, ValidationStage.Meaning, summary);

    private readonly record struct NameKey(string? Schema, ModelSymbol? Scope, string Name);
}
