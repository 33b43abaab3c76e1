using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation.Contract;

/// <summary>Types of fields and of named scalars.</summary>
internal static class ContractTypeChecks
{
    private static readonly ValidationCheck s_unknownType = new(
        "undeclared-contract-type",
        ValidationDescriptors.UnknownType,
        ValidationStage.Types,
        "A field's type is none that Prisma 8 brings, and nothing in the contract declares it where the field can see it");

    private static readonly ValidationCheck s_unknownBase = new(
        "undeclared-contract-base",
        ValidationDescriptors.UnknownType,
        ValidationStage.Types,
        "A named scalar stands for no type, or for none that Prisma 8 brings");

    private static readonly ValidationCheck s_notANamespace = new(
        "no-contract-namespace", ValidationDescriptors.UnknownType, ValidationStage.Types, "A type's qualifier is no namespace, or a namespace stands where a type must");

    private static readonly ValidationCheck s_relationInCompositeType = new(
        "relation-in-contract-type", ValidationDescriptors.InvalidRelation, ValidationStage.Types, "A field of a contract's composite type refers to a model");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unknownType, s_unknownBase, s_notANamespace, s_relationInCompositeType];

    public static void Run(ValidationContext context)
    {
        var schema = context.Schema;
        foreach (var model in schema.Models)
        {
            foreach (var member in model.Fields)
                Check(context, member);
        }
        foreach (var type in schema.CompositeTypes)
        {
            foreach (var member in type.Fields)
            {
                Check(context, member);
                if (member.IsRelation)
                {
                    context.Report(
                        s_relationInCompositeType,
                        member,
                        member.LocationOf(member.Type.Name),
                        $"`{member.DisplayName}` refers to the model `{member.Type.Name.Text}`, and composite types hold no relations");
                }
            }
        }
        foreach (var tree in schema.Trees)
        {
            foreach (var block in tree.Root.Members.OfType<BlockDeclarationSyntax>().Where(block => block.Kind == SyntaxKind.TypesDeclaration))
            {
                foreach (var named in block.Members.OfType<NamedTypeSyntax>())
                    CheckBase(context, tree, named);
            }
        }
    }

    private static void Check(ValidationContext context, FieldSymbol member)
    {
        if (member.Kind != FieldKind.Unknown || member.Type is QualifiedTypeSyntax { Space.IsMissing: false })
            return;
        var scope = context.Schema.ContractScopes[member.Owner];
        var name = member.Type.Name;
        if (member.Type is QualifiedTypeSyntax { Namespace: { IsMissing: false } qualifier })
        {
            if (scope.FindNamespace(qualifier.Text) is { } space)
                Report(context, member, space, name, $"Nothing in the namespace `{qualifier.Text}` is named `{name.Text}`");
            else if (scope.Knows(qualifier.Text))
                context.Report(s_notANamespace, member, member.LocationOf(qualifier), $"`{qualifier.Text}` is no namespace");
            return;
        }
        // The named scalar says itself what is wrong with it, and of what extensions declare nothing is known.
        if (scope.FindNamedType(name.Text) is not null)
            return;
        if (scope.Knows(name.Text))
            context.Report(s_unknownType, member, member.LocationOf(name), $"`{name.Text}` is no type: a field holds a model, a type, an enum or a scalar");
        else if (scope.FindNamespace(name.Text) is not null)
            context.Report(s_notANamespace, member, member.LocationOf(name), $"`{name.Text}` is a namespace, and a type of it is written `{name.Text}.Name`");
        else
            Report(context, member, scope, name, $"No model, type, enum or scalar is named `{name.Text}`");
    }

    private static void Report(ValidationContext context, FieldSymbol member, ContractScope scope, SyntaxToken name, string message)
    {
        string[] candidates = [.. scope.TypeNames().Concat(ContractType.Names.Where(known => known.IndexOf('.') < 0)).OrderBy(known => known, StringComparer.Ordinal)];
        var nearest = context.Nearest(name.Text, candidates);
        context.Report(
            s_unknownType, member, member.LocationOf(name), message + ValidationContext.Hint(nearest), ValidationContext.Respell(member.Tree, name, nearest));
    }

    private static void CheckBase(ValidationContext context, SyntaxTree tree, NamedTypeSyntax named)
    {
        if (named.EqualsToken.IsMissing)
            return;
        if (named.Type is not { Name.IsMissing: false } type)
        {
            context.Report(s_unknownBase, named.Name.Text, null, new Location(tree.Source, named.Name.Span), $"`{named.Name.Text}` stands for no type");
            return;
        }
        if (type is QualifiedTypeSyntax { FullName: var fullName } && fullName.IndexOfAny(['.', ':']) > 0)
            return;
        if (ContractType.Find(type.Name.Text) is not null || context.Schema.ContractRoot?.FindBlock(type.Name.Text) is EnumSymbol)
            return;
        context.Report(
            s_unknownBase,
            named.Name.Text,
            null,
            new Location(tree.Source, type.Name.Span),
            $"`{named.Name.Text}` stands for `{type.Name.Text}`, which is no scalar that Prisma 8 brings");
    }
}
