using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class PolymorphicAssociationRuleTests : RuleTests<PolymorphicAssociationRule>
{
    private const string Others = "\n\nmodel Post {\n  id Int @id\n}\n\nmodel Photo {\n  id Int @id\n}\n\nenum Subject {\n  POST\n  PHOTO\n}\n\nenum Visibility {\n  PUBLIC\n  PRIVATE\n  POST\n}\n\nenum Single {\n  POST\n}\n";

    [Test]
    public void Reports_the_id_beside_its_type() =>
        Lint("model Like {\n  id Int @id\n  [|targetId|] Int\n  targetType String\n}")
            .Should().Report("No foreign key can check `Like.targetId`: `targetType` tells which model it refers to; an optional relation to each of them, or one to a model that they share, can be checked");

    [TestCase("[|subjectId|] Int\n  subjectType Subject")]
    [TestCase("[|commentable_id|] String?\n  commentable_type String?")]
    [TestCase("[|commentableid|] BigInt\n  commentabletype String")]
    [TestCase("[|res_id|] Int\n  res_model String")]
    [TestCase("[|attachedId|] Int\n  attachedKind Subject")]
    [TestCase("[|entity_id|] Int\n  entity_type Visibility")]
    public void Knows_other_spellings_and_enums_of_models(string lines) =>
        Lint($"model Like {{\n  id Int @id\n  {lines}\n}}" + Others).Should().ReportAtTheMarks();

    [Test]
    public void Reports_each_pair_of_a_model_once() =>
        Lint("model Edge {\n  id Int @id\n  [|fromId|] Int\n  fromType String\n  [|toId|] Int\n  toType String\n}").Should().ReportAtTheMarks();

    [TestCase("Like", "subjectId Int\n  subjectType Single")]
    [TestCase("Like", "accessId Int\n  accessType Visibility")]
    [TestCase("Like", "postId Int\n  postType String")]
    [TestCase("Like", "photosId Int\n  photosType String")]
    [TestCase("Like", "externalId String\n  externalType String")]
    [TestCase("Like", "nodeId String\n  nodeType String")]
    [TestCase("ChatMessage", "messageId String\n  messageType String")]
    [TestCase("Like", "targetId Int\n  targetType Int")]
    [TestCase("Like", "targetId Int[]\n  targetType String")]
    [TestCase("Like", "targetId Int\n  type String")]
    [TestCase("AuditLog", "targetId Int\n  targetType String")]
    [TestCase("outbox_events", "targetId Int\n  targetType String")]
    [TestCase("Like", "targetId Int\n  targetType String\n  x Missing")]
    public void Accepts_types_of_the_row_records_and_ids_of_other_systems(string model, string lines) =>
        Lint($"model {model} {{\n  id Int @id\n  {lines}\n}}" + Others).Should().ReportNothing();

    [Test]
    public void Accepts_an_id_with_a_foreign_key() =>
        Lint("model Target {\n  id Int @id\n  likes Like[]\n}\n\nmodel Like {\n  id Int @id\n  subjectId Int\n  subjectType String\n  target Target @relation(fields: [subjectId], references: [id])\n}")
            .Should().ReportNothing();

    [Test]
    public void Accepts_the_key_of_the_row_itself() =>
        Lint("model Like {\n  targetId Int @id\n  targetType String\n}").Should().ReportNothing();

    [Test]
    public void Leaves_out_what_is_ignored()
    {
        const string text = "model Like {\n  id Int @id\n  targetId Int\n  targetType String\n}";
        Lint(text, (PolymorphicAssociationRule.IgnoredModels, "Like")).Found.Should().BeEmpty();
        Lint(text, (PolymorphicAssociationRule.IgnoredFields, "targetId")).Found.Should().BeEmpty();
        Lint(text, (PolymorphicAssociationRule.IgnoredFields, "Like.targetId")).Found.Should().BeEmpty();
        Lint(text, (PolymorphicAssociationRule.IgnoredFields, "Hate.targetId")).Found.Should().ContainSingle();
    }
}
