using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds fields whose type is not the one that their name stands for in the team.</summary>
public sealed class FieldTypePolicyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5011", "field-type-policy")
    {
        Title = "Field of another type than its name stands for",
        Message = "`{0}` is `{1}`, and fields of that name are `{2}`",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.FindingsOnly,
        Preset = RulePreset.All,
        Rationale = """
            Amounts in `Decimal`, moments in `DateTime`, keys in `Uuid`: a type that goes with a name is an agreement that code,
            joins and reports rely on, and one column of another type breaks them late. A list of names and types holds the
            agreement; of several entries that fit a name the first one counts. Without a list nothing is reported.
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id          Int   @id
                  totalAmount Float
                }
                """,
            Clean: """
                model Order {
                  id          Int     @id
                  totalAmount Decimal @db.Decimal(19, 4)
                }
                """)
        {
            Options = new Dictionary<string, string> { ["require"] = "/Amount$/ => Decimal @db.Decimal(19, 4)" },
        },
        WhenNotToUse = """
            Whether a field is optional or a list does not matter. A native type that is asked for without arguments takes any.
            Views, ignored models, ignored fields and relations are not looked at.
            """,
        Fix = """
            Unsafe: writes the type that is asked for, which alters the column and, where the type in the schema changes, the
            client. Not offered for keys and for fields with a default, whose other ends would have to follow.
            """,
    };

    public static readonly RuleOption<IReadOnlyList<TypeRequirement>> Require = new(
        "require",
        "Names and their types: `/At$/ => DateTime @db.Timestamptz`.",
        [],
        "",
        "entries `name => Type` or `name => Type @db.Native`, separated by commas; `/…/` holds a regular expression",
        TypeRequirement.Parse);

    public static readonly RuleOption<NameList> IgnoredModels = RuleOption.Names("ignored_models", "Models whose fields may have any type.");

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("require-field-type");

    public override IReadOnlyList<RuleOption> Options => [Require, IgnoredModels, Compatibility];

    public override RuleOption? NeededOption => Require;

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var require = context.Get(Require);
        if (require.Count == 0)
            yield break;
        var ignored = context.Get(IgnoredModels);
        var isPrismaLint = PrismaLintMode.IsOn(context.Get(Compatibility));
        foreach (var model in (isPrismaLint ? context.WrittenModels : context.Tables).Where(model => !ignored.Contains(model.Name)))
        {
            foreach (var member in model.Fields.Where(member => isPrismaLint || (member.IsColumn && !member.IsIgnored)))
            {
                var fitting = require.Where(requirement => requirement.Names.Contains(member.Name));
                var wanted = fitting.FirstOrDefault();
                if (wanted is null)
                    continue;
                var native = FindNative(member, isPrismaLint);
                if (!Fits(member, native, wanted) || (isPrismaLint && AreAtOdds(fitting)))
                    yield return Report(member, native, wanted, context);
            }
        }
    }

    private static bool Fits(FieldSymbol member, AttributeSymbol? native, TypeRequirement wanted) =>
        !member.Type.IsUnsupported && member.Type.Name.Text == wanted.Type
        && (wanted.NativeType is null || (native is not null && FitsNative(native, wanted.NativeType)));

    private static bool FitsNative(AttributeSymbol native, string wanted)
    {
        var name = native.Name.Substring(native.Name.IndexOf('.') + 1);
        if (wanted.IndexOf('(') < 0)
            return name == wanted;
        var arguments = native.Tree.Source.ToString(TextSpan.FromBounds(native.Syntax.Name.End, native.Syntax.Span.End));
        return WithoutBlanks(name + arguments) == WithoutBlanks(wanted);
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => c != ' '));

    // prisma-lint knows native types by the name `db` alone, whatever the datasource is called.
    private static AttributeSymbol? FindNative(FieldSymbol member, bool isPrismaLint) => isPrismaLint
        ? member.Attributes.FirstOrDefault(attribute => attribute.Name.StartsWith("db.", StringComparison.Ordinal))
        : member.NativeType?.Attribute;

    // Where two entries want different things, prisma-lint takes no field for right.
    private static bool AreAtOdds(IEnumerable<TypeRequirement> requirements) =>
        requirements.Select(requirement => requirement.Type).Distinct().Count() > 1
        || requirements.Select(requirement => requirement.NativeType).OfType<string>().Where(native => native.Length > 0).Distinct().Count() > 1;

    private static Diagnostic Report(FieldSymbol member, AttributeSymbol? native, TypeRequirement wanted, RuleContext context)
    {
        var source = member.Tree.Source;
        var written = member.Type.IsUnsupported ? source.ToString(member.Type.Span) : member.Type.Name.Text;
        return Definition
            .At(member.LocationOf(member.Type), member.DisplayName, native is null ? written : written + " " + source.ToString(native.Syntax.Span), wanted.Written)
            .On(member.DisplayName)
            .WithFix(Retype(member, wanted, context));
    }

    private static CodeFix? Retype(FieldSymbol member, TypeRequirement wanted, RuleContext context)
    {
        if (member.Kind != FieldKind.Scalar || member.Owner is ModelSymbol { HasErrors: true })
            return null;
        var isSameType = member.Type.Name.Text == wanted.Type;
        if (!isSameType && (Connectors.ScalarTypes.Parse(wanted.Type) is null || member.Default is not null || member.IsUpdatedAt || IsPartOfKey(member)))
            return null;
        var edits = new List<TextEdit>();
        if (!isSameType)
            edits.Add(SchemaEdits.Replace(member.Tree.Source, member.Type.Name, wanted.Type));
        if (wanted.NativeType is { } native)
            edits.Add(SchemaEdits.SetNativeType(member, native, context.Schema.Datasource?.Name ?? "db"));
        else if (member.NativeType is { } old)
            edits.Add(SchemaEdits.RemoveAttribute(old.Attribute));
        return CodeFix.Unsafe($"Make `{member.DisplayName}` `{wanted.Written}`", [.. edits]);
    }

    private static bool IsPartOfKey(FieldSymbol member) => member.Model is not { } model
        || model.PrimaryKey?.Fields.Contains(member) == true
        || member.ForeignKeysOver.Any()
        || model.ReferencingKeys.Any(key => key.References.Contains(member));
}
