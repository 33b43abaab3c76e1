using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Overview;

/// <summary>Rows, growth and what they take on disk.</summary>
internal static class VolumePart
{
    private const int MostRows = 25;
    private const int MostBars = 12;
    private const double Million = 1e6;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        if (!context.Schema.Connector.IsSql && !context.Sizes.Known.Any() && context.Inputs.Volumes.Count == 0)
        {
            writer.Part("Volume and growth");
            writer.Text($"Rows are unknown, and sizes are not estimated for {context.Schema.Connector.DisplayName}: how it stores a document is not modelled.");
            Unknown(context, writer);
            return;
        }
        writer.Part("Volume and growth");
        TableSize[] known = [.. context.Sizes.Known];
        if (context.IsPostgreSql && known.Length > 0)
            Known(context, writer, known);
        else if (context.IsPostgreSql)
            PerRow(context, writer);
        else
            Told(context, writer);
        if (known.Length < context.Models.Count)
            Unknown(context, writer);
        if (context.IsPostgreSql)
            Assumptions(context, writer);
    }

    private static void Known(PlanContext context, SectionWriter writer, TableSize[] known)
    {
        var months = context.Inputs.HorizonMonths;
        var growing = known.Count(size => size.HorizonRows is not null);
        writer.Text(FormattableString.Invariant($"Rows are known of {known.Length} of {PlanFigures.Count(context.Models.Count, "model")}, growth of {growing}. They take {PlanFigures.Bytes(known.Sum(size => size.TotalBytes ?? 0))} today and {PlanFigures.Bytes(known.Sum(size => size.HorizonBytes ?? 0))} in {PlanFigures.Count(months, "month")}{(growing < known.Length ? "; a table whose growth nobody has told counts there with its size of today" : "")}.{(known.All(size => size.IsMeasured) ? "" : known.Any(size => size.IsMeasured) ? " Sizes are estimates where none is measured." : " Sizes are estimates.")}"));
        var columns = new[]
        {
            SectionWriter.Column("Model"), SectionWriter.Figure("Rows today"), SectionWriter.Figure("New a month"), SectionWriter.Figure(FormattableString.Invariant($"Rows in {months} months")), SectionWriter.Figure("Table today"),
            SectionWriter.Figure("Indexes today"), SectionWriter.Figure(FormattableString.Invariant($"Both in {months} months")), SectionWriter.Column("Source"),
        };
        writer.Table(columns, known.Take(MostRows).Select(size => Row(context, size)));
        if (known.Length > MostRows)
            writer.Details(FormattableString.Invariant($"{known.Length - MostRows} smaller tables"), inner => inner.Table(columns, known.Skip(MostRows).Select(size => Row(context, size))));
        Chart(context, writer, known);
    }

    private static string[] Row(PlanContext context, TableSize size) =>
    [
        PlanText.Code(size.Model.Name), Rows(size.Volume.Rows), Rows(size.Volume.PerMonth), Rows(size.HorizonRows), Bytes(size.TableBytes), Bytes(size.IndexBytes), Bytes(size.HorizonBytes),
        (size.Volume.Source == VolumeSource.Inputs ? context.Inputs.PlaceOf("models." + size.Model.Name) : "the database's estimate") + (size.IsMeasured ? ", sizes measured" : ""),
    ];

    private static void Chart(PlanContext context, SectionWriter writer, TableSize[] known)
    {
        ChartBar[] bars =
        [
            .. known.Where(size => size.HorizonBytes > 0).Take(MostBars).Select(size =>
                new ChartBar(size.Model.Name, [size.HorizonTableBytes ?? 0, size.HorizonIndexBytes ?? 0], PlanFigures.Bytes(size.HorizonBytes ?? 0))),
        ];
        if (bars.Length > 1)
            writer.Add(new ChartBlock(FormattableString.Invariant($"Storage in {PlanFigures.Count(context.Inputs.HorizonMonths, "month")}"), ["table", "indexes"], bars));
    }

    private static void PerRow(PlanContext context, SectionWriter writer)
    {
        writer.Text("How many rows the tables hold is unknown: neither a snapshot nor inputs tell. What follows is the estimate for one row and for a million, for the tables with the widest rows.");
        TableStorage[] widest = [.. context.Models.Select(context.Storage.Of).OfType<TableStorage>().OrderByDescending(storage => storage.RowBytes + storage.IndexBytes).ThenBy(storage => storage.Table.DisplayName, StringComparer.Ordinal)];
        writer.Table(
            [SectionWriter.Column("Model"), SectionWriter.Figure("Columns"), SectionWriter.Figure("Bytes a row"), SectionWriter.Figure("Indexes"), SectionWriter.Figure("Index bytes a row"), SectionWriter.Figure("A million rows")],
            widest.Take(12).Select(storage => new[]
            {
                PlanText.Code(storage.Table.DisplayName), PlanFigures.Count(storage.Table.Columns.Count), PlanFigures.Count(storage.RowBytes), PlanFigures.Count(storage.Indexes.Count), PlanFigures.Count(storage.IndexBytes),
                PlanFigures.Bytes(storage.TotalBytes(Million)),
            }));
        if (widest.Length > 1)
            writer.Text(FormattableString.Invariant($"A row takes {PlanFigures.Count(Median(widest))} bytes in the middle table of the {widest.Length}, indexes included; a million rows of it take {PlanFigures.Bytes(Median(widest) * Million)}."));
    }

    private static double Median(TableStorage[] sorted) => sorted[sorted.Length / 2] is var middle ? middle.RowBytes + middle.IndexBytes : 0;

    private static void Told(PlanContext context, SectionWriter writer)
    {
        ModelSymbol[] told = [.. context.Models.Where(model => context.Volumes.Of(model).Rows is not null)];
        if (told.Length == 0)
        {
            writer.Text($"How many rows the tables hold is unknown. Bytes are not estimated: how {context.Schema.Connector.DisplayName} lays rows out is not modelled.");
            return;
        }
        writer.Text($"Rows as told. Bytes are not estimated: how {context.Schema.Connector.DisplayName} lays rows out is not modelled.");
        writer.Table(
            [SectionWriter.Column("Model"), SectionWriter.Figure("Rows today"), SectionWriter.Figure("New a month"), SectionWriter.Figure(FormattableString.Invariant($"Rows in {context.Inputs.HorizonMonths} months")), SectionWriter.Column("Source")],
            told.OrderByDescending(model => context.Volumes.Of(model).Rows).Select(model => (model.Name, Volume: context.Volumes.Of(model))).Select(pair => new[]
            {
                PlanText.Code(pair.Name), Rows(pair.Volume.Rows), Rows(pair.Volume.PerMonth), Rows(pair.Volume.After(context.Inputs.HorizonMonths)), context.Inputs.PlaceOf("models." + pair.Name),
            }));
    }

    private static void Unknown(PlanContext context, SectionWriter writer)
    {
        GrowthSign[] signs = [.. context.Growth.All.Where(sign => context.Volumes.Of(sign.Model).Rows is null)];
        if (signs.Length == 0)
            return;
        writer.Heading("Tables that may become large");
        writer.Text("Nothing at hand says how many rows these models have; their names and shapes say that they may have many. A figure for each of them decides partitioning (section 2), the order of the index plan (section 5), and how long a step of section 7 holds its lock.");
        var columns = new[] { SectionWriter.Column("Model"), SectionWriter.Column("What tells"), SectionWriter.Figure("A million rows") };
        writer.Table(columns, signs.Take(12).Select(sign => Row(context, sign)));
        if (signs.Length > 12)
            writer.Details(FormattableString.Invariant($"{signs.Length - 12} more models"), inner => inner.Table(columns, signs.Skip(12).Select(sign => Row(context, sign))));
    }

    private static string[] Row(PlanContext context, GrowthSign sign) =>
        [PlanText.Code(sign.Model.Name), Capitalized(string.Join("; ", sign.Reasons)), context.IsPostgreSql && context.Storage.Of(sign.Model) is { } storage ? PlanFigures.Bytes(storage.TotalBytes(Million)) : "—"];

    private static void Assumptions(PlanContext context, SectionWriter writer) => writer.Details("How bytes are estimated", inner => inner.List(
    [
        "A row: 23 bytes of header, a bit for each column where one is null, each value at a multiple of its alignment, the whole to a multiple of 8, and 4 bytes in the page's list; a page of 8,192 bytes has a header of 24.",
        "An entry of a B-tree: 8 bytes of header (16 with a null), the values, the whole to a multiple of 8, and 4 bytes in the page's list; pages are filled to 90 %, as they are built. Random keys (UUID version 4, cuid) settle near 70 %, which makes their indexes a quarter to a third larger.",
        context.Live is { IsReplayed: false }
            ? "Equal keys of an index with one column are stored once where the database has counted its values; elsewhere each row has an entry of its own."
            : "Each row has an index entry of its own: that PostgreSQL 13 and later stores equal keys once is left out, so that indexes over few values are smaller than estimated.",
        "GIN, GiST, BRIN and hash indexes are estimated roughly.",
        FormattableString.Invariant($"Dead rows and free space are left out. Optional columns are filled in {(1 - ColumnWidths.AssumedNullShare) * 100:0} of 100 rows where no statistics tell."),
        .. context.Models.Select(context.Storage.Of).OfType<TableStorage>().SelectMany(storage => storage.Assumptions).Distinct(StringComparer.Ordinal).OrderBy(text => text, StringComparer.Ordinal).Select(text => "Assumed: " + text + "."),
    ]));

    private static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]).ToString(CultureInfo.InvariantCulture) + text.Remove(0, 1);

    private static string Rows(double? rows) => rows is { } count ? PlanFigures.Count(count) : "____";

    private static string Bytes(double? bytes) => bytes is { } count ? PlanFigures.Bytes(count) : "____";
}
