using System.Collections.Generic;
using PrismaLint.Semantics;
using PrismaLint.Validation.Meaning;

namespace PrismaLint.Validation;

/// <summary>What needs the database provider or the whole picture. Runs on schemas without an error of the other stages.</summary>
internal static class StageV
{
    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        .. CompositeTypeChecks.Checks,
        .. DatabaseSchemaChecks.Checks,
        .. ExtensionSupportChecks.Checks,
        .. EnumChecks.Checks,
        .. ModelChecks.Checks,
        .. ViewChecks.Checks,
        .. KeyChecks.Checks,
        .. ClientNameChecks.Checks,
        .. ShardKeySupportChecks.Checks,
        .. FieldTypeChecks.Checks,
        .. NativeTypeChecks.Checks,
        .. DefaultContentChecks.Checks,
        .. AutoincrementChecks.Checks,
        .. MongoDbChecks.Checks,
        .. AmbiguityChecks.Checks,
        .. RelationFieldChecks.Checks,
        .. IndexChecks.Checks,
        .. OperatorClassChecks.Checks,
        .. ConstraintNameChecks.Checks,
        .. RelationChecks.Checks,
        .. ForeignKeyChecks.Checks,
        .. OneToManyChecks.Checks,
        .. OneToOneChecks.Checks,
        .. ImplicitManyToManyChecks.Checks,
        .. EmbeddedManyToManyChecks.Checks,
        .. CycleChecks.Checks,
    ];

    public static void Run(ValidationContext context)
    {
        CompositeTypeChecks.Run(context);
        ExtensionSupportChecks.Run(context);
        ModelChecks.CheckTables(context);
        // An ambiguous relation ends it all: what comes behind would only repeat the confusion.
        var schemas = new DatabaseSchemaChecks(context);
        var ambiguous = CheckModels(context, schemas, views: false) ?? CheckModels(context, schemas, views: true);
        ConstraintNameChecks.Run(context, ambiguous);
        if (ambiguous is not null)
            return;
        EnumChecks.Run(context, schemas);
        RelationChecks.Run(context);
        context.Schema.HasJudgedRelations = true;
    }

    // The answer is the model with the first ambiguous relation.
    private static ModelSymbol? CheckModels(ValidationContext context, DatabaseSchemaChecks schemas, bool views)
    {
        foreach (var model in context.Schema.Models)
        {
            if (model.IsView != views)
                continue;
            schemas.CheckModel(model);
            CheckModel(context, model);
            if (!views)
                IndexChecks.RunOfProvider(context, model);
            if (!RelationFieldChecks.Run(context, model))
                return model;
            if (!views)
                IndexChecks.Run(context, model);
        }

        return null;
    }

    private static void CheckModel(ValidationContext context, ModelSymbol model)
    {
        ModelChecks.CheckKey(context, model);
        if (model.IsView)
            ViewChecks.Run(context, model);
        else
            KeyChecks.Run(context, model);
        ClientNameChecks.Run(context, model);
        if (!model.IsView)
            ShardKeySupportChecks.Run(context, model);
        MongoDbChecks.Run(context, model);
        AutoincrementChecks.Run(context, model);
        foreach (var member in model.Fields)
        {
            if (!member.IsColumn)
                continue;
            FieldTypeChecks.Run(context, member);
            NativeTypeChecks.Run(context, member);
            DefaultContentChecks.Run(context, member);
        }
    }
}
