using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Tests.Planning.Security;

public sealed class PersonalDataTests
{
    [TestCase("email String", "Email")]
    [TestCase("contact_email String?", "Email")]
    [TestCase("emailVerified DateTime?", null)]
    [TestCase("emailconfirmed Boolean", null)]
    [TestCase("phone2 String", "Phone")]
    [TestCase("apellido String", "Name")]
    [TestCase("filename String", null)]
    [TestCase("name String", null)]
    [TestCase("city String", null)]
    [TestCase("streetaddress String", "Address")]
    [TestCase("dateofbirth DateTime", "Birth")]
    [TestCase("ip_address String? @db.Inet", "Network")]
    [TestCase("description String", null)]
    [TestCase("passwordHash String", "Credential")]
    [TestCase("userrefreshtoken String", "Credential")]
    [TestCase("tokenType String", null)]
    [TestCase("accessTokenExpiresAt DateTime", null)]
    [TestCase("iban String", "Financial")]
    [TestCase("isfemale Boolean", "Trait")]
    [TestCase("discorduserid String", "SocialAccount")]
    public void A_name_and_a_type_tell_what_a_field_holds(string field, string? kind)
    {
        var data = new PlanCase($"model Thing {{\n  id Int @id\n  {field}\n}}").Context().PersonalData;
        data.All.Select(found => found.Kind.ToString()).SingleOrDefault().Should().Be(kind);
    }

    [TestCase("name", "Name")]
    [TestCase("city", "Address")]
    [TestCase("photo", "Image")]
    public void Of_people_more_names_count(string name, string kind)
    {
        var data = new PlanCase($"model Customer {{\n  id Int @id\n  email String\n  {name} String\n}}").Context().PersonalData;
        data.People.Should().ContainSingle();
        data.All.Single(found => found.Field.Name == name).Kind.ToString().Should().Be(kind);
    }

    [TestCase("passwordHash", "Hashed")]
    [TestCase("accessTokenEncrypted", "Encrypted")]
    [TestCase("clientSecret", "Readable")]
    public void A_name_tells_the_form_of_a_secret(string name, string form) =>
        new PlanCase($"model Thing {{\n  id Int @id\n  {name} String\n}}").Context().PersonalData.All.Single().Form.ToString().Should().Be(form);

    [Test]
    public void A_tenant_leads_to_no_person()
    {
        var context = new PlanCase("""
            model User {
              id            Int            @id
              email         String
              password      String
              organizations Organization[]
            }

            model Organization {
              id       Int       @id
              ownerId  Int
              owner    User      @relation(fields: [ownerId], references: [id])
              sponsors Sponsor[]
              offices  Office[]
              orders   Order[]
            }

            model Sponsor {
              id             Int          @id
              email          String
              organizationId Int
              organization   Organization @relation(fields: [organizationId], references: [id])
            }

            model Office {
              id             Int          @id
              organizationId Int
              organization   Organization @relation(fields: [organizationId], references: [id])
            }

            model Order {
              id             Int          @id
              organizationId Int
              organization   Organization @relation(fields: [organizationId], references: [id])
            }
            """).Context();
        context.Tenants.Tenant?.Name.Should().Be("Organization");
        context.PersonalData.PathToPerson(context.Models.Single(model => model.Name == "Sponsor")).Should().BeEmpty();
        context.PersonalData.PathToPerson(context.Models.Single(model => model.Name == "Organization")).Should().ContainSingle();
        context.PersonalData.People.Select(model => model.Name).Should().Equal("User");
        PersonalNames.IsOfPeople(context.Models.Single(model => model.Name == "Sponsor")).Should().BeFalse();
    }
}
