using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds fields whose name is in another style than the rest. Relation fields have no column and are not looked at.</summary>
public sealed class FieldNameCaseRule() : Rule(Definition)
{
    /// <summary>From so many outliers with one first word on, the word is someone else's prefix: one finding for all.</summary>
    private const int GroupSize = 3;

    public static readonly RuleDescriptor Definition = new("PL1002", "field-name-case")
    {
        Title = "Field name in another style",
        Message = "Field `{0}` is not in {1}{2}",
        Category = DiagnosticCategory.Naming,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            The name of a field becomes a property of the generated client. A few names in another style among many are
            usually columns that were added by hand or introspected later. `@map` keeps the column's name whatever the
            field is called.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id         Int      @id
                  firstName  String
                  lastName   String
                  postalCode String
                  cityName   String
                  birthDate  DateTime
                  createdAt  DateTime
                  updatedAt  DateTime
                  user_name  String
                }
                """,
            Clean: """
                model User {
                  id         Int      @id
                  firstName  String
                  lastName   String
                  postalCode String
                  cityName   String
                  birthDate  DateTime
                  createdAt  DateTime
                  updatedAt  DateTime
                  userName  String @map("user_name")
                }
                """),
        WhenNotToUse = """
            Models that a framework prescribes and ignored fields are not judged; of a word without separator or inner
            capital only the first letter counts. Three or more fields of a model with the same first word (`utm_source`,
            `utm_medium`, …) are one finding. In `auto`, a schema without a style of its own gets no finding.
            """,
        Fix = """
            Renames the field with every reference in the schema and adds `@map` with the old name, so the database stays
            as it is. Unsafe: the client's API changes.
            """,
    };

    public static readonly RuleOption<string> Style = NamingOptions.Style("the names of fields");

    public static readonly RuleOption<NameList> Allow = NamingOptions.Allow("fields");

    public static readonly RuleOption<Prefixes> TrimPrefix = Prefixes.Option();

    public static readonly RuleOption<string> Compatibility = PrismaLintMode.Option("field-name-camel-case");

    public override IReadOnlyList<RuleOption> Options => [Style, Allow, TrimPrefix, Compatibility];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var allow = context.Get(Allow);
        var prefix = context.Get(TrimPrefix);
        if (PrismaLintMode.IsOn(context.Get(Compatibility)))
        {
            foreach (var member in context.WrittenModels.SelectMany(model => model.Fields))
            {
                if (!allow.Contains(member.Name) && !PrismaLintNames.IsCamelCase(prefix.TrimWholly(member.Name)))
                    yield return Report(member.Owner, [member], NameStyle.Camel, prefix, "");
            }
            yield break;
        }
        var owners = context.Models
            .Where(model => !model.IsIgnored && !FrameworkModels.Owns(model))
            .Select(model => (Owner: (BlockSymbol)model, model.Fields))
            .Concat(context.CompositeTypes.Select(type => (Owner: (BlockSymbol)type, type.Fields)))
            .Select(block => (block.Owner, Fields: block.Fields.Where(column => column.IsColumn && !column.IsIgnored && !allow.Contains(column.Name)).ToList()))
            .ToList();
        var configured = NameStyles.Parse(context.Get(Style));
        var dominant = configured is null
            ? NameStyles.FindDominant(owners.SelectMany(block => block.Fields).Select(column => prefix.Trim(column.Name)))
            : null;
        if ((configured ?? dominant?.Style) is not { } style)
            yield break;
        var origin = dominant is null ? "" : $", the style of {dominant.Count} of {dominant.Total} compound names";
        foreach (var (owner, fields) in owners)
        {
            var outliers = fields.Where(column => !NameStyles.Fits(prefix.Trim(column.Name), style));
            foreach (var group in outliers.GroupBy(column => FirstWord(column.Name)))
            {
                var members = group.ToList();
                if (members.Count >= GroupSize)
                    yield return Report(owner, members, style, prefix, origin);
                else
                {
                    foreach (var member in members)
                        yield return Report(owner, [member], style, prefix, origin);
                }
            }
        }
    }

    private static Diagnostic Report(BlockSymbol owner, List<FieldSymbol> members, NameStyle style, Prefixes prefix, string origin)
    {
        var first = members[0];
        var found = Definition.At(first.Location, first.DisplayName, NameStyles.Name(style), origin).On(first.DisplayName);
        foreach (var other in members.Skip(1))
            found = found.WithRelated(other.Location, $"`{other.Name}` begins with the same word");
        // A relation field has no column to be mapped to.
        if (owner is ModelSymbol { HasErrors: true } || members.Exists(member => !member.IsColumn))
            return found;
        return found.WithFix(RenameEdits.RenameFields(owner, [.. members.Select(member => (member, prefix.Convert(member.Name, style)))]));
    }

    private static string FirstWord(string name) => Words.Split(name) is { Count: > 0 } words ? words[0] : "";
}
