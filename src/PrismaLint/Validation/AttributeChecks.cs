using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>Walks over all attributes and hands each to the check that knows it.</summary>
internal sealed class AttributeChecks
{
    private static readonly ValidationCheck s_updatedAtType = Check("updated-at-type", "`@updatedAt` is put on another type than DateTime");
    private static readonly ValidationCheck s_updatedAtList = Check("updated-at-list", "`@updatedAt` is put on a list");
    private static readonly ValidationCheck s_ignoreUnsupported = Check("ignore-on-unsupported", "`@ignore` is put on an Unsupported field");
    private static readonly ValidationCheck s_ignoreTwice = Check("ignore-in-ignored-model", "`@ignore` is put on a column of an ignored model");

    private static readonly string[] s_columnAttributes =
        ["id", "unique", "default", "updatedAt", "map", "ignore", "shardKey"];

    private static readonly string[] s_relationAttributes = ["relation", "ignore"];
    private static readonly string[] s_memberAttributes = ["default", "map"];
    private static readonly string[] s_modelAttributes = ["id", "unique", "index", "fulltext", "map", "schema", "ignore", "shardKey"];
    private static readonly string[] s_enumAttributes = ["map", "schema"];
    private static readonly string[] s_valueAttributes = ["map"];

    private readonly ValidationContext _context;
    private readonly AttributeSet _set;
    private readonly ArgumentReader _reader;
    private readonly FieldListReader _list = new();
    private readonly MapAttributeChecks _map = new();
    private readonly List<FieldSymbol> _ignoredColumns = [];
    private FieldSymbol? _id;
    private AttributeSymbol? _idAttribute;
    private FieldSymbol? _shardKey;
    private AttributeSymbol? _shardKeyAttribute;

