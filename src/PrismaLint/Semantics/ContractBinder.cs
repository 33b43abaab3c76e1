using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>Makes symbols of Prisma 8 contracts: the same as of schemas, with namespaces in the place of database schemas.</summary>
internal sealed class ContractBinder
{
    private readonly SemanticModel _model;
    private readonly ContractScope _root = new(null, null);
    private readonly List<ModelSymbol> _models = [];
    private readonly List<EnumSymbol> _enums = [];
    private readonly List<CompositeTypeSymbol> _composites = [];
    private readonly Dictionary<BlockSymbol, ContractScope> _scopes = [];
    private readonly ContractProvider _provider = new();

    private ContractBinder(SemanticModel model) => _model = model;

    public static SemanticModel Bind(IReadOnlyList<SyntaxTree> trees, PrismaVersion version)
    {
        var model = new SemanticModel(trees, version) { IsContract = true };
        var binder = new ContractBinder(model);
        foreach (var tree in trees)
            binder.Declare(tree, tree.Root.Members, binder._root, ErrorsOf(tree));
        model.Models = binder._models;
        model.Enums = binder._enums;
        model.CompositeTypes = binder._composites;
        model.ContractRoot = binder._root;
        model.ContractScopes = binder._scopes;
        foreach (var declared in binder._enums)
            BindEnum(declared);
        foreach (var composite in binder._composites)
        {
            composite.Attributes = BlockAttributes(composite);
            composite.Fields = binder.BindFields(composite);
        }
        foreach (var declared in binder._models)
            binder.BindModel(declared);
        model.ContractProvider = binder._provider.Found;
        var indexes = new IndexBinder(model.Connector, isContract: true);
        foreach (var declared in binder._models)
            indexes.Bind(declared);
        model.Relations = RelationBinder.Bind(model);
        return model;
    }

    private void Declare(SyntaxTree tree, IReadOnlyList<SyntaxNode> members, ContractScope scope, int[] errors)
    {
        foreach (var member in members)
        {
            if (member is NamespaceDeclarationSyntax { Name.IsMissing: false } space)
            {
                // The grammar bounds how deep a mistaken namespace in a namespace goes.
                Declare(tree, space.Members, _root.Namespace(space.Name.Text), errors);
                _provider.LookAtNamespace();
            }
            else if (member is BlockDeclarationSyntax block)
            {
                _provider.Look(block);
                Declare(tree, block, scope, errors);
            }
        }
    }

    private void Declare(SyntaxTree tree, BlockDeclarationSyntax block, ContractScope scope, int[] errors)
    {
        BlockSymbol? symbol = null;
        switch (block.Kind)
        {
            case SyntaxKind.TypesDeclaration:
                foreach (var named in block.Members.OfType<NamedTypeSyntax>())
                    _root.Add(tree, named);
                return;
            case SyntaxKind.ModelDeclaration when !block.Name.IsMissing:
                var model = new ModelSymbol(tree, block) { SchemaName = SchemaNameOf(scope) };
                _models.Add(model);
                symbol = model;
                break;
            case SyntaxKind.CompositeTypeDeclaration when !block.Name.IsMissing:
                var composite = new CompositeTypeSymbol(tree, block);
                _composites.Add(composite);
                symbol = composite;
                break;
            case SyntaxKind.EnumDeclaration when !block.Name.IsMissing:
                var declared = new EnumSymbol(tree, block) { SchemaName = SchemaNameOf(scope) };
                _enums.Add(declared);
                symbol = declared;
                break;
            default:
                if (!block.Name.IsMissing)
                    scope.AddOther(block.Name.Text);
                return;
        }
        symbol.HasErrors = block.CloseBrace.IsMissing || HoldsAny(errors, block.Span.Start, block.Span.End);
        scope.Add(symbol);
        _scopes[symbol] = scope;
        _model.TypesByName.TryAdd(symbol.Name, symbol);
    }

    // `unbound` holds what lies in no schema, or in one that is chosen at run time.
    private static string? SchemaNameOf(ContractScope scope) => scope.Name is "unbound" ? null : scope.Name;

