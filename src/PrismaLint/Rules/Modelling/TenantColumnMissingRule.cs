using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Modelling;

/// <summary>Finds models whose rows belong to no tenant.</summary>
public sealed class TenantColumnMissingRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL5017", "tenant-column-missing")
    {
        Title = "Model outside of every tenant",
        Message = "`{0}` has {1}, and is not among `global_models`",
        Category = DiagnosticCategory.Modelling,
        Contracts = ContractSupport.Full,
        Rationale = """
            Where tenants share the tables, each row must say whose it is: a filter, a row-level policy, an export or a deletion
            of one tenant can only use what the row has. A model that was forgotten shows one tenant's rows to the others.

            The rule is on where `prismalint.tenant_column` or `prismalint.tenant_model` is set, and silent without: which column
            tells tenants apart is for the team to say. The tenants are what foreign keys over that column refer to. A required
            relation to a model that belongs to a tenant is enough (`via_parent`), and so on from there; an optional one is not,
            since its rows may do without.
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

                  @@index([tenantId])
                }

                model Invoice {
                  id     Int @id
                  amount Int
                }
                """,
            Clean: """
                model Tenant {
                  id       Int       @id
                  projects Project[]
                  invoices Invoice[]
                }

                model Project {
                  id       Int    @id
                  tenantId Int
                  tenant   Tenant @relation(fields: [tenantId], references: [id])
                  tasks    Task[]

                  @@index([tenantId])
                }

                model Task {
                  id        Int     @id
                  projectId Int
                  project   Project @relation(fields: [projectId], references: [id])

                  @@index([projectId])
                }

                model Invoice {
                  id       Int    @id
                  amount   Int
                  tenantId Int
                  tenant   Tenant @relation(fields: [tenantId], references: [id])

                  @@index([tenantId])
                }
                """)
        {
            Options = new Dictionary<string, string> { ["tenant_column"] = "tenantId" },
        },
        WhenNotToUse = """
            Models that all tenants share (countries, plans, users who sign in to several tenants) belong into `global_models`.
            Models that a framework prescribes (Auth.js, Better Auth) are not reported. The options may be set for this rule or,
            as `prismalint.tenant_column` and so on, for all that look at tenants.
            """,
    };

    public override IReadOnlyList<RuleOption> Options => Tenancy.Options;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (Tenancy.Create(context) is not { } tenancy || context.Models.Count == 0)
            return [];
        if (tenancy.DirectModels.Count == 0 && tenancy.Tenants.Count == 0)
            return NothingFound(context);
        var lack = tenancy.ColumnName is { } column
            ? context.Get(Tenancy.ViaParent) ? $"neither `{column}` nor a required relation to a model that has it" : $"no `{column}`"
            : $"no relation to `{tenancy.Tenants.First().Name}`";
        return from model in context.Tables
               where tenancy.ScopeOf(model) == TenantScope.None && !FrameworkModels.Owns(model)
               select Definition.At(model.Location, model.Name, lack).On(model.DisplayName);
    }

    // More likely the setting is misspelt than every model wrong: said once.
    private static IEnumerable<Diagnostic> NothingFound(RuleContext context)
    {
        if (context.Tables.FirstOrDefault() is { } first)
        {
            var wanted = string.Join("` or `", context.Get(Tenancy.TenantColumn).Patterns.Concat(context.Get(Tenancy.TenantModel).Patterns));
            yield return Definition.At(first.Location, first.Name, $"no `{wanted}`, nor has any other model of the schema").On(first.DisplayName);
        }
    }
}
