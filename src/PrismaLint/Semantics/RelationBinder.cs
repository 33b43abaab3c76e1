using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>Pairs relation fields and binds foreign keys, as Prisma does.</summary>
internal sealed class RelationBinder
{
    private readonly SemanticModel _schema;
    // Of fields with equal owner, type and name only the first two can ever be someone's opposite.
    private readonly Dictionary<(ModelSymbol Owner, ModelSymbol Target, string Name), (FieldSymbol First, FieldSymbol? Second)> _groups;
    private readonly Dictionary<FieldSymbol, (string? Name, bool HasFields)> _facts;

    private RelationBinder(SemanticModel schema)
    {
        _schema = schema;
        var count = 0;
        foreach (var model in schema.Models)
        {
            foreach (var member in model.Fields)
            {
                if (member.IsRelation)
                    count++;
            }
        }
        _groups = new(count);
        _facts = new(count);
    }

    public static IReadOnlyList<RelationSymbol> Bind(SemanticModel schema)
    {
        var binder = new RelationBinder(schema);
        foreach (var model in schema.Models)
            binder.BindForeignKeys(model);
        var referencing = new Dictionary<ModelSymbol, List<ForeignKeySymbol>>();
        foreach (var key in schema.ForeignKeys)
        {
            if (!referencing.TryGetValue(key.Target, out var keys))
                referencing.Add(key.Target, keys = []);
            keys.Add(key);
        }
        foreach (var pair in referencing)
            pair.Key.ReferencingKeys = pair.Value;
        return binder.Pair();
    }

    private void BindForeignKeys(ModelSymbol model)
    {
        List<ForeignKeySymbol>? keys = null;
        foreach (var relation in model.Fields)
        {
            if (relation.TargetModel is not { } target)
                continue;
            var attribute = relation.FindAttribute("relation");
            var name = attribute is null ? null : Name(attribute);
            var fields = Names(attribute?.Find("fields"));
            _facts[relation] = (name, fields.Length > 0);
            var group = (model, target, name ?? "");
            if (!_groups.TryGetValue(group, out var members))
                _groups.Add(group, (relation, null));
            else if (members.Second is null)
                _groups[group] = (members.First, relation);
            if (attribute is null || fields.Length == 0 || relation.IsList)
                continue;
            if (BindForeignKey(relation, model, target, attribute, fields) is { } key)
                (keys ??= []).Add(key);
        }
        if (keys is not null)
            model.ForeignKeys = keys;
    }

    private ForeignKeySymbol? BindForeignKey(FieldSymbol relation, ModelSymbol model, ModelSymbol target, AttributeSymbol attribute, string[] names)
    {
        var referenceNames = Names(attribute.Find("references"));
        if (referenceNames.Length != names.Length)
            return null;
        var fields = new FieldSymbol[names.Length];
        var references = new FieldSymbol[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            if (model.FindField(names[i]) is not { IsColumn: true } column || target.FindField(referenceNames[i]) is not { IsColumn: true } reference)
                return null;
            fields[i] = column;
            references[i] = reference;
        }
        var key = new ForeignKeySymbol(relation, model, target, fields, references)
        {
            ExplicitOnDelete = Action(attribute.Find("onDelete")),
            ExplicitOnUpdate = Action(attribute.Find("onUpdate")),
        };
        var connector = _schema.Connector;
        // What a contract does not say is left to the database.
        key.OnDelete = key.ExplicitOnDelete
            ?? (_schema.IsContract ? ReferentialAction.NoAction : connector.DefaultOnDelete(fields.Any(column => column.IsRequired), _schema.RelationMode));
        key.OnUpdate = key.ExplicitOnUpdate ?? (_schema.IsContract ? ReferentialAction.NoAction : ReferentialAction.Cascade);
        key.HasOwnIndex = _schema.IsContract && attribute.Find("index") is not PathExpressionSyntax { Name.Text: "false" };
        key.ConstraintName = attribute.FindString("map")
            ?? ConstraintNames.ForeignKey(model.TableName, fields.Select(column => column.ColumnName), connector);
        relation.ForeignKey = key;
        return key;
    }

