using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>Makes symbols of syntax. Binds what can be bound and leaves the rest; what is wrong is validation's to say.</summary>
internal sealed class Binder
{
    private readonly SemanticModel _model;
    private readonly List<ModelSymbol> _models = [];
    private readonly List<EnumSymbol> _enums = [];
    private readonly List<CompositeTypeSymbol> _composites = [];
    private readonly List<DatasourceSymbol> _datasources = [];
    private readonly List<GeneratorSymbol> _generators = [];
    private readonly List<FieldSymbol> _fields = [];

    private Binder(SemanticModel model) => _model = model;

    public static SemanticModel Bind(IReadOnlyList<SyntaxTree> trees, PrismaVersion version)
    {
        var binder = new Binder(new SemanticModel(trees, version));
        foreach (var tree in trees)
            binder.Declare(tree);
        binder.BindConfiguration();
        foreach (var declared in binder._enums)
            BindEnum(declared);
        foreach (var composite in binder._composites)
            binder.BindComposite(composite);
        foreach (var model in binder._models)
            binder.BindModel(model);
        var indexes = new IndexBinder(binder._model.Connector);
        foreach (var model in binder._models)
            indexes.Bind(model);
        binder._model.Relations = RelationBinder.Bind(binder._model);
        return binder._model;
    }

    private void Declare(SyntaxTree tree)
    {
        foreach (var member in tree.Root.Members)
        {
            if (member is not BlockDeclarationSyntax block)
                continue;
            BlockSymbol? symbol = null;
            switch (block.Kind)
            {
                case SyntaxKind.ModelDeclaration or SyntaxKind.ViewDeclaration:
                    var model = new ModelSymbol(tree, block);
                    _models.Add(model);
                    symbol = model;
                    break;
                case SyntaxKind.EnumDeclaration:
                    var declared = new EnumSymbol(tree, block);
                    _enums.Add(declared);
                    symbol = declared;
                    break;
                case SyntaxKind.CompositeTypeDeclaration:
                    var composite = new CompositeTypeSymbol(tree, block);
                    _composites.Add(composite);
                    symbol = composite;
                    break;
                case SyntaxKind.DatasourceDeclaration:
                    _datasources.Add(new DatasourceSymbol(tree, block) { HasErrors = IsBroken(block) });
                    break;
                case SyntaxKind.GeneratorDeclaration:
                    _generators.Add(new GeneratorSymbol(tree, block) { HasErrors = IsBroken(block) });
                    break;
            }
            if (symbol is null)
                continue;
            symbol.HasErrors = IsBroken(block);
            _model.TypesByName[symbol.Name] = symbol;
        }
    }

    private static bool IsBroken(BlockDeclarationSyntax block)
    {
        if (block.CloseBrace.IsMissing || !SyntaxFacts.IsBlockKeyword(block.Keyword.Text))
            return true;
        foreach (var member in block.Members)
        {
            if (member is SkippedTextSyntax || (member is FieldDeclarationSyntax declaration && !IsKept(declaration)))
                return true;
        }
        return false;
    }

    // Prisma drops fields in a form of old: later checks do not see them.
    private static bool IsKept(FieldDeclarationSyntax declaration) =>
        declaration.Colon.IsMissing
        && declaration.Type is { Modifier: TypeModifier.Required or TypeModifier.Optional or TypeModifier.List };

