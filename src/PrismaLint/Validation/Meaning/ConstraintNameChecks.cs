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
    private readonly Dictionary<(string Schema, ModelSymbol? Model, string Name), List<Constraint>> _names = [];
    private readonly HashSet<(SourceText Source, int Start)> _reported = [];

    private ConstraintNameChecks(ValidationContext context) => _context = context;

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_long, s_repeated];

    public static void Run(ValidationContext context)
    {
        var checks = new ConstraintNameChecks(context);
        foreach (var model in context.Schema.Models)
        {
            foreach (var index in model.Indexes)
                checks.AddIndex(index);
            foreach (var member in model.Fields)
                checks.AddDefault(model, member);
        }

        foreach (var relation in context.Schema.Relations)
            checks.AddRelation(relation);
        checks.ReportRepeated();
    }

    private void AddIndex(IndexSymbol index)
    {
        var attribute = index.Attribute;
        var symbol = (Symbol?)index.DeclaringField ?? index.Model;
        if (index.HasExplicitName)
            CheckLength(symbol, attribute, index.DatabaseName);
        var isKey = index.Kind == IndexKind.PrimaryKey;
        var constraint = new Constraint(symbol, NameLocation(index.Model, attribute), attribute.ToString(), IsForeignKey: false);
        switch (_context.Schema.Provider)
        {
            case Provider.PostgreSql:
                Add(index.Model, null, index.DatabaseName, constraint);
                Add(index.Model, index.Model, index.DatabaseName, constraint);
                break;
            case Provider.CockroachDb:
                Add(index.Model, index.Model, index.DatabaseName, constraint);
                break;
            case Provider.MySql or Provider.MongoDb when !isKey:
                Add(index.Model, index.Model, index.DatabaseName, constraint);
                break;
            case Provider.SqlServer:
                if (isKey)
                    Add(index.Model, null, index.DatabaseName, constraint);
                Add(index.Model, index.Model, index.DatabaseName, constraint);
                break;
            case Provider.Sqlite when !isKey:
                Add(index.Model, null, index.DatabaseName, constraint);
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
        var constraint = new Constraint(member, NameLocation(model, value.Attribute), value.Attribute.ToString(), IsForeignKey: false);
        Add(model, null, given ?? $"{model.TableName}_{member.ColumnName}_df", constraint);
    }

    // A relation without columns counts too, under the name that it would have.
    private void AddRelation(RelationSymbol relation)
    {
        if (relation.Kind is RelationKind.ImplicitManyToMany or RelationKind.EmbeddedManyToMany)
            return;
        var side = RelationSide.Of(relation.Forward);
        var model = side?.Model ?? relation.Back?.TargetModel;
        if (model is null)
            return;
        var given = side?.Attribute?.FindString("map");
        if (given is not null && side is { Attribute: { } attribute })
            CheckLength(side.Field, attribute, given);
        if (_context.Schema.Provider is not (Provider.PostgreSql or Provider.CockroachDb or Provider.MySql or Provider.SqlServer))
            return;
        var name = given ?? ConstraintNames.ForeignKey(model.TableName, (side?.Fields ?? []).Select(column => column.ColumnName), _context.Connector);
        var location = side is null ? model.Location : given is null ? side.Field.Location : side.Place("map");
        var constraint = new Constraint((Symbol?)side?.Field ?? model, location, "@relation", IsForeignKey: true);
        var isPerModel = _context.Connector.IsPostgreSqlLike;
        Add(model, isPerModel ? model : null, name, constraint);
    }

    private void Add(ModelSymbol model, ModelSymbol? scope, string name, Constraint constraint)
    {
        var key = (model.SchemaName ?? "", scope, name);
        if (!_names.TryGetValue(key, out var constraints))
            _names.Add(key, constraints = new List<Constraint>(1));
        constraints.Add(constraint);
    }

    private void ReportRepeated()
    {
        // In PostgreSQL the names of indexes clash over the whole schema already; within a model only foreign keys do.
        var onlyForeignKeys = _context.Connector.IsPostgreSqlLike;
        foreach (var pair in _names)
        {
            var constraints = pair.Value;
            if (constraints.Count < 2 || (onlyForeignKeys && pair.Key.Model is not null && !constraints.Exists(constraint => constraint.IsForeignKey)))
                continue;
            foreach (var constraint in constraints)
                Report(constraint, constraint == constraints[0] ? constraints[1] : constraints[0], pair.Key.Name);
        }
    }

    private void Report(Constraint constraint, Constraint other, string name)
    {
        if (!_reported.Add((constraint.Location.Source, constraint.Location.Span.Start)))
            return;
        _context.Report(
            s_repeated,
            constraint.Symbol,
            constraint.Location,
            $"The constraint name `{name}` of `{constraint.Attribute}` on `{constraint.Symbol.DisplayName}` is also that of `{other.Attribute}` on `{other.Symbol.DisplayName}`",
            related: new RelatedLocation(other.Location, $"`{name}` too"));
    }

    private void CheckLength(Symbol symbol, AttributeSymbol attribute, string name)
    {
        var limit = _context.Connector.MaxConstraintNameLength;
        if (name.Length * 3 <= limit)
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

    private sealed record Constraint(Symbol Symbol, Location Location, string Attribute, bool IsForeignKey);
}