    private static int[] ErrorsOf(SyntaxTree tree)
    {
        var places = tree.Diagnostics.Select(diagnostic => diagnostic.Location.Span.Start).ToArray();
        Array.Sort(places);
        return places;
    }

    private static bool HoldsAny(int[] places, int start, int end)
    {
        var index = Array.BinarySearch(places, start);
        index = index < 0 ? ~index : index;
        return index < places.Length && places[index] <= end;
    }

    private static void BindEnum(EnumSymbol symbol)
    {
        symbol.Attributes = BlockAttributes(symbol);
        foreach (var attribute in symbol.Attributes)
        {
            if (attribute.Name == "map" && Text(attribute) is { } name)
                (symbol.DatabaseName, symbol.MapAttribute) = (name, attribute);
        }
        symbol.Values =
        [
            .. symbol.Syntax.Values.Select(syntax =>
            {
                var value = new EnumValueSymbol(symbol.Tree, symbol, syntax) { Attributes = Attributes(symbol.Tree, syntax.Attributes) };
                if (syntax.Value is LiteralExpressionSyntax stored)
                    value.DatabaseName = stored.Value;
                return value;
            }),
        ];
    }

    private void BindModel(ModelSymbol symbol)
    {
        symbol.Attributes = BlockAttributes(symbol);
        foreach (var attribute in symbol.Attributes)
        {
            if (attribute.Name == "map" && Text(attribute) is { } name)
                (symbol.TableName, symbol.MapAttribute) = (name, attribute);
        }
        symbol.IsVariant = symbol.FindAttribute("base") is not null;
        symbol.Fields = BindFields(symbol);
        symbol.FieldsByName = new Dictionary<string, FieldSymbol>(symbol.Fields.Count, StringComparer.Ordinal);
        foreach (var member in symbol.Fields)
            symbol.FieldsByName.TryAdd(member.Name, member);
    }

    private FieldSymbol[] BindFields(BlockSymbol owner)
    {
        var scope = _scopes[owner];
        var fields = new List<FieldSymbol>(owner.Syntax.Members.Count);
        foreach (var member in owner.Syntax.Members)
        {
            if (member is not FieldDeclarationSyntax { Type: { Name.IsMissing: false } type } syntax)
                continue;
            var symbol = new FieldSymbol(owner.Tree, owner, syntax, type) { Attributes = Attributes(owner.Tree, syntax.Attributes) };
            BindType(symbol, scope);
            foreach (var attribute in symbol.Attributes)
            {
                if (attribute.Name == "map" && !symbol.IsRelation && Text(attribute) is { } name)
                    (symbol.ColumnName, symbol.MapAttribute) = (name, attribute);
                else if (attribute.Name == "default" && attribute.FindOrDefault("value") is { } value)
                    symbol.Default = new DefaultValue(value, attribute);
                else if (attribute.Name == "id")
                    _provider.LookAtId(symbol);
            }
            fields.Add(symbol);
        }
        return fields.ToArray();
    }

    private void BindType(FieldSymbol symbol, ContractScope scope)
    {
        var type = symbol.Type;
        var qualified = type as QualifiedTypeSyntax;
        if (qualified is { Space.IsMissing: false })
            return;
        if (qualified is { Namespace.IsMissing: false })
        {
            if (scope.FindNamespace(qualified.Namespace.Text) is { } space)
                BindTo(symbol, space.FindOwnBlock(type.Name.Text));
            else if (!scope.Knows(qualified.Namespace.Text))
                BindBuiltIn(symbol, type, qualified.FullName);
            return;
        }
        var name = type.Name.Text;
        if (scope.FindBlock(name) is { } declared)
            BindTo(symbol, declared);
        else if (scope.FindNamedType(name) is { Syntax.Type: { } meant })
            BindBuiltIn(symbol, meant, FullName(meant));
        else if (!scope.Knows(name))
            BindBuiltIn(symbol, type, name);
    }

    private static void BindTo(FieldSymbol symbol, BlockSymbol? declared)
    {
        symbol.TypeSymbol = declared;
        symbol.Kind = declared switch
        {
            ModelSymbol => FieldKind.Relation,
            EnumSymbol => FieldKind.Enum,
            CompositeTypeSymbol => FieldKind.Composite,
            _ => FieldKind.Unknown,
        };
    }