    private void BindConfiguration()
    {
        _model.Models = _models;
        _model.Enums = _enums;
        _model.CompositeTypes = _composites;
        _model.Datasources = _datasources;
        _model.Generators = _generators;
        foreach (var datasource in _datasources)
        {
            datasource.Attributes = [];
            datasource.Provider = ConnectorFacts.ParseProvider(datasource.FindString("provider") ?? "");
            datasource.RelationMode = (datasource.FindString("relationMode") ?? datasource.FindString("referentialIntegrity")) switch
            {
                "prisma" => RelationMode.Prisma,
                "foreignKeys" => RelationMode.ForeignKeys,
                _ => ConnectorFacts.Of(datasource.Provider).DefaultRelationMode,
            };
        }
        _model.Datasource = _datasources.Count > 0 ? _datasources[0] : null;
        _model.PreviewFeatures =
        [
            .. _generators
                .Where(generator => !generator.IsPassedOver)
                .SelectMany(generator => generator.FindStrings("previewFeatures"))
                .Select(feature => feature.Value.ToLowerInvariant())
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static void BindEnum(EnumSymbol symbol)
    {
        symbol.Attributes = BlockAttributes(symbol);
        foreach (var attribute in symbol.Attributes)
        {
            if (attribute.Name == "map" && NameArgument(attribute) is { } name)
                (symbol.DatabaseName, symbol.MapAttribute) = (name, attribute);
            else if (attribute.Name == "schema" && StringArgument(attribute, "map") is { } schema)
                symbol.SchemaName = schema;
        }
        symbol.Values =
        [
            .. symbol.Syntax.Values.Select(syntax =>
            {
                var value = new EnumValueSymbol(symbol.Tree, symbol, syntax);
                value.Attributes = Attributes(symbol.Tree, syntax.Attributes);
                foreach (var attribute in value.Attributes)
                {
                    if (attribute.Name == "map" && NameArgument(attribute) is { } name)
                        (value.DatabaseName, value.MapAttribute) = (name, attribute);
                }
                return value;
            }),
        ];
    }

    private void BindComposite(CompositeTypeSymbol symbol)
    {
        symbol.Attributes = BlockAttributes(symbol);
        symbol.Fields = BindFields(symbol);
    }

    private void BindModel(ModelSymbol symbol)
    {
        symbol.Attributes = BlockAttributes(symbol);
        foreach (var attribute in symbol.Attributes)
        {
            switch (attribute.Name)
            {
                case "map" when NameArgument(attribute) is { } name:
                    (symbol.TableName, symbol.MapAttribute) = (name, attribute);
                    break;
                case "schema" when StringArgument(attribute, "map") is { } schema:
                    symbol.SchemaName = schema;
                    break;
                case "ignore":
                    symbol.IsIgnored = true;
                    break;
            }
        }
        symbol.Fields = BindFields(symbol);
        // Of the right size at once: growing would copy it three times for a usual model.
        symbol.FieldsByName = new Dictionary<string, FieldSymbol>(symbol.Fields.Count, StringComparer.Ordinal);
        foreach (var member in symbol.Fields)
            symbol.FieldsByName[member.Name] = member;
    }

    private FieldSymbol[] BindFields(BlockSymbol owner)
    {
        var fields = _fields;
        fields.Clear();
        foreach (var member in owner.Syntax.Members)
        {
            if (member is not FieldDeclarationSyntax syntax || !IsKept(syntax) || syntax.Type is not { } type)
                continue;
            var symbol = new FieldSymbol(owner.Tree, owner, syntax, type);
            BindType(symbol);
            symbol.Attributes = Attributes(owner.Tree, syntax.Attributes);
            foreach (var attribute in symbol.Attributes)
                BindFieldAttribute(symbol, attribute);
            fields.Add(symbol);
        }
        return fields.ToArray();
    }

    private void BindType(FieldSymbol symbol)
    {
        if (symbol.Type.IsUnsupported)
        {
            symbol.Kind = FieldKind.Unsupported;
            return;
        }
        var name = symbol.Type.Name.Text;
        symbol.Scalar = ScalarTypes.Parse(name);
        if (symbol.Scalar is not null)
        {
            symbol.Kind = FieldKind.Scalar;
            return;
        }
        symbol.TypeSymbol = _model.FindType(name);
        symbol.Kind = symbol.TypeSymbol switch
        {
            ModelSymbol => FieldKind.Relation,
            EnumSymbol => FieldKind.Enum,
            CompositeTypeSymbol => FieldKind.Composite,
            _ => FieldKind.Unknown,
        };
    }

    private static void BindFieldAttribute(FieldSymbol symbol, AttributeSymbol attribute)
    {
        switch (attribute.Name)
        {
            case "map" when !symbol.IsRelation && NameArgument(attribute) is { } name:
                (symbol.ColumnName, symbol.MapAttribute) = (name, attribute);
                break;
            case "default" when attribute.FindOrDefault("value") is { } value:
                symbol.Default = new DefaultValue(value, attribute);
                break;
            case "updatedAt":
                symbol.IsUpdatedAt = true;
                break;
            case "ignore":
                symbol.IsIgnored = true;
                break;
            default:
                // The prefix is the datasource's name, or ought to be.
                if (symbol.Kind == FieldKind.Scalar && attribute.Name.IndexOf('.') is >= 0 and var dot)
                    symbol.NativeType = new NativeType(attribute.Name.Substring(dot + 1), NativeArguments(attribute), attribute);
                break;
        }
    }

    private static string[] NativeArguments(AttributeSymbol attribute)
    {
        if (attribute.Arguments.Count == 0)
            return [];
        return
        [
            .. attribute.Arguments.Select(argument => argument.Value switch
            {
                LiteralExpressionSyntax literal => literal.Token.Text,
                PathExpressionSyntax path => path.Name.Text,
                { } other => attribute.Tree.Source.ToString(other.Span),
                null => "",
            }),
        ];
    }

    private static AttributeSymbol[] BlockAttributes(BlockSymbol symbol)
    {
        List<AttributeSymbol>? attributes = null;
        foreach (var member in symbol.Syntax.Members)
        {
            if (member is BlockAttributeSyntax { Attribute: var syntax })
                (attributes ??= []).Add(new AttributeSymbol(symbol.Tree, syntax));
        }
        return attributes is null ? [] : attributes.ToArray();
    }

    private static AttributeSymbol[] Attributes(SyntaxTree tree, IReadOnlyList<AttributeSyntax> attributes)
    {
        if (attributes.Count == 0)
            return [];
        var symbols = new AttributeSymbol[attributes.Count];
        for (var i = 0; i < symbols.Length; i++)
            symbols[i] = new AttributeSymbol(tree, attributes[i]);
        return symbols;
    }

    private static string? NameArgument(AttributeSymbol attribute) => StringArgument(attribute, "name");

    private static string? StringArgument(AttributeSymbol attribute, string name) =>
        attribute.FindOrDefault(name) is LiteralExpressionSyntax { IsString: true } text ? text.Value : null;
}
