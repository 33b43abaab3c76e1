using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Tests.Reporting.Plans;

/// <summary>Plans made up for writers: every kind of block, names that want to break out, a schema of 125 models in nine domains.</summary>
internal static class SamplePlan
{
    public const string Nasty = "</title></style><script>alert('1')</script><b a=\"&amp;`|\\";

    private static readonly string[] s_domains = ["Accounts", "Seasons and leagues", "Games", "Scheduling", "Members & contacts", "Golf", "Messages", "Media <gallery>", "Voting \"polls\""];

    private static readonly string[] s_words = ["account", "season", "team", "player", "game", "field", "umpire", "league", "division", "contact", "message", "photo", "score", "sponsor"];

    public static PlanDocument Create() => new(
        $"Database Architecture Plan: {PlanText.Code("packages/db/schema.prisma")}",
        [
            new TextBlock($"The schema holds 125 models with 231 foreign keys for PostgreSQL. {PlanText.Code("accounts")} is what 53 of them refer to."),
            new ListBlock(["No database was read: sizes are estimates from column widths.", $"The name of one model is {PlanText.Code(Nasty)}.", "Sections 5 and 6 are blind to roles and settings."]),
        ],
        [
            new PlanSection(1, "Overview", [new HeadingBlock(1, "Domains"), Domains(), Volumes(), new HeadingBlock(1, "Targets"), new TextBlock("Targets were not told (PL3001, PL9999).")]),
            new PlanSection(2, "Schema Design", [.. Schema()]),
            new PlanSection(3, "Prisma Models", [new HeadingBlock(1, "Changes"), Diff(), new HeadingBlock(2, "Client"), Prisma(), Script()]),
            new PlanSection(4, "Query Patterns", [new HeadingBlock(2, "Without a part"), .. Queries()]),
            new PlanSection(5, "Performance Strategy", [new HeadingBlock(1, "Index plan"), .. Indexes()]),
            new PlanSection(6, "Security Design", [new HeadingBlock(1, "Checklist"), Checklist(), new HeadingBlock(1, "Checklist"), Checklist()]),
            new PlanSection(7, "Migration Plan", [new ListBlock(["Expand: add the column.", "Backfill in batches.", "Contract: drop the old one (PL9004)."], IsOrdered: true)]),
            new PlanSection(8, "Testing Strategy", []),
        ]);

    /// <summary>Nine domains with up to sixty lines between them.</summary>
    public static DiagramBlock Domains(int edges = 24)
    {
        var nodes = s_domains.Select((title, i) => new DiagramNode($"d{i}", title, []) { Note = $"{3 + 37 * (i + 2) % 29} models" }).ToArray();
        var lines = new List<DiagramEdge>();
        for (var i = 0; lines.Count < edges; i++)
        {
            var from = i * 5 % 9;
            var to = (from + 1 + i / 9) % 9;
            if (from != to)
                lines.Add(new DiagramEdge($"d{from}", $"d{to}", $"{1 + i * 7 % 23} foreign keys"));
        }
        return new DiagramBlock("Domains and the foreign keys between them", DiagramKind.Domains, nodes, lines);
    }

    /// <summary>Models that refer to each other as models do: most to a few, some to themselves, some in a circle.</summary>
    public static DiagramBlock Entities(int models, int seed, string title)
    {
        var nodes = new List<DiagramNode>();
        var edges = new List<DiagramEdge>();
        var state = (uint)seed * 2654435761 + 12345;
        for (var i = 0; i < models; i++)
        {
            var name = $"{s_words[Next(s_words.Length)]}{s_words[Next(s_words.Length)]}{i}";
            if (i % 17 == 3)
                name += Nasty;
            var isOutside = i % 9 == 8;
            var lines = new List<DiagramLine> { new("id", "BigInt", "PK") };
            var parents = i == 0 ? 0 : 1 + Next(3) / 2 + Next(5) / 4;
            for (var j = 0; j < parents; j++)
            {
                var to = j == 0 && Next(3) > 0 ? Next(3) % i : Next(i);
                if (Next(29) == 0)
                    to = i;
                lines.Add(new DiagramLine($"{s_words[Next(s_words.Length)]}_with_a_long_name_id", "BigInt?", Next(4) == 0 ? "FK,UK" : "FK"));
                edges.Add(new DiagramEdge($"m{i}", $"m{to}", Next(2) == 0 ? nodes.Count > to ? nodes[to].Title : name : $"{s_words[Next(s_words.Length)]}_of_relation")
                {
                    IsOptional = Next(3) == 0,
                    IsOneToOne = Next(6) == 0,
                    IsManyToMany = Next(15) == 0,
                });
            }
            if (i > 4 && Next(11) == 0)
                edges.Add(new DiagramEdge($"m{Next(i)}", $"m{i}", "latest") { IsOptional = true });
            for (var j = Next(4); j > 0; j--)
                lines.Add(new DiagramLine(s_words[Next(s_words.Length)] + "name", "VarChar(255)", ""));
            nodes.Add(new DiagramNode($"m{i}", name, isOutside ? [] : lines) { IsOutside = isOutside });
        }
        return new DiagramBlock(title, DiagramKind.Entities, nodes, edges);

        int Next(int limit)
        {
            state = state * 1664525 + 1013904223;
            return (int)((state >> 8) % (uint)limit);
        }
    }