    private List<RelationSymbol> Pair()
    {
        var relations = new List<RelationSymbol>();
        foreach (var model in _schema.Models)
        {
            foreach (var relation in model.RelationFields)
            {
                if (relation.Relation is not null)
                    continue;
                var symbol = Create(relation, Opposite(relation));
                foreach (var side in symbol.Fields)
                {
                    side.Relation ??= symbol;
                    if (side.ForeignKey is { } key)
                    {
                        key.Relation ??= symbol;
                        symbol.ForeignKey ??= key;
                    }
                }
                relations.Add(symbol);
            }
        }
        return relations;
    }

    // The first field on the other side with this model as its type and the same name; neither direction nor arguments count.
    private FieldSymbol? Opposite(FieldSymbol side)
    {
        if (side.Model is not { } model || side.TargetModel is not { } target)
            return null;
        if (!_groups.TryGetValue((target, model, _facts[side].Name ?? ""), out var candidates))
            return null;
        return candidates.First != side ? candidates.First : candidates.Second;
    }

    private RelationSymbol Create(FieldSymbol side, FieldSymbol? opposite)
    {
        var name = _facts[side].Name;
        if (opposite is null)
        {
            if (side.IsList)
                return new RelationSymbol(RelationKind.OneToMany, name, null, side);
            var unique = side.ForeignKey is { } key && IsUniqueKey(key);
            return new RelationSymbol(unique ? RelationKind.OneToOne : RelationKind.OneToMany, name, side, null);
        }
        var (first, second) = InNameOrder(side, opposite);
        var firstHasFields = _facts[first].HasFields;
        var secondHasFields = _facts[second].HasFields;
        if (side.IsList && opposite.IsList)
        {
            var kind = firstHasFields || secondHasFields ? RelationKind.EmbeddedManyToMany : RelationKind.ImplicitManyToMany;
            return new RelationSymbol(kind, name, first, second);
        }
        if (side.IsList != opposite.IsList)
        {
            return side.IsList
                ? new RelationSymbol(RelationKind.OneToMany, name, opposite, side)
                : new RelationSymbol(RelationKind.OneToMany, name, side, opposite);
        }
        var secondIsForward = first.IsRequired != second.IsRequired
            ? second.IsRequired
            : first.IsOptional && !firstHasFields && secondHasFields;
        return secondIsForward
            ? new RelationSymbol(RelationKind.OneToOne, name, second, first)
            : new RelationSymbol(RelationKind.OneToOne, name, first, second);
    }

    private static bool IsUniqueKey(ForeignKeySymbol key) =>
        key.Model.Indexes.Any(index => index.IsUnique && index.Fields.SequenceEqual(key.Fields));

    private static (FieldSymbol First, FieldSymbol Second) InNameOrder(FieldSymbol left, FieldSymbol right)
    {
        var order = string.CompareOrdinal(left.Owner.Name, right.Owner.Name);
        if (order == 0)
            order = string.CompareOrdinal(left.Name, right.Name);
        return order <= 0 ? (left, right) : (right, left);
    }

    // A name given both with its argument's name and without counts for nothing.
    private static string? Name(AttributeSymbol attribute)
    {
        ExpressionSyntax? value = null;
        foreach (var argument in attribute.Arguments)
        {
            if (!argument.Name.IsMissing && argument.Name.Text != "name")
                continue;
            if (value is not null)
                return null;
            value = argument.Value;
        }
        return value is LiteralExpressionSyntax { IsString: true } text ? text.Value : null;
    }

    private static string[] Names(ExpressionSyntax? list) => list switch
    {
        ArrayExpressionSyntax { Elements: { Count: 1 } elements } when elements[0] is PathExpressionSyntax single => [single.Name.Text],
        ArrayExpressionSyntax array => [.. array.Elements.OfType<PathExpressionSyntax>().Select(path => path.Name.Text)],
        PathExpressionSyntax path => [path.Name.Text],
        _ => [],
    };

    private static ReferentialAction? Action(ExpressionSyntax? value) => (value as PathExpressionSyntax)?.Name.Text switch
    {
        "Cascade" => ReferentialAction.Cascade,
        "Restrict" => ReferentialAction.Restrict,
        "NoAction" => ReferentialAction.NoAction,
        "SetNull" => ReferentialAction.SetNull,
        "SetDefault" => ReferentialAction.SetDefault,
        _ => null,
    };
}
