using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>Binds ids, uniques and indexes.</summary>
internal sealed class IndexBinder
{
    private readonly ConnectorFacts _connector;

    private readonly bool _isContract;

    public IndexBinder(ConnectorFacts connector, bool isContract = false)
    {
        _connector = connector;
        _isContract = isContract;
    }

    public void Bind(ModelSymbol model)
    {
        var keys = new List<IndexSymbol>(1);
        var others = new List<IndexSymbol>();
        foreach (var declaring in model.Fields)
        {
            foreach (var attribute in declaring.Attributes)
            {
                if (attribute.Name is not ("id" or "unique") || !declaring.IsColumn)
                    continue;
                var column = new IndexColumn(declaring, declaring.Name, IsDescending(attribute.Find("sort")), Length(attribute.Find("length")), null)
                {
                    HasSort = attribute.Find("sort") is not null,
                    // Here Prisma takes a negative length for one; in a list of columns it passes over it.
                    HasLength = Integer(attribute.Find("length")) is not null,
                };
                var isKey = attribute.Name == "id";
                var index = Create(model, isKey ? IndexKind.PrimaryKey : IndexKind.Unique, attribute, [column]);
                index.DeclaringField = declaring;
                (isKey ? keys : others).Add(index);
            }
            if (declaring is { IsIdPreset: true, NativeType.Attribute: var preset })
            {
                var index = Create(model, IndexKind.PrimaryKey, preset, [new IndexColumn(declaring, declaring.Name, false, null, null)]);
                index.DeclaringField = declaring;
                keys.Add(index);
            }
        }
        foreach (var attribute in model.Attributes)
        {
            IndexKind? kind = attribute.Name switch
            {
                "id" => IndexKind.PrimaryKey,
                "unique" => IndexKind.Unique,
                "index" when _isContract && attribute.Find("unique") is PathExpressionSyntax { Name.Text: "true" } => IndexKind.Unique,
                "index" => IndexKind.Index,
                "fulltext" => IndexKind.Fulltext,
                "fullTextIndex" or "textIndex" when _isContract => IndexKind.Fulltext,
                _ => null,
            };
            if (kind is not { } known || attribute.FindOrDefault("fields") is not { } list)
                continue;
            var columns = Columns(model, list);
            if (columns.Length > 0)
                (known == IndexKind.PrimaryKey ? keys : others).Add(Create(model, known, attribute, columns));
        }
        model.PrimaryKey = keys.Count > 0 ? keys[0] : null;
        model.Indexes = [.. keys, .. others];
    }

    private IndexSymbol Create(ModelSymbol model, IndexKind kind, AttributeSymbol attribute, IndexColumn[] columns)
    {
        var index = new IndexSymbol(model, kind, attribute, columns)
        {
            Method = attribute.Find("type") switch
            {
                PathExpressionSyntax { Name.Text: var type } => Method(type),
                LiteralExpressionSyntax { IsString: true } text when _isContract => ContractMethod(text.Value),
                _ => IndexMethod.BTree,
            },
            IsClustered = attribute.Find("clustered") is PathExpressionSyntax { Name.Text: "true" or "false" } clustered ? clustered.Name.Text == "true" : null,
            Predicate = attribute.Find("where") is { } where ? Predicate(model, where) : null,
        };
        var name = attribute.FindString("name");
        var map = attribute.FindString("map");
        if (kind is IndexKind.PrimaryKey or IndexKind.Unique && !_isContract)
            index.ClientName = name;
        else
            map ??= name;
        index.HasExplicitName = map is not null;
        index.DatabaseName = map ?? ConstraintNames.Of(index, _connector);
        return index;
    }

