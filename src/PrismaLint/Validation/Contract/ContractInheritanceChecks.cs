using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation.Contract;

/// <summary>Models that are variants of another one (<c>@@base</c>, <c>@@discriminator</c>), and where roles stand.</summary>
internal static class ContractInheritanceChecks
{
    private static readonly ValidationCheck s_base = new(
        "contract-base", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "A model of a contract names a base that is no model, or has no discriminator");

    private static readonly ValidationCheck s_withoutVariant = new(
        "discriminator-without-variant", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "A model of a contract has a discriminator, and no model is a variant of it");

    private static readonly ValidationCheck s_both = new(
        "base-and-discriminator", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "A model of a contract is a variant and has a discriminator itself");

    private static readonly ValidationCheck s_role = new(
        "role-in-namespace", ValidationDescriptors.InvalidAttribute, ValidationStage.Names, "A `role` of a contract stands elsewhere than in `namespace unbound`");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_base, s_withoutVariant, s_both, s_role];

    public static void Run(ValidationContext context)
    {
        var bases = new HashSet<BlockSymbol>();
        var isUnclear = false;
        foreach (var model in context.Schema.Models)
        {
            if (model.FindAttribute("base") is not { } attribute)
                continue;
            if (attribute.Arguments.FirstOrDefault(argument => argument.Name.IsMissing)?.Value is not PathExpressionSyntax { Name: var name })
            {
                isUnclear = true;
                continue;
            }
            if (model.FindAttribute("discriminator") is { } discriminator)
                context.Report(s_both, model, discriminator.Location, $"`{model.Name}` is a variant of `{name.Text}` and has a discriminator itself");
            var scope = context.Schema.ContractScopes[model];
            var found = scope.FindBlock(name.Text);
            if (found is ModelSymbol target)
            {
                bases.Add(target);
                if (target.FindAttribute("discriminator") is null)
                    context.Report(s_base, model, model.LocationOf(name), $"`{target.Name}`, the base of `{model.Name}`, has no `@@discriminator`");
            }
            else if (found is not null || !scope.Knows(name.Text))
            {
                context.Report(s_base, model, model.LocationOf(name), $"`{name.Text}`, the base of `{model.Name}`, is no model");
            }
        }
        foreach (var model in context.Schema.Models)
        {
            if (!isUnclear && !model.IsVariant && !bases.Contains(model) && model.FindAttribute("discriminator") is { } attribute)
                context.Report(s_withoutVariant, model, attribute.Location, $"`{model.Name}` has a discriminator, and no model is a variant of it");
        }
        if (context.Schema.Provider != Provider.PostgreSql)
            return;
        foreach (var tree in context.Schema.Trees)
        {
            CheckRoles(context, tree, tree.Root.Members, isUnbound: false);
            foreach (var space in tree.Root.Members.OfType<NamespaceDeclarationSyntax>())
                CheckRoles(context, tree, space.Members, isUnbound: space.Name.Text is "unbound" or "__unbound__");
        }
    }

    private static void CheckRoles(ValidationContext context, SyntaxTree tree, IReadOnlyList<SyntaxNode> members, bool isUnbound)
    {
        foreach (var block in members.OfType<BlockDeclarationSyntax>())
        {
            if (!isUnbound && block.Keyword.Text == "role" && !block.Name.IsMissing)
                context.Report(s_role, block.Name.Text, null, new Location(tree.Source, block.Name.Span), $"The role `{block.Name.Text}` stands outside of `namespace unbound`");
        }
    }
}
