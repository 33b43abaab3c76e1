using System;
using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>Tells from the text of a contract for which database it is written: no block of it says so.</summary>
internal sealed class ContractProvider
{
    private bool _isPostgreSql;
    private bool _isMongoDb;

    /// <summary>What the evidence says; <see cref="Provider.Unknown"/> without any, and where it contradicts itself.</summary>
    public Provider Found => (_isPostgreSql, _isMongoDb) switch
    {
        (true, false) => Provider.PostgreSql,
        (false, true) => Provider.MongoDb,
        _ => Provider.Unknown,
    };

    public void Look(BlockDeclarationSyntax block)
    {
        var keyword = block.Keyword.Text;
        if (keyword is "native_enum" or "role" || keyword.StartsWith("policy_", StringComparison.Ordinal))
            _isPostgreSql = true;
        foreach (var member in block.Members)
        {
            switch (member)
            {
                case BlockAttributeSyntax { Attribute: var attribute }:
                    LookAtBlockAttribute(attribute);
                    break;
                case FieldDeclarationSyntax declaration:
                    Look(declaration.Attributes);
                    break;
            }
        }
    }

    /// <summary>Schemas of the database exist in PostgreSQL only.</summary>
    public void LookAtNamespace() => _isPostgreSql = true;

    public void Look(ContractType type)
    {
        _isPostgreSql |= type.Provider == Provider.PostgreSql;
        _isMongoDb |= type.Provider == Provider.MongoDb;
    }

    public void LookAtDatabaseEnum() => _isPostgreSql = true;

    /// <summary>MongoDB knows one kind of id, and no other may stand in a contract for it.</summary>
    public void LookAtId(FieldSymbol id)
    {
        if (id.Kind == FieldKind.Scalar && id.NativeType?.Name != "ObjectId")
            _isPostgreSql = true;
    }

    private void LookAtBlockAttribute(AttributeSyntax attribute)
    {
        switch (attribute.Name.Text)
        {
            case "textIndex":
                _isMongoDb = true;
                break;
            case "fullTextIndex" or "rls" or "check" or "id":
                _isPostgreSql = true;
                break;
            case "index":
                LookForArguments(attribute, "expression", "where", "unique", "name", "map", "options");
                break;
            case "type" when attribute.Arguments.Count > 0 && attribute.Arguments[0].Value is LiteralExpressionSyntax { IsString: true } codec:
                _isMongoDb |= codec.Value.StartsWith("mongo/", StringComparison.Ordinal);
                _isPostgreSql |= codec.Value.StartsWith("pg/", StringComparison.Ordinal);
                break;
        }
    }

    // MongoDB has no defaults that anything computes.
    private void Look(IReadOnlyList<AttributeSyntax> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name.Text == "default" && attribute.Arguments.Count > 0)
                _isPostgreSql |= attribute.Arguments[0].Value is CallExpressionSyntax or TaggedLiteralExpressionSyntax;
            else if (attribute.Name.Text == "relation")
                LookForArguments(attribute, "onDelete", "onUpdate", "index", "map");
        }
    }

    private void LookForArguments(AttributeSyntax attribute, params string[] names)
    {
        foreach (var argument in attribute.Arguments)
            _isPostgreSql |= Array.IndexOf(names, argument.Name.Text) >= 0;
    }
}
