using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Tests.Rules.Shared;

public sealed class TenancyTests
{
    private const string Text = """
        model Organization {
          id       Int    @id
          users    User[]
          projects Project[]
        }

        model User {
          id             Int          @id
          organizationId Int
          organization   Organization @relation(fields: [organizationId], references: [id])
        }

        model Project {
          id             Int          @id
          createdAt      DateTime
          organizationId Int
          organization   Organization @relation(fields: [organizationId], references: [id])
          tasks          Task[]
        }

        model Task {
          id        Int     @id
          createdAt DateTime
          projectId Int
          project   Project @relation(fields: [projectId], references: [id])
        }

        model Country {
          id              Int @id
          createdAt       DateTime
          organization_id Int?
        }
        """;

    private static SemanticModel Schema(string text = Text) => SemanticModel.Create(SyntaxTree.Parse("schema.prisma", text));

    // The scopes of the models, in the order of the text.
    private static TenantScope[]? Scopes(params (RuleOption Option, string Value)[] options)
    {
        var context = Context(options);
        return Tenancy.Create(context) is { } tenancy ? [.. context.Schema.Models.Select(tenancy.ScopeOf)] : null;
    }

    private static Tenancy? Create(params (RuleOption Option, string Value)[] options) =>
        Tenancy.Create(Context(options));

    private static RuleContext Context((RuleOption Option, string Value)[] options) =>
        new(Schema(), options.ToDictionary(pair => pair.Option, pair => pair.Option.Parse(pair.Value)!));

    [Test]
    public void Is_not_there_unless_configured()
    {
        Create().Should().BeNull();
        Create((Tenancy.GlobalModels, "Country")).Should().BeNull();
    }

    [Test]
    public void Tells_the_scope_of_each_model()
    {
        var tenancy = Create((Tenancy.TenantColumn, "organizationId"), (Tenancy.GlobalModels, "Country"))!;
        tenancy.Tenants.Single().Name.Should().Be("Organization");
        tenancy.ColumnName.Should().Be("organizationId");
        Scopes((Tenancy.TenantColumn, "organizationId"), (Tenancy.GlobalModels, "Country"))
            .Should().Equal(TenantScope.Tenant, TenantScope.Direct, TenantScope.Direct, TenantScope.ViaParent, TenantScope.Global);
    }

    [Test]
    public void Takes_the_keys_to_the_model_of_the_tenants_for_the_column()
    {
        var tenancy = Create((Tenancy.TenantModel, "Organization"))!;
        tenancy.ColumnName.Should().Be("organizationId");
        Scopes((Tenancy.TenantModel, "Organization"))
            .Should().Equal(TenantScope.Tenant, TenantScope.Direct, TenantScope.Direct, TenantScope.ViaParent, TenantScope.None);
    }

    [Test]
    public void Does_not_look_at_parents_when_told_so() =>
        Scopes((Tenancy.TenantColumn, "organizationId"), (Tenancy.ViaParent, "false"))
            .Should().Equal(TenantScope.Tenant, TenantScope.Direct, TenantScope.Direct, TenantScope.None, TenantScope.Direct);

    [Test]
    public void Guesses_the_key_that_most_models_have() =>
        Tenancy.Guess(Schema()).Should().Be(new TenantGuess("organizationId", "Organization", 3, 5));

    [TestCase("model A {\n  id Int @id\n  orgId Int\n}\nmodel B {\n  id Int @id\n  orgId Int\n}")]
    [TestCase("model A {\n  id Int @id\n  createdAt DateTime\n  name String\n}\nmodel B {\n  id Int @id\n  createdAt DateTime\n  name String\n}\nmodel C {\n  id Int @id\n  createdAt DateTime\n  name String\n}")]
    [TestCase("model A {\n  id Int @id\n  createdById Int\n  uuid String\n  rowguid String\n}\nmodel B {\n  id Int @id\n  createdById Int\n  uuid String\n  rowguid String\n}\nmodel C {\n  id Int @id\n  createdById Int\n  uuid String\n  rowguid String\n}")]
    [TestCase("")]
    public void Guesses_nothing_by_few_models_dates_authors_or_row_ids(string text) => Tenancy.Guess(Schema(text)).Should().BeNull();

    [Test]
    public void Guesses_nothing_by_a_column_of_a_few() =>
        Tenancy.Guess(Schema(Text + string.Concat(Enumerable.Range(0, 3).Select(i => $"\nmodel M{i} {{\n  id Int @id\n}}")))).Should().BeNull();
}
