using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class FixTests : ValidationTests
{
    [TestCase("Int", "posts", "Post[]")]
    [TestCase("Int @unique", "post", "Post?")]
    public void Adds_the_opposite_field(string column, string name, string type) =>
        Validate($$"""
            model User {
              id Int @id
              @@map("users")
            }
            model Post {
              id Int @id
              userId {{column}}
              [|user|] User @relation("writes", fields: [userId], references: [id])
            }
            """)
        .Report("`Post.user` has no opposite relation field in `User` named `writes`")
        .BecomeWhenFixed($$"""
            model User {
              id Int @id
              {{name}} {{type}} @relation("writes")
              @@map("users")
            }
            model Post {
              id Int @id
              userId {{column}}
              user User @relation("writes", fields: [userId], references: [id])
            }
            """);

    [Test]
    public void Adds_the_opposite_field_under_a_free_name_and_below_the_others() =>
        Validate("""
            model User {
              id        Int    @id
              posts     Int
              something String @unique
            }
            model Post {
              id Int @id
              userId Int
              [|user|] User @relation(fields: [userId], references: [id])
            }
            """)
        .ReportAtTheMarks()
        .BecomeWhenFixed("""
            model User {
              id        Int    @id
              posts     Int
              something String @unique
              postsByUser Post[]
            }
            model Post {
              id Int @id
              userId Int
              user User @relation(fields: [userId], references: [id])
            }
            """);

    [Test]
    public void Names_the_relation_of_a_model_to_itself() =>
        Validate("""
            model Node {
              id       Int  @id
              parentId Int?
              [|parent|]   Node? @relation(fields: [parentId], references: [id])
            }
            """)
        .ReportAtTheMarks()
        .BecomeWhenFixed("""
            model Node {
              id       Int  @id
              parentId Int?
              parent   Node? @relation("Node_parent", fields: [parentId], references: [id])
              nodes    Node[] @relation("Node_parent")
            }
            """);

    [Test]
    public void Makes_the_columns_of_a_one_to_one_relation_unique() =>
        Validate("""
            model A {
              x Int
              y Int
              b B?
              @@id([x, y])
            }
            model B {
              id Int @id
              ax Int
              ay Int
              a A @relation([|fields: [ax, ay]|], references: [x, y])
            }
            """)
        .Report("`B.a` is one side of a one-to-one relation, and `ax`, `ay` of `B` are not unique together")
        .BecomeWhenFixed("""
            model A {
              x Int
              y Int
              b B?
              @@id([x, y])
            }
            model B {
              id Int @id
              ax Int
              ay Int
              a A @relation(fields: [ax, ay], references: [x, y])

              @@unique([ax, ay])
            }
            """);

    [Test]
    public void Breaks_a_cascade() =>
        Validate(
            """
            model A {
              id Int @id
              x Int?
              [|a|] A? @relation("r", fields: [x], references: [id], onDelete: SetNull)
              as A[] @relation("r")
            }
            """,
            provider: Provider.SqlServer)
        .Report("`A.a` is a self-relation and carries changes on by `onDelete: SetNull` and `onUpdate: Cascade` (the default)")
        .BecomeWhenFixed("""
            model A {
              id Int @id
              x Int?
              a A? @relation("r", fields: [x], references: [id], onDelete: NoAction, onUpdate: NoAction)
              as A[] @relation("r")
            }
            """);

    [Test]
    public void Respells_a_native_type() =>
        Validate(Model("a String [|@db.VarChr(3)|]"))
        .Report("PostgreSQL has no native type `VarChr`; did you mean `VarChar`?")
        .BecomeWhenFixed(Model("a String @db.VarChar(3)"));

    [Test]
    public void Replaces_an_action_by_its_near_equal() =>
        Validate(
            """
            model A {
              id Int @id
              bs B[]
            }
            model B {
              id Int @id
              x Int
              a A @relation(fields: [x], references: [id], [|onDelete: Restrict|])
            }
            """,
            provider: Provider.SqlServer)
        .ReportAtTheMarks()
        .BecomeWhenFixed("""
            model A {
              id Int @id
              bs B[]
            }
            model B {
              id Int @id
              x Int
              a A @relation(fields: [x], references: [id], onDelete: NoAction)
            }
            """);

    [Test]
    public void Writes_a_supported_type_as_what_it_is() =>
        Validate(Model("a Unsupported([|\"VarChar(10)\"|])?"))
        .Report("`A.a` is of the type `VarChar(10)`, which Prisma supports as `String @db.VarChar(10)`")
        .BecomeWhenFixed(Model("a String? @db.VarChar(10)"));
}