    private AttributeChecks(ValidationContext context)
    {
        _context = context;
        _set = new AttributeSet(context);
        _reader = new ArgumentReader(context);
    }

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_updatedAtType, s_updatedAtList, s_ignoreUnsupported, s_ignoreTwice];

    public static void Run(ValidationContext context)
    {
        var checks = new AttributeChecks(context);
        foreach (var model in context.Schema.Models)
            checks.CheckModel(model);
        foreach (var symbol in context.Schema.Enums)
            checks.CheckEnum(symbol);
        foreach (var type in context.Schema.CompositeTypes)
            checks.CheckCompositeType(type);
    }

    private void CheckModel(ModelSymbol model)
    {
        _map.Clear();
        _ignoredColumns.Clear();
        _id = _shardKey = null;
        _idAttribute = _shardKeyAttribute = null;
        foreach (var member in model.Fields)
        {
            // A field whose type is unknown is neither column nor relation: its attributes mean nothing yet.
            if (member.Attributes.Count == 0 || member.Kind == FieldKind.Unknown)
                continue;
            _set.Open(member, member.Attributes);
            if (member.IsRelation)
                CheckRelationField(member);
            else
                CheckColumn(member, model);
        }

        _set.Open(model, model.Attributes);
        var isIgnored = false;
        if (Take(model, "ignore") is not null)
        {
            isIgnored = true;
            _reader.Close();
            foreach (var column in _ignoredColumns)
            {
                _context.Report(
                    s_ignoreTwice, column, column.Location, $"`{column.DisplayName}` has `@ignore`, and all of `{model.Name}` is ignored already",
                    RemoveIgnore(column));
            }
        }

        CheckBlockAttributes(model, isIgnored);
        // A key of the block has by now taken the place of the one on a field.
        if (_id is not null && _idAttribute is not null && !isIgnored)
            IdAttributeChecks.CheckRequired(_context, _id, _idAttribute);
        if (_shardKey is not null && _shardKeyAttribute is not null && !isIgnored)
            ShardKeyChecks.CheckRequired(_context, _shardKey, _shardKeyAttribute);
    }

    private void CheckBlockAttributes(ModelSymbol model, bool isIgnored)
    {
        if (model.Attributes.Count == 0)
            return;
        if (Take(model, "id") is not null && IdAttributeChecks.CheckBlock(_reader, _list, model, isIgnored, _id))
            _idAttribute = null;
        if (Take(model, "map") is not null)
            MapAttributeChecks.CheckName(_reader);
        if (Take(model, "schema") is not null)
            MapAttributeChecks.CheckSchema(_reader);
        foreach (var attribute in _set.TakeAll("index"))
        {
            if (_reader.Open(model, attribute))
                IndexAttributeChecks.CheckIndex(_reader, _list, model);
        }

        foreach (var attribute in _set.TakeAll("unique"))
        {
            if (_reader.Open(model, attribute))
                IndexAttributeChecks.CheckUnique(_reader, _list, model);
        }

        foreach (var attribute in _set.TakeAll("fulltext"))
        {
            if (_reader.Open(model, attribute))
                IndexAttributeChecks.CheckFulltext(_reader, _list, model);
        }

        if (Take(model, "shardKey") is not null && ShardKeyChecks.CheckBlock(_reader, _list, model, _shardKey))
            _shardKeyAttribute = null;
        _set.Close(s_modelAttributes);
    }

    private void CheckColumn(FieldSymbol column, ModelSymbol model)
    {
        if (Take(column, "map") is not null)
            _map.CheckColumn(_reader, column, _reader.TextOfDefault("name") is { } name ? model.FindField(name) : null);
        if (Take(column, "ignore") is { } ignore)
        {
            _reader.Close();
            _ignoredColumns.Add(column);
            if (column.Kind == FieldKind.Unsupported)
            {
                _context.Report(
                    s_ignoreUnsupported,
                    column,
                    column.LocationOf(ignore.Syntax.Name),
                    $"`{column.DisplayName}` has `@ignore` and is Unsupported, which the client leaves out anyway",
                    RemoveIgnore(column));
            }
        }

        if (_set.Take("relation") is { } relation)
            RelationArgumentChecks.ReportScalarField(_context, column, relation);
        if (Take(column, "id") is { } id)
        {
            IdAttributeChecks.CheckColumn(_reader, column, _id);
            if (_id is null)
                (_id, _idAttribute) = (column, id);
        }

        if (Take(column, "updatedAt") is { } updatedAt)
            CheckUpdatedAt(column, updatedAt);
        if (Take(column, "default") is not null)
            DefaultChecks.CheckColumn(_reader, column);
        if (column.Kind == FieldKind.Scalar)
            _set.TakeNativeTypes();
        if (Take(column, "unique") is not null)
            IndexAttributeChecks.CheckColumn(_reader, model);
        if (Take(column, "shardKey") is { } shardKey)
        {
            ShardKeyChecks.CheckColumn(_reader, column, _shardKey);
            if (_shardKey is null)
                (_shardKey, _shardKeyAttribute) = (column, shardKey);
        }

        _set.Close(s_columnAttributes);
    }

    private void CheckRelationField(FieldSymbol relation)
    {
        if (Take(relation, "relation") is not null)
            RelationArgumentChecks.Run(_reader, _list, relation);
        if (Take(relation, "ignore") is not null)
            _reader.Close();
        if (Take(relation, "id") is { } id)
            IdAttributeChecks.CheckRelationField(_context, relation, id);
        if (Take(relation, "default") is { } value)
            DefaultChecks.CheckRelationField(_context, relation, value);
        if (Take(relation, "map") is { } map)
            MapAttributeChecks.CheckRelationField(_context, relation, map);
        if (Take(relation, "unique") is { } unique)
            IndexAttributeChecks.CheckRelationField(_context, relation, unique);
        _set.Close(s_relationAttributes);
    }

    private void CheckUpdatedAt(FieldSymbol column, AttributeSymbol attribute)
    {
        _reader.Close();
        var location = column.LocationOf(attribute.Syntax.Name);
        if (column.Scalar != ScalarType.DateTime)
        {
            _context.Report(
                s_updatedAtType, column, location, $"`{column.DisplayName}` has `@updatedAt` and is of type `{column.Type.Name.Text}`, not `DateTime`");
        }
        else if (column.IsList)
        {
            _context.Report(s_updatedAtList, column, location, $"`{column.DisplayName}` has `@updatedAt` and is a list");
        }
    }

    private static CodeFix? RemoveIgnore(FieldSymbol column) =>
        column.FindAttribute("ignore") is { } ignore ? CodeFix.Safe("Remove `@ignore`", Repairs.RemoveAttribute(ignore)) : null;

    private void CheckEnum(EnumSymbol symbol)
    {
        foreach (var value in symbol.Values)
        {
            if (value.Attributes.Count == 0)
                continue;
            _set.Open(value, value.Attributes);
            if (Take(value, "map") is not null)
                MapAttributeChecks.CheckName(_reader);
            _set.Close(s_valueAttributes);
        }

        _set.Open(symbol, symbol.Attributes);
        if (Take(symbol, "map") is not null)
            MapAttributeChecks.CheckName(_reader);
        if (Take(symbol, "schema") is not null)
            MapAttributeChecks.CheckSchema(_reader);
        _set.Close(s_enumAttributes);
    }

    // Block attributes of composite types, and keys and relations inside them, are refused while parsing.
    private void CheckCompositeType(CompositeTypeSymbol type)
    {
        _map.Clear();
        foreach (var member in type.Fields)
        {
            if (member.Attributes.Count == 0 || !member.IsColumn)
                continue;
            _set.Open(member, member.Attributes);
            if (member.Kind == FieldKind.Scalar)
                _set.TakeNativeTypes();
            if (Take(member, "map") is not null)
                _map.CheckColumn(_reader, member, _reader.TextOfDefault("name") is { } name ? type.FindField(name) : null);
            if (Take(member, "default") is not null)
                DefaultChecks.CheckCompositeMember(_reader, member);
            _set.Pass("id", "unique", "relation");
            _set.Close(s_memberAttributes);
        }
    }

    // The attribute of that name, once, with its arguments open; none where Prisma passes it over.
    private AttributeSymbol? Take(Symbol symbol, string name) =>
        _set.Take(name) is { } attribute && _reader.Open(symbol, attribute) ? attribute : null;

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, summary);
}
