using System.Collections.Generic;
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
        DatabaseSchemaChecks.Run(context);
        ExtensionSupportChecks.Run(context);
        ModelChecks.CheckTables(context);
        foreach (var model in context.Schema.Models)
        {
            ModelChecks.CheckKey(context, model);
            if (model.IsView)
                ViewChecks.Run(context, model);
            KeyChecks.Run(context, model);
            ClientNameChecks.Run(context, model);
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

            // An ambiguous relation ends it all: what comes behind would only repeat the confusion.
            if (!RelationFieldChecks.Run(context, model))
                return;
            IndexChecks.Run(context, model);
        }

        EnumChecks.Run(context);
        ConstraintNameChecks.Run(context);
        RelationChecks.Run(context);
        if (context.HasErrors)
            return;
        // Prisma keeps these back while anything else is wrong.
        foreach (var type in context.Schema.CompositeTypes)
        {
            foreach (var member in type.Fields)
                DefaultContentChecks.Run(context, member);
        }
    }
}