    private static IndexColumn[] Columns(ModelSymbol model, ExpressionSyntax list)
    {
        var elements = list is ArrayExpressionSyntax array ? array.Elements : [list];
        var columns = new List<IndexColumn>(elements.Count);
        foreach (var element in elements)
        {
            var (path, arguments) = element switch
            {
                PathExpressionSyntax plain => (plain.Name.Text, (ArgumentListSyntax?)null),
                CallExpressionSyntax call => (call.Name.Text, call.ArgumentList),
                _ => ("", null),
            };
            if (Resolve(model, path) is not { IsColumn: true } column)
                continue;
            var sort = Find(arguments, "sort");
            var operatorClass = Find(arguments, "ops");
            columns.Add(new IndexColumn(column, path, IsDescending(sort), Length(Find(arguments, "length")), OperatorClass(operatorClass))
            {
                HasSort = sort is not null,
                HasLength = Integer(Find(arguments, "length")) >= 0,
                IsOperatorClassRaw = operatorClass is CallExpressionSyntax,
            });
        }
        return columns.ToArray();
    }

    private static FieldSymbol? Resolve(ModelSymbol model, string path)
    {
        if (path.IndexOf('.') < 0)
            return model.FindField(path);
        FieldSymbol? found = null;
        foreach (var part in path.Split('.'))
        {
            found = found is null ? model.FindField(part) : (found.TypeSymbol as CompositeTypeSymbol)?.FindField(part);
            if (found is null)
                return null;
        }
        return found;
    }

    private static ExpressionSyntax? Find(ArgumentListSyntax? arguments, string name)
    {
        if (arguments is null)
            return null;
        foreach (var argument in arguments.Arguments)
        {
            if (argument.Name.Text == name)
                return argument.Value;
        }
        return null;
    }

    private static bool IsDescending(ExpressionSyntax? sort) => sort is PathExpressionSyntax { Name.Text: "Desc" };

    private static int? Length(ExpressionSyntax? length) => Integer(length) is >= 0 and <= int.MaxValue and { } value ? (int)value : null;

    private static long? Integer(ExpressionSyntax? expression) =>
        expression is LiteralExpressionSyntax { IsString: false } number
        && long.TryParse(number.Token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static string? OperatorClass(ExpressionSyntax? ops) => ops switch
    {
        PathExpressionSyntax path => path.Name.Text,
        CallExpressionSyntax { Name.Text: "raw", Arguments: { Count: 1 } arguments } when arguments[0].Value is LiteralExpressionSyntax { IsString: true } text => text.Value,
        _ => null,
    };

    private static IndexMethod Method(string type) => type switch
    {
        "BTree" => IndexMethod.BTree,
        "Hash" => IndexMethod.Hash,
        "Gin" => IndexMethod.Gin,
        "Gist" => IndexMethod.Gist,
        "SpGist" => IndexMethod.SpGist,
        "Brin" => IndexMethod.Brin,
        _ => IndexMethod.Unknown,
    };

    private static IndexMethod ContractMethod(string type) => type.ToLowerInvariant() switch
    {
        "btree" => IndexMethod.BTree,
        "hash" or "hashed" => IndexMethod.Hash,
        "gin" => IndexMethod.Gin,
        "gist" => IndexMethod.Gist,
        "spgist" => IndexMethod.SpGist,
        "brin" => IndexMethod.Brin,
        _ => IndexMethod.Unknown,
    };

    private static IndexPredicate Predicate(ModelSymbol model, ExpressionSyntax where)
    {
        // In a contract the SQL stands there as it is.
        if (where is LiteralExpressionSyntax { IsString: true } sql)
            return new IndexPredicate(where, sql.Value, []);
        if (where is not ObjectExpressionSyntax conditions)
        {
            var raw = where is CallExpressionSyntax { Arguments.Count: > 0 } call && call.Arguments[0].Value is LiteralExpressionSyntax text ? text.Value : "";
            return new IndexPredicate(where, raw, []);
        }
        return new IndexPredicate(where, null, [.. conditions.Members.Select(member => Condition(model, member))]);
    }

    private static IndexCondition Condition(ModelSymbol model, ObjectMemberSyntax member)
    {
        var negated = member.Value is ObjectExpressionSyntax { Members.Count: 1 };
        var value = member.Value is ObjectExpressionSyntax { Members: { Count: 1 } inner } ? inner[0].Value : member.Value;
        var text = value switch
        {
            LiteralExpressionSyntax literal => literal.Token.Text,
            PathExpressionSyntax path => path.Name.Text,
            _ => "",
        };
        return new IndexCondition(member.Key.Text, text, negated, model.FindField(member.Key.Text));
    }
}
