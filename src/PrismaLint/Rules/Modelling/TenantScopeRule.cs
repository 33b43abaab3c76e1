using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds uniques, indexes and foreign keys of a tenant's rows that leave the tenant out.</summary>
public sealed class TenantScopeRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5018", "tenant-scope")
    {
        Title = "Unique, index or foreign key that leaves the tenant out",
        Message = "{0}",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.Full,
        Rationale = """
            Rows that belong to a tenant are asked for by tenant, unique within a tenant, and related within a tenant:

            - A **unique** over what people choose (a slug, a name, a number) without the tenant column holds across tenants: the
              second tenant cannot have the slug, and the error tells that somebody else has it.
            - An **index** that does not start with the tenant column walks over the rows of all tenants.
            - A **relation** between two models that both have the tenant column, by a foreign key without it, lets a row of one
              tenant refer to a row of another. `fields: [tenantId, projectId], references: [tenantId, id]` does not; it needs
              `@@unique([tenantId, id])` at the other end.

            The rule is on where `prismalint.tenant_column` or `prismalint.tenant_model` is set, and silent without. It looks at
            models that have a required tenant column themselves. Where four out of five such relations leave the tenant out, that
            is one finding, with the count.
            """,
        Example = new RuleExample(
            Flagged: """
                model Tenant {
                  id       Int       @id
                  projects Project[]
                }

                model Project {
                  id       Int    @id
                  tenantId Int
                  tenant   Tenant @relation(fields: [tenantId], references: [id])
                  slug     String @unique

                  @@index([tenantId])
                }
                """,
            Clean: """
                model Tenant {
                  id       Int       @id
                  projects Project[]
                }

                model Project {
                  id       Int    @id
                  tenantId Int
                  tenant   Tenant @relation(fields: [tenantId], references: [id])
                  slug     String

                  @@unique([tenantId, slug])
                }
                """)
        {
            Options = new Dictionary<string, string> { ["tenant_column"] = "tenantId" },
        },
        WhenNotToUse = """
            A value is unique in the whole system, as the address by which one signs in: name it in `intended`. An index serves
            work across tenants (a queue, a clean-up): suppress it there. `checks` leaves out a whole kind: composite foreign keys
            are a decision that is taken for all relations or for none.

            Not reported: an index that is the only one to serve a foreign key, uniques and indexes with the foreign key to a
            model that belongs to a tenant (in front, for an index), indexes that are no B-tree or that start with a unique column
            or a token, hash, key or secret, uniques over generated values, domains and addresses of the web, relations to the
            tenants and to `global_models`, and models whose tenant column is optional.
            """,
    };

    public static readonly RuleOption<NameList> Checks = RuleOption.Names(
        "checks", "What is looked at.", "unique", "index", "relation");

    public static readonly RuleOption<NameList> Intended = RuleOption.Names(
        "intended", "Fields, as `Model.field`, whose values shall be unique across tenants.");

    public override IReadOnlyList<RuleOption> Options => [Checks, Intended, ChosenValues.BusinessWords, .. Tenancy.Options];

    // Where hardly any relation carries the tenant along, that is one decision.
    private const int HabitFrom = 4;

    // What is looked up by one of these is looked up before the tenant is known.
    private static readonly string[] s_lookups = ["token", "hash", "key", "secret"];

    // Names of things in the world, of which there is one for all tenants.
    private static readonly string[] s_worldly = ["domain", "url"];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (Tenancy.Create(context) is not { } tenancy)
            yield break;
        var checks = context.Get(Checks);
        var relations = new List<(ForeignKeySymbol Key, FieldSymbol Tenant)>();
        var kept = 0;
        foreach (var model in context.Tables)
        {
            if (TenantOf(tenancy, model) is not { } tenant || FrameworkModels.Owns(model))
                continue;
            if (checks.Contains("unique"))
            {
                foreach (var index in model.Indexes.Where(index => index.Kind == IndexKind.Unique && HoldsAcrossTenants(context, tenancy, index, tenant)))
                {
                    yield return Definition
                        .At(index.Location, $"`{index.Quote}` of `{index.DeclaringField?.DisplayName ?? model.Name}` holds across tenants: `{tenant.Name}` is not among its columns")
                        .On(index.DeclaringField?.DisplayName ?? index.DisplayName);
                }
            }
            if (checks.Contains("index"))
            {
                foreach (var index in model.Indexes.Where(index => index.Kind == IndexKind.Index && WalksOverTenants(tenancy, index, tenant)))
                {
                    yield return Definition
                        .At(index.Location, $"`{index.Quote}` of `{model.Name}` does not start with the tenant column `{tenant.Name}`")
                        .On(index.DisplayName);
                }
            }
            foreach (var key in model.ForeignKeys.Where(key => !key.Target.HasErrors))
            {
                if (TenantOf(tenancy, key.Target) is not { } targetTenant)
                    continue;
                if (key.Fields.Contains(tenant) || key.References.Contains(targetTenant))
                    kept++;
                else
                    relations.Add((key, tenant));
            }
        }
        if (!checks.Contains("relation"))
            yield break;
        var isHabit = relations.Count >= HabitFrom && kept * 4 <= relations.Count;
        foreach (var (key, tenant) in relations.Take(isHabit ? 1 : relations.Count))
        {
            yield return Definition
                .At(key.RelationField.Location, isHabit
                    ? $"`{key.DisplayName}` and {relations.Count - 1} more relations may refer to a row of another tenant: their keys, such as `{key.FieldList}`, leave out `{tenant.Name}`"
                    : $"`{key.DisplayName}` may refer to a `{key.Target.Name}` of another tenant: its key `{key.FieldList}` leaves out `{tenant.Name}`")
                .On(key.DisplayName);
        }
    }

    // The column of a model all of whose rows have a tenant.
    private static FieldSymbol? TenantOf(Tenancy tenancy, ModelSymbol model) =>
        tenancy.ScopeOf(model) == TenantScope.Direct && tenancy.ColumnOf(model) is { IsRequired: true } tenant ? tenant : null;

    private static bool HoldsAcrossTenants(RuleContext context, Tenancy tenancy, IndexSymbol index, FieldSymbol tenant)
    {
        var (words, intended) = (context.Get(ChosenValues.BusinessWords), context.Get(Intended));
        return !index.Fields.Contains(tenant)
            && index.Fields.Any(column => ChosenValues.IsChosen(column, words) && Array.IndexOf(s_worldly, Words.Last(column.Name)) < 0)
            && !index.Fields.Any(column => column.Default?.IsGeneratedIdentifier == true || column.IsId || intended.Contains(column.DisplayName))
            && !index.Model.ForeignKeys.Any(key => tenancy.HasTenant(key.Target) && key.Fields.All(column => index.Fields.Contains(column)));
    }

    private static bool WalksOverTenants(Tenancy tenancy, IndexSymbol index, FieldSymbol tenant)
    {
        if (index is not { Method: IndexMethod.BTree, Columns.Count: > 0 } || index.Columns[0].Field == tenant)
            return false;
        var leading = index.Columns[0].Field;
        return !leading.IsUnique
            && Array.IndexOf(s_lookups, Words.Last(leading.Name)) < 0
            && !index.Model.ForeignKeys.Any(key => (tenancy.HasTenant(key.Target) && key.Fields.Contains(leading)) || IsOnlyCover(index, key));
    }

    private static bool IsOnlyCover(IndexSymbol index, ForeignKeySymbol key)
    {
        string[] names = [.. key.Fields.Select(column => column.Name)];
        return IndexCoverage.Covers(index.Shape, names)
            && !index.Model.Indexes.Any(other => other != index && IndexCoverage.Covers(other.Shape, names));
    }
}
