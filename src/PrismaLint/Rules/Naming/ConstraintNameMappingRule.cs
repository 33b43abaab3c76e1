using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Rules.Naming;

/// <summary>Finds names of keys, uniques, indexes and foreign keys outside a style or template.</summary>
public sealed class ConstraintNameMappingRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL1016", "constraint-name-mapping")
    {
        Title = "Constraint name outside the convention",
        Message = "{0} `{1}` of `{2}` is not {3}, expected `{4}`",
        Category = DiagnosticCategory.Naming,
        Preset = RulePreset.All,
        Rationale = """
            A constraint's name is what the database says when it refuses a row, and what a migration by hand has to spell. Where
            `map` gives it, it is chosen freely; a convention makes it say of what table and columns it is.
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id         Int @id
                  customerId Int @map("customer_id")

                  @@index([customerId], map: "foo")
                  @@map("orders")
                }
                """,
            Clean: """
                model Order {
                  id         Int @id
                  customerId Int @map("customer_id")

                  @@index([customerId], map: "idx_orders_customer_id")
                  @@map("orders")
                }
                """)
        {
            Options = new Dictionary<string, string> { ["index"] = "idx_{table}_{columns}" },
        },
        WhenNotToUse = """
            A convention: off unless asked for. Names that Prisma makes are its own convention and reported only with
            `require_map`. A kind of constraint with a template has to follow it; the others have to be in `style`. `name` of a
            key or unique is a name of the client and not judged. Ignored models and those of frameworks keep their names.
            """,
        Fix = """
            Writes the name expected. Unsafe: the next migration renames the constraint, or drops it and creates it anew. Not
            offered where the name is taken or too long for the database.
            """,
    };

    public static readonly RuleOption<string> Style = RuleOption.Choice(
        "style", "The style of names without a template; `any` lets them be.", "snake", "any", "snake", "camel", "pascal", "upper");

    public static readonly RuleOption<string> PrimaryKey = Template("primary_key", "primary keys");

    public static readonly RuleOption<string> Unique = Template("unique", "uniques");

    public static readonly RuleOption<string> Index = Template("index", "indexes");

    public static readonly RuleOption<string> ForeignKey = Template("foreign_key", "foreign keys");

    public static readonly RuleOption<bool> RequireMap = RuleOption.Flag("require_map", "Judges the names that Prisma makes as well.", false);

    public static readonly RuleOption<NameList> Allow = RuleOption.Names("allow", "Names of constraints that are let be.");

    public override IReadOnlyList<RuleOption> Options => [Style, PrimaryKey, Unique, Index, ForeignKey, RequireMap, Allow];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var allow = context.Get(Allow);
        var requireMap = context.Get(RequireMap);
        var style = NameStyles.Parse(context.Get(Style));
        var judged = NamingOptions.Models(context, isPrismaLint: false)
            .SelectMany(model => Constraints(context, model))
            .Where(constraint => (constraint.Given is not null || requireMap) && !allow.Contains(constraint.Name))
            .ToList();
        var outliers = new List<(Constraint Constraint, string What, string Expected)>();
        foreach (var constraint in judged)
        {
            var template = context.Get(TemplateOf(constraint.Kind));
            if (template.Length > 0 && Fill(template, constraint) is var filled && filled != constraint.Name)
                outliers.Add((constraint, "named by the template", filled));
            else if (template.Length == 0 && style is { } wanted && !NameStyles.Fits(constraint.Name, wanted))
                outliers.Add((constraint, "in " + NameStyles.Name(wanted), NameStyles.Convert(constraint.Name, wanted)));
        }
        if (outliers.Count == 0)
            return [];
        var taken = new HashSet<string>(context.Schema.Models.SelectMany(model => Constraints(context, model)).Select(constraint => constraint.Name), StringComparer.OrdinalIgnoreCase);
        var expected = outliers.ToLookup(outlier => outlier.Expected, StringComparer.OrdinalIgnoreCase);
        return outliers.Select(outlier =>
        {
            var isFree = outlier.Expected.Length > 0
                && Encoding.UTF8.GetByteCount(outlier.Expected) <= context.Connector.MaxConstraintNameLength
                && (!taken.Contains(outlier.Expected) || outlier.Expected.Equals(outlier.Constraint.Name, StringComparison.OrdinalIgnoreCase))
                && expected[outlier.Expected].Count() == 1;
            return Report(outlier.Constraint, outlier.What, outlier.Expected, isFree);
        });
    }

    private static Diagnostic Report(Constraint constraint, string what, string expected, bool isFree)
    {
        var attribute = constraint.Attribute;
        var found = Definition
            .At(constraint.Given is null ? attribute.Location : attribute.LocationOf(constraint.Given), KindName(constraint.Kind), constraint.Name, constraint.Object, what, expected)
            .On(constraint.Object);
        if (!isFree)
            return found;
        var literal = SyntaxFacts.EncodeString(expected);
        TextEdit edit = constraint.Given is null
            ? SchemaEdits.SetArgument(attribute, "map", literal)
            : SchemaEdits.Replace(attribute.Tree.Source, constraint.Given, literal);
        return found.WithFix(CodeFix.Unsafe($"Name it `{expected}`, which the next migration carries out", edit));
    }

    private static IEnumerable<Constraint> Constraints(RuleContext context, ModelSymbol model)
    {
        foreach (var index in model.Indexes.Where(index => index.Kind != IndexKind.PrimaryKey || context.Connector.HasNamedPrimaryKeys))
        {
            var given = index.HasExplicitName ? index.Attribute.Find("map") ?? index.Attribute.Find("name") : null;
            yield return new Constraint(index.Kind, index.DatabaseName, given, index.Attribute, index.DisplayName, model.TableName, Columns(index.Fields), "");
        }
        if (!context.Connector.HasNamedForeignKeys)
            yield break;
        foreach (var key in model.ForeignKeys)
        {
            if (key.RelationField.FindAttribute("relation") is { } attribute)
                yield return new Constraint(null, key.ConstraintName, attribute.Find("map"), attribute, key.DisplayName, model.TableName, Columns(key.Fields), key.Target.TableName);
        }
    }

    private static string Columns(IEnumerable<FieldSymbol> fields) => string.Join("_", fields.Select(column => column.ColumnName));

    private static string Fill(string template, Constraint constraint) => template
        .Replace("{table}", constraint.Table)
        .Replace("{columns}", constraint.Columns)
        .Replace("{target}", constraint.Target);

    private static RuleOption<string> Template(string name, string what) => RuleOption.Template(
        name,
        name == "foreign_key"
            ? $"The template of the names of {what}; `{{target}}` is the table referred to."
            : $"The template of the names of {what}: `idx_{{table}}_{{columns}}`.",
        name == "foreign_key" ? ["table", "columns", "target"] : ["table", "columns"]);

    private static RuleOption<string> TemplateOf(IndexKind? kind) => kind switch
    {
        IndexKind.PrimaryKey => PrimaryKey,
        IndexKind.Unique => Unique,
        null => ForeignKey,
        _ => Index,
    };

    private static string KindName(IndexKind? kind) => kind switch
    {
        IndexKind.PrimaryKey => "Primary key",
        IndexKind.Unique => "Unique",
        null => "Foreign key",
        _ => "Index",
    };

    /// <param name="Kind">The kind of index; <see langword="null"/> for a foreign key.</param>
    /// <param name="Name">The name in the database.</param>
    /// <param name="Given">The text that gives it; <see langword="null"/> where Prisma makes it.</param>
    /// <param name="Attribute">The attribute that declares the constraint.</param>
    /// <param name="Object">How findings call it.</param>
    /// <param name="Table">The table.</param>
    /// <param name="Columns">The columns, joined by underscores.</param>
    /// <param name="Target">The table that a foreign key refers to.</param>
    private sealed record Constraint(
        IndexKind? Kind, string Name, ExpressionSyntax? Given, AttributeSymbol Attribute, string Object, string Table, string Columns, string Target);
}
