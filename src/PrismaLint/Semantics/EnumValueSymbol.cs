using System.Collections.Generic;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>A value of an enum.</summary>
public sealed class EnumValueSymbol : Symbol
{
    internal EnumValueSymbol(SyntaxTree tree, EnumSymbol owner, EnumValueSyntax syntax)
        : base(tree, syntax.Name.Text)
    {
        Owner = owner;
        Syntax = syntax;
        DatabaseName = Name;
    }

    public EnumSymbol Owner { get; }

    public EnumValueSyntax Syntax { get; }

    public override SyntaxToken NameToken => Syntax.Name;

    public override string DisplayName => Owner.Name + "." + Name;

    /// <summary>The label in the database: of <c>@map</c>, else the value's own name.</summary>
    public string DatabaseName { get; internal set; }

    public AttributeSymbol? MapAttribute { get; internal set; }

    public IReadOnlyList<AttributeSymbol> Attributes { get; internal set; } = [];

    public string Documentation => Tree.GetDocumentation(Syntax);
}
