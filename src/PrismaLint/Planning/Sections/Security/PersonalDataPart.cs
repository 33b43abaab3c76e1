using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>Which fields look like personal data or secrets, whose they are, and what deletes them.</summary>
internal static class PersonalDataPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Personal data and secrets");
        var data = context.PersonalData;
        var all = data.All.ToArray();
        if (all.Length == 0)
        {
            writer.Text($"No field of {(context.Models.Count == 1 ? "the one model" : $"the {context.Models.Count} models")} has a name that speaks of a person or a secret. That is no proof: confirm it.");
            return;
        }
        writer.Text($"{data.Summary}. "
            + "They are candidates: a name is no proof, and personal data under another name is not found. Confirm them, and add what is missing.");
        writer.List(SecurityText.Findings(context, "PL6003"));
        WriteModels(context, writer);
        WriteErasure(context, writer);
        writer.Details($"Each of the {PlanFigures.Count(all.Length, "field")}, with its type and form", inner => inner.Table(
            [
                SectionWriter.Column("Field"), SectionWriter.Column("Kind"), SectionWriter.Column("Type"), SectionWriter.Column("May be empty"), SectionWriter.Column("Unique or indexed"), SectionWriter.Column("Form"),
            ],
            all.Select(field => new[]
            {
                PlanText.Code(field.Field.DisplayName),
                PersonalNames.Describe(field.Kind),
                PlanText.Code(SecurityText.TypeOf(context, field.Field)),
                field.Field.IsOptional ? "yes" : "no",
                IndexOf(field.Field),
                field.Kind != PersonalKind.Credential ? "" : field.Form switch
                {
                    SecretForm.Hashed => "hashed, by its name",
                    SecretForm.Encrypted => "encrypted, by its name",
                    _ => "as it is, as far as the name says",
                },
            })));
    }

    /// <summary>How equality finds a row by the field.</summary>
    public static string IndexOf(FieldSymbol field) =>
        field.IsUnique ? "unique"
        : field.Model?.Indexes.Any(index => index.IsUnique && index.Fields.Contains(field)) == true ? "part of a unique"
        : field.Model?.Indexes.Any(index => index.Fields.Contains(field)) == true ? "indexed"
        : "";

    private static void WriteModels(PlanContext context, SectionWriter writer) => writer.Table(
        [SectionWriter.Column("Model"), SectionWriter.Column("Fields"), SectionWriter.Column("Whose"), SectionWriter.Column("When the person is deleted")],
        context.PersonalData.Models.Select(model => new[]
        {
            PlanText.Code(model.Name),
            string.Join("; ", context.PersonalData.Of(model).GroupBy(field => field.Kind).Select(group =>
                $"{PersonalNames.Describe(group.Key)}: {PlanText.CodeList(group.Select(field => field.Field.Name))}")),
            Whose(context, model),
            Fate(context, model),
        }));

    private static string Whose(PlanContext context, ModelSymbol model)
    {
        if (context.PersonalData.IsOfPeople(model))
            return "its rows are people";
        var path = context.PersonalData.PathToPerson(model);
        return path.Count > 0 ? SecurityText.Path(path) : "no foreign key leads to a person";
    }

    private static string Fate(PlanContext context, ModelSymbol model)
    {
        if (context.PersonalData.IsOfPeople(model))
            return new SoftDelete(context.Rules).MarkerOf(model) is { } marker ? $"{PlanText.Code(marker.Field.Name)} marks the row, and the fields stay" : "deleted with the row";
        var path = context.PersonalData.PathToPerson(model);
        if (path.Count == 0)
            return "stays; the values alone tell whose it is";
        var stop = path.FirstOrDefault(key => key.OnDelete != ReferentialAction.Cascade);
        return stop is null ? "deleted too, by Cascade"
            : stop.OnDelete is ReferentialAction.SetNull or ReferentialAction.SetDefault ? $"stays, without the link ({stop.OnDelete} of {PlanText.Code(stop.DisplayName)})"
            : $"refuses the deletion ({stop.OnDelete} of {PlanText.Code(stop.DisplayName)})";
    }

    private static void WriteErasure(PlanContext context, SectionWriter writer)
    {
        var people = context.PersonalData.People.Where(model => context.PersonalData.Of(model).Count > 0).ToArray();
        if (people.Length == 0)
            return;
        writer.Heading("Erasing a person");
        writer.List(people.Select(model => Erasure(context, model)));
    }

    private static string Erasure(PlanContext context, ModelSymbol person)
    {
        var keys = person.ReferencingKeys.Where(key => key.Model != person && !key.Model.IsView && !key.Model.IsIgnored).ToArray();
        var parts = new List<string>();
        Add(key => key.OnDelete == ReferentialAction.Cascade, "deletes rows of");
        Add(key => key.OnDelete is ReferentialAction.SetNull or ReferentialAction.SetDefault, "takes the link out of");
        Add(key => key.OnDelete is ReferentialAction.Restrict or ReferentialAction.NoAction, "is refused while rows refer to it in");
        var text = keys.Length == 0
            ? $"{PlanText.Code(person.Name)}: no foreign key refers to it; a row is deleted alone."
            : $"{PlanText.Code(person.Name)}: deleting a row {string.Join(", ", parts)}.";
        return new SoftDelete(context.Rules).MarkerOf(person) is { } marker
            ? text + $" {PlanText.Code(marker.Field.Name)} hides a row and keeps {PlanText.CodeList(context.PersonalData.Of(person).Select(field => field.Field.Name))}: a request for erasure has to empty them."
            : text;

        void Add(System.Func<ForeignKeySymbol, bool> isMeant, string verb)
        {
            var models = keys.Where(isMeant).Select(key => key.Model.Name).Distinct().ToArray();
            if (models.Length > 0)
                parts.Add($"{verb} {PlanFigures.Names(models, 8)}");
        }
    }
}
