using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class ReferentialActionTests : ValidationTests
{
    [TestCase(
        "unsupported-referential-action",
        Provider.SqlServer,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id], [|onDelete: Restrict|])\n}\n")]
    [TestCase(
        "unsupported-referential-action",
        Provider.PostgreSql,
        "datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  relationMode = \"prisma\"\n}\nmodel A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  a A @relation(fields: [x], references: [id], [|onDelete: NoAction|])\n}\n")]
    [TestCase(
        "set-default-in-mysql",
        Provider.MySql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id], [|onDelete: SetDefault|])\n}\n")]
    [TestCase(
        "set-null-on-required",
        Provider.MySql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A? @relation(fields: [x], references: [id], [|onDelete: SetNull|])\n}\n")]
    [TestCase(
        "set-null-on-required-in-postgresql",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A? @relation(fields: [x], references: [id], [|onUpdate: SetNull|])\n}\n")]
    [TestCase(
        "self-relation-cascade",
        Provider.SqlServer,
        "model A {\n  id Int @id\n  x Int?\n  [|a|] A? @relation(\"r\", fields: [x], references: [id])\n  as A[] @relation(\"r\")\n}\n")]
    [TestCase(
        "self-relation-cascade",
        Provider.SqlServer,
        "model A {\n  id Int @id\n  x Int?\n  [|a|] A? @relation(\"r\", fields: [x], references: [id], onDelete: NoAction)\n  as A[] @relation(\"r\")\n}\n")]
    [TestCase(
        "cascade-cycle",
        Provider.SqlServer,
        "model A {\n  id Int @id\n  x Int @unique\n  [|b|] B @relation(\"ab\", fields: [x], references: [id])\n  bs B? @relation(\"ba\")\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  [|a|] A @relation(\"ba\", fields: [x], references: [id])\n  as A? @relation(\"ab\")\n}\n")]
    [TestCase(
        "multiple-cascade-paths",
        Provider.SqlServer,
        "model A {\n  id Int @id\n  bs B[]\n  cs C[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id])\n  cs C[]\n}\nmodel C {\n  id Int @id\n  x Int\n  y Int\n  [|a|] A @relation(fields: [x], references: [id])\n  [|b|] B @relation(fields: [y], references: [id])\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(
        Provider.MySql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int?\n  a A? @relation(fields: [x], references: [id], onDelete: SetNull)\n}\n")]
    [TestCase(
        Provider.SqlServer,
        "model A {\n  id Int @id\n  x Int?\n  a A? @relation(\"r\", fields: [x], references: [id], onDelete: NoAction, onUpdate: NoAction)\n  as A[] @relation(\"r\")\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  x Int @unique\n  b B @relation(\"ab\", fields: [x], references: [id])\n  bs B? @relation(\"ba\")\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  a A @relation(\"ba\", fields: [x], references: [id])\n  as A? @relation(\"ab\")\n}\n")]
    [TestCase(
        Provider.SqlServer,
        "model A {\n  id Int @id\n  bs B[]\n  cs C[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id])\n  cs C[]\n}\nmodel C {\n  id Int @id\n  x Int\n  y Int\n  a A @relation(fields: [x], references: [id], onUpdate: NoAction, onDelete: NoAction)\n  b B @relation(fields: [y], references: [id])\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);

    [TestCase(
        "cascade-to-self-relation",
        Provider.SqlServer,
        "model A {\n  id Int @id\n  x Int?\n  [|a|] A? @relation(\"r\", fields: [x], references: [id])\n  bs B[]\n  as A[] @relation(\"r\")\n}\nmodel B {\n  id Int @id\n  x Int\n  [|a|] A @relation(fields: [x], references: [id])\n}\n")]
    public void Finds_beside_others(string detail, Provider provider, string schema) => Validate(schema, provider: provider)
        .ReportAtTheMarks().Found.Select(found => found.Detail).Should().Contain(detail);
}
