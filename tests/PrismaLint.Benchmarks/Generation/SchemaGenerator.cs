using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PrismaLint.Benchmarks.Generation;

/// <summary>
/// Writes schemas of a given size as teams write them: areas of a dozen models that refer to each other, columns of many
/// types, enums, indexes, some of them missing, comments. Prisma accepts what it writes, and equal sizes give equal bytes.
/// </summary>
internal sealed class SchemaGenerator
{
    private const int ModelsPerArea = 12;

    private static readonly string[] Areas =
    [
        "Catalog", "Billing", "Support", "Shipping", "Payroll", "Campaign", "Inventory", "Booking", "Lesson", "Clinic", "Fleet", "Claim",
        "Asset", "Survey", "Ticket", "Project", "Contract", "Loyalty", "Audit", "Media", "Report", "Access", "Vendor", "Energy",
    ];

    private static readonly string[] Nouns =
    [
        "Account", "Member", "Document", "Item", "Group", "Event", "Entry", "Location", "Schedule", "Message", "Rule", "Attachment",
    ];

    private static readonly string[] Roles = ["createdBy", "approvedBy", "closedBy"];

    private static readonly FieldDraft[] Keys =
    [
        new("id", "String", "@id @default(uuid()) @db.Uuid"),
        new("id", "BigInt", "@id @default(autoincrement())"),
        new("id", "String", "@id @default(cuid())"),
        new("id", "Int", "@id @default(autoincrement())"),
    ];

    private static readonly FieldDraft[] Scalars =
    [
        new("name", "String"),
        new("title", "String", "@db.VarChar(200)"),
        new("description", "String?", "@db.Text", "shown to customers"),
        new("slug", "String", "@unique @db.VarChar(120)"),
        new("amount", "Decimal", "@default(0) @db.Decimal(12, 2)"),
        new("quantity", "Int", "@default(1)"),
        new("isActive", "Boolean", "@default(true)"),
        new("startsAt", "DateTime", "@db.Timestamptz(3)"),
        new("metadata", "Json?", "@db.JsonB"),
        new("externalId", "String?", "@map(\"external_id\")", "as the other system calls it"),
        new("sku", "String", "@db.VarChar(64)"),
        new("currency", "String", "@default(\"EUR\") @db.Char(3)"),
        new("rating", "Float?"),
        new("tags", "String[]"),
        new("position", "Int", "@default(0)"),
        new("locale", "String", "@default(\"en\")"),
        new("url", "String?"),
        new("checksum", "Bytes?"),
        new("weightGrams", "Int?", "@map(\"weight_grams\")"),
        new("notes", "String?", "@db.Text"),
        new("version", "Int", "@default(0)"),
        new("phone", "String?", "@db.VarChar(32)"),
        new("percent", "Decimal?", "@db.Decimal(5, 2)", "of the whole, not of the part"),
        new("archivedAt", "DateTime?", "@db.Timestamptz(3)"),
        new("deletedAt", "DateTime?"),
    ];

    private readonly StringBuilder _text = new();
    private readonly DeterministicRandom _random = new(2463534242);

    /// <summary>A schema of about that many bytes (all of them ASCII), by a model's size at most off.</summary>
    public static string Generate(int bytes)
    {
        var generator = new SchemaGenerator();
        generator.WriteHeader();
        for (var area = 0; generator._text.Length < bytes; area++)
            generator.WriteArea(area, bytes);
        return generator._text.ToString();
    }

    private void WriteHeader() => _text.Append("""
        // A generated schema: the same bytes for the same size.
        generator client {
          provider = "prisma-client"
          output   = "../generated"
        }

        datasource db {
          provider = "postgresql"
        }


        """);

    private void WriteArea(int number, int bytes)
    {
        var area = Areas[number % Areas.Length];
        var round = number / Areas.Length;
        var suffix = round == 0 ? "" : round.ToString(CultureInfo.InvariantCulture);
        WriteEnum(area + "Status" + suffix, ["DRAFT", "OPEN", "ON_HOLD", "DONE", "CANCELLED"]);
        WriteEnum(area + "Priority" + suffix, ["LOW", "NORMAL", "HIGH"]);
        var models = new List<ModelDraft>();
        // Measured: a model takes 0.85 KB. An area is cut short where the file is nearly full.
        var remaining = (bytes - _text.Length) / 850 + 1;
        for (var i = 0; i < ModelsPerArea && i < remaining; i++)
            models.Add(CreateModel(area, Nouns[i], suffix, models));
        foreach (var model in models)
            model.WriteTo(_text);
    }