    private static ChartBlock Volumes() => new(
        "Storage in a year",
        ["rows", "indexes", "<long> values"],
        [.. s_words.Take(9).Select((word, i) => new ChartBar(PlanText.Code(word + "statistics"), [900.0 / (i + 1), 400.0 / (i + 2), i % 3 == 0 ? 200.0 / (i + 1) : 0], (1.9 / (i + 1)).ToString("0.0 GB", CultureInfo.InvariantCulture)))]);

    private static IEnumerable<PlanBlock> Schema()
    {
        yield return new HeadingBlock(1, "Entity relationships");
        for (var i = 0; i < s_domains.Length; i++)
            yield return Entities(i == 0 ? 16 : 10 + i, i + 1, s_domains[i]);
        yield return new HeadingBlock(1, "Tables");
        for (var i = 0; i < 12; i++)
        {
            var title = Entities(16, 1, "").Nodes[i].Title;
            yield return new DetailsBlock($"{PlanText.Code(title)}: 6 columns, 2 foreign keys", [new HeadingBlock(2, "Columns"), Columns(), new DetailsBlock("Inner", [new TextBlock("Deep.")])]);
        }
    }

    private static TableBlock Columns() => new(
        [new TableColumn("Column"), new TableColumn("Type"), new TableColumn("Constraints"), new TableColumn("Index"), new TableColumn("Bytes", IsNumber: true), new TableColumn("Description")],
        [.. s_words.Take(6).Select((word, i) => (IReadOnlyList<string>)
        [
            PlanText.Code(word + "id"), PlanText.Code("bigint"), i == 0 ? "primary key" : "not null, references `accounts` on delete cascade", i == 0 ? PlanText.Code("accounts_pkey") : "",
            (8 * (i + 1)).ToString(CultureInfo.InvariantCulture), i % 2 == 0 ? "What the row belongs to; a longer description that the documentation comments of the schema gave for this column, which needs room." : "",
        ])]);

    private static CodeBlock Diff() => new("diff", "--- schema.prisma\n+++ schema.prisma\n@@ -12,4 +12,5 @@\n model Post {\n-  published Boolean\n+  published Boolean @default(false)\n+  @@index([authorId])\n }");

    private static CodeBlock Prisma() => new("prisma", "// A <comment> & more\nmodel Post {\n  id       BigInt @id @default(autoincrement())\n  type     String @default(\"a \\\" b\") @db.VarChar(20)\n  author   User   @relation(fields: [authorId], references: [id])\n\n  @@index([authorId, createdAt(sort: Desc)])\n}");

    private static CodeBlock Script() => new("ts", "const page = await prisma.post.findMany({\n  where: { authorId: 12n }, // the newest\n  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],\n  take: 20,\n});");

    private static IEnumerable<PlanBlock> Queries()
    {
        yield return new SqlBlock(SqlRole.Query, "WITH RECURSIVE tree AS (\n  SELECT id, parent_id, 1 AS depth FROM \"category\" WHERE id = $1::bigint -- the root\n  UNION ALL\n  SELECT c.id, c.parent_id, t.depth + 1 FROM \"category\" c JOIN tree t ON c.parent_id = t.id\n)\nSELECT * FROM tree WHERE name <> 'a<b & c';", $"All below a row of {PlanText.Code("Category")}");
        yield return new SqlBlock(SqlRole.Change, "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  INSERT INTO audit_log VALUES (TG_OP, now());\n  RETURN NEW;\nEND\n$$;");
    }

    private static IEnumerable<PlanBlock> Indexes()
    {
        yield return new TableBlock(
            [new TableColumn("Model"), new TableColumn("Index"), new TableColumn("Rows", IsNumber: true)],
            [.. Enumerable.Range(0, 30).Select(i => (IReadOnlyList<string>)[PlanText.Code($"model{i}"), PlanText.Code($"model{i}_accountid_createdat_idx"), (i * 104729 % 99991).ToString("N0", CultureInfo.InvariantCulture)])]);
        yield return new SqlBlock(SqlRole.Change, "CREATE INDEX CONCURRENTLY IF NOT EXISTS \"games_seasonid_idx\" ON \"games\" (\"seasonid\");");
    }

    private static ChecklistBlock Checklist() => new(
    [
        new ChecklistItem("Row-level security on tenant tables", ChecklistState.Fail, $"{PlanText.Code("emails")} and 52 more have no policy (PL8012)."),
        new ChecklistItem("Secrets outside of the schema", ChecklistState.Pass, $"{PlanText.Code("datasource db")} holds no address."),
        new ChecklistItem("Encrypted connections", ChecklistState.NotKnown, "The address of the database was not read: `--url` shows it."),
        new ChecklistItem("Evidence is missing", ChecklistState.NotKnown, ""),
    ]);
}