    // What an extension brings is a column all the same, of a type that nothing is known of.
    private void BindBuiltIn(FieldSymbol symbol, TypeSyntax type, string fullName)
    {
        var arguments = (type as QualifiedTypeSyntax)?.ArgumentList;
        if (fullName == "pg.enum")
        {
            _provider.LookAtDatabaseEnum();
            symbol.Kind = FieldKind.Enum;
            symbol.TypeSymbol = arguments?.Arguments is { Count: > 0 } values && values[0].Value is PathExpressionSyntax { Name: var name } ? _scopes[symbol.Owner].FindBlock(name.Text) : null;
            if (symbol.TypeSymbol is not EnumSymbol)
                (symbol.Kind, symbol.TypeSymbol) = (FieldKind.Unsupported, null);
            return;
        }
        if (ContractType.Find(fullName) is not { } known)
        {
            symbol.Kind = fullName.IndexOf('.') > 0 ? FieldKind.Unsupported : FieldKind.Unknown;
            return;
        }
        _provider.Look(known);
        symbol.Kind = FieldKind.Scalar;
        symbol.Scalar = known.Scalar;
        symbol.IsUpdatedAt = known.IsUpdatedAt || IsNow(arguments, "onUpdate");
        var written = AsAttribute(symbol);
        if (known.Native is { } native)
            symbol.NativeType = new NativeType(native, known.Length is { } length ? [length.ToString(CultureInfo.InvariantCulture)] : [.. Numbers(arguments)], written);
        if ((known.Default ?? (IsNow(arguments, "onCreate") ? "now" : null)) is { } function)
            symbol.Default = new DefaultValue(Call(symbol.Type, function), written);
        symbol.IsIdPreset = known.IsId;
    }

    private static bool IsNow(ArgumentListSyntax? arguments, string name) =>
        arguments is not null
        && arguments.Arguments.Any(argument => argument.Name.Text == name && argument.Value is PathExpressionSyntax { Name.Text: "now" });

    private static IEnumerable<string> Numbers(ArgumentListSyntax? arguments) => arguments is null
        ? []
        : arguments.Arguments.Where(argument => argument.Name.IsMissing).Select(argument => argument.Value).OfType<LiteralExpressionSyntax>().Select(number => number.Token.Text);

    // The type stands where schemas have an attribute: findings about it are made at the same kind of thing.
    private static AttributeSymbol AsAttribute(FieldSymbol symbol)
    {
        var start = symbol.Type.Span.Start;
        var name = new SyntaxToken(SyntaxKind.PathToken, start, FullName(symbol.Type));
        return new AttributeSymbol(symbol.Tree, new AttributeSyntax(new SyntaxToken(SyntaxKind.None, start, ""), name, (symbol.Type as QualifiedTypeSyntax)?.ArgumentList));
    }

    // A preset brings its default along; as an expression it is the call that would be written.
    private static CallExpressionSyntax Call(TypeSyntax type, string function)
    {
        var start = type.Span.Start;
        var open = new SyntaxToken(SyntaxKind.OpenParenToken, start, "(");
        return new CallExpressionSyntax(new SyntaxToken(SyntaxKind.IdentifierToken, start, function), new ArgumentListSyntax(open, [], [], default));
    }

    private static string FullName(TypeSyntax type) => type is QualifiedTypeSyntax qualified ? qualified.FullName : type.Name.Text;

    private static AttributeSymbol[] BlockAttributes(BlockSymbol symbol) =>
        [.. symbol.Syntax.BlockAttributes.Where(member => !member.Attribute.Name.IsMissing).Select(member => new AttributeSymbol(symbol.Tree, member.Attribute))];

    private static AttributeSymbol[] Attributes(SyntaxTree tree, IReadOnlyList<AttributeSyntax> attributes) =>
        [.. attributes.Where(attribute => !attribute.Name.IsMissing).Select(attribute => new AttributeSymbol(tree, attribute))];

    private static string? Text(AttributeSymbol attribute) =>
        attribute.FindOrDefault("name") is LiteralExpressionSyntax { IsString: true } text ? text.Value : null;
}