    private void WriteEnum(string name, string[] values)
    {
        _text.Append("enum ").Append(name).Append(" {\n");
        foreach (var value in values)
            _text.Append("  ").Append(value).Append('\n');
        _text.Append("}\n\n");
    }

    private ModelDraft CreateModel(string area, string noun, string suffix, List<ModelDraft> earlier)
    {
        var table = $"{area}_{noun}{(suffix.Length > 0 ? "_" : "")}{suffix}".ToLowerInvariant();
        var model = new ModelDraft(area + noun + suffix, table, Keys[_random.Next(Keys.Length)])
        {
            Documentation = _random.Chance(35) ? $"What {area} keeps of one {noun}, written by its service alone." : "",
            IsMapped = _random.Chance(50),
        };
        AddScalars(model, area, suffix);
        if (earlier.Count > 0)
        {
            for (var count = 1 + _random.Next(3); count > 0; count--)
                AddRelation(model, earlier[_random.Next(earlier.Count)]);
        }
        if (_random.Chance(12))
            AddTree(model);
        return model;
    }

    private void AddScalars(ModelDraft model, string area, string suffix)
    {
        var start = _random.Next(Scalars.Length);
        // 7 and the number of scalars have no common divisor: no field comes twice.
        for (var i = 0; i < 4 + _random.Next(6); i++)
            model.Fields.Add(Scalars[(start + i * 7) % Scalars.Length]);
        var hasStatus = _random.Chance(60);
        if (hasStatus)
            model.Fields.Add(new FieldDraft("status", area + "Status" + suffix, "@default(DRAFT)"));
        if (_random.Chance(25))
            model.Fields.Add(new FieldDraft("priority", area + "Priority" + suffix + "?"));
        model.Fields.Add(new FieldDraft("createdAt", "DateTime", _random.Chance(70) ? "@default(now()) @db.Timestamptz(3)" : "@default(now())"));
        model.Fields.Add(new FieldDraft("updatedAt", "DateTime", "@updatedAt @db.Timestamptz(3)"));
        if (hasStatus && _random.Chance(50))
            model.BlockAttributes.Add("@@index([status, createdAt(sort: Desc)])");
    }

    private void AddRelation(ModelDraft model, ModelDraft target)
    {
        var role = "";
        if (model.Fields.Exists(draft => draft.Name == target.FieldName + "Id"))
        {
            role = Roles[_random.Next(Roles.Length)];
            if (model.Fields.Exists(draft => draft.Name == role + "Id"))
                return;
        }
        var column = role.Length > 0 ? role : target.FieldName;
        var name = role.Length > 0 ? $"\"{model.Name}_{role}\", " : "";
        var isOptional = role.Length > 0 || _random.Chance(30);
        var isOneToOne = role.Length == 0 && _random.Chance(10);
        var onDelete = _random.Next(3) switch { 0 => ", onDelete: Cascade", 1 => isOptional ? ", onDelete: SetNull" : ", onDelete: Restrict", _ => "" };
        model.Fields.Add(new FieldDraft(column + "Id", target.Key.Type + (isOptional ? "?" : ""), ((isOneToOne ? "@unique" : "") + target.NativeKeyType).Trim()));
        model.Relations.Add(new FieldDraft(
            column, target.Name + (isOptional ? "?" : ""), $"@relation({name}fields: [{column}Id], references: [id]{onDelete})"));
        target.Relations.Add(new FieldDraft(
            model.FieldName + (isOneToOne ? "" : "s") + (role.Length > 0 ? "_" + role : ""),
            model.Name + (isOneToOne ? "?" : "[]"),
            role.Length > 0 ? $"@relation(\"{model.Name}_{role}\")" : ""));
        if (!isOneToOne && _random.Chance(80))
            model.BlockAttributes.Add(_random.Chance(30) ? $"@@index([{column}Id, createdAt])" : $"@@index([{column}Id])");
    }

    private static void AddTree(ModelDraft model)
    {
        model.Fields.Add(new FieldDraft("parentId", model.Key.Type + "?", model.NativeKeyType.Trim()));
        model.Relations.Add(new FieldDraft("parent", model.Name + "?", $"@relation(\"{model.Name}_tree\", fields: [parentId], references: [id])"));
        model.Relations.Add(new FieldDraft("children", model.Name + "[]", $"@relation(\"{model.Name}_tree\")"));
        model.BlockAttributes.Add("@@index([parentId])");
    }
}
