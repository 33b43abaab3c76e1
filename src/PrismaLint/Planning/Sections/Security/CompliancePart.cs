using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>What the rules to keep, as told, mean for the models at hand. No verdict.</summary>
internal static class CompliancePart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Compliance");
        var inputs = context.Inputs;
        if (inputs.Compliance.Count == 0)
        {
            var people = context.PersonalData.People.Count;
            writer.Text($"Which rules are to be kept is not known: `compliance` in the inputs names them."
                + (people > 0 ? $" {PlanFigures.Count(people, "model")} of people ({PlanFigures.Names(context.PersonalData.People, 6)}) {(people == 1 ? "makes" : "make")} GDPR and its like a question to answer." : ""));
            return;
        }
        writer.Text($"To be kept: {PlanText.Words(string.Join(", ", inputs.Compliance))}, by {inputs.PlaceOf("compliance")}. Whether they are kept no schema shows; what they ask of this one is:");
        writer.List(inputs.Compliance.SelectMany(name => Squash(name) switch
        {
            "gdpr" or "dsgvo" or "rgpd" or "ukgdpr" or "lgpd" or "ccpa" => Privacy(context, name),
            "hipaa" => Health(context),
            "soc2" => Controls(context),
            "pcidss" or "pci" => Cards(context),
            _ => [$"{PlanText.Words(name)}: this plan knows no rule by that name, and says nothing of it."],
        }));
    }

    private static IEnumerable<string> Privacy(PlanContext context, string name)
    {
        var title = PlanText.Words(name);
        var data = context.PersonalData;
        var people = data.People.Where(model => data.Of(model).Count > 0).ToArray();
        if (people.Length > 0)
            yield return $"{title}, erasure and access: a request about one person begins at {PlanFigures.Names(people, 8)}; what else goes or stays is listed with the personal data.";
        var loose = data.Models.Where(model => !data.IsOfPeople(model) && data.PathToPerson(model).Count == 0 && data.Of(model).Any(field => field.Kind != PersonalKind.Credential)).ToArray();
        if (loose.Length > 0)
            yield return $"{title}, erasure: rows of {PlanFigures.Names(loose, 8)} are found by their values alone, since no foreign key leads to a person.";
        var kept = data.Models.Select(model => new SoftDelete(context.Rules).MarkerOf(model)).OfType<SoftDeleteMarker>().ToArray();
        if (kept.Length > 0)
            yield return $"{title}, erasure: {PlanFigures.Names(kept.Select(marker => marker.Field.DisplayName), 8)} only {(kept.Length == 1 ? "marks" : "mark")} rows, and the personal data stays.";
        var traits = data.All.Where(field => field.Kind is PersonalKind.Trait or PersonalKind.Health).ToArray();
        if (traits.Length > 0)
            yield return $"{title}, special categories: {PlanFigures.Names(traits.Select(field => field.Field.DisplayName), 8)} may be of them; confirm on what ground they are kept.";
        yield return Retention(context, title, data.Models);
    }

    private static string Retention(PlanContext context, string title, IReadOnlyList<ModelSymbol> models)
    {
        if (context.Inputs.RetentionMonths is not { } months)
            return $"{title}, retention: how long personal data may be kept is not known (`retention_months` in the inputs); with it each model below gets its date.";
        var dated = models.Where(model => CreationOf(model) is not null).ToArray();
        var undated = models.Where(model => CreationOf(model) is null).ToArray();
        var text = $"{title}, retention: {SecurityText.Number(months)} months, by {context.Inputs.PlaceOf("retention_months")}.";
        if (dated.Length > 0)
            text += $" The age of a row shows in {PlanFigures.Names(dated.Select(model => CreationOf(model)?.DisplayName ?? ""), 8)}.";
        return undated.Length > 0 ? text + $" It does not show in {PlanFigures.Names(undated, 8)}: no field says when a row was made." : text;
    }

    private static FieldSymbol? CreationOf(ModelSymbol model) => model.Columns.FirstOrDefault(column =>
        column.Scalar == Connectors.ScalarType.DateTime && (AuditNames.IsCreation(column.Name) || Words.Squash(column.Name) is "datecreated"));

    private static IEnumerable<string> Health(PlanContext context)
    {
        var fields = context.PersonalData.All.Where(field => field.Kind == PersonalKind.Health).ToArray();
        yield return fields.Length > 0
            ? $"HIPAA: {PlanFigures.Names(fields.Select(field => field.Field.DisplayName))} look like health data: who reads them has to be on record (Audit trail), and their columns are candidates for encryption."
            : "HIPAA: no field is named for health (diagnosis, medication, allergies …): name the models that hold it.";
    }

    private static IEnumerable<string> Controls(PlanContext context)
    {
        var silent = context.AuditScope.Models.Count(model => model.Author is null);
        yield return $"SOC 2: of {PlanFigures.Count(context.AuditScope.Models.Count, "model")} with money, rights, secrets, people or results {SecurityText.Number(silent)} do not say who changed a row; the triggers of the audit trail do.";
        yield return "SOC 2: the review of access needs the matrix of rights with its column for what is intended, which a snapshot fills.";
    }

    private static IEnumerable<string> Cards(PlanContext context)
    {
        var cards = context.PersonalData.All.Where(field => field.Kind == PersonalKind.Financial && Words.Squash(field.Field.Name) is var name && (name.Contains("card", StringComparison.Ordinal) || name is "cvv" or "cvc")).ToArray();
        yield return cards.Length > 0
            ? $"PCI DSS: {PlanFigures.Names(cards.Select(field => field.Field.DisplayName))} look like card data: numbers are kept unreadable, and the code behind them not at all after the payment."
            : "PCI DSS: no field is named for a card number or its code; keep it so.";
    }

    private static string Squash(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
