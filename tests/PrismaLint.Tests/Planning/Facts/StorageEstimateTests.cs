using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Tests.Planning.Facts;

public sealed class StorageEstimateTests
{
    [Test]
    public void Values_start_at_multiples_of_their_alignment()
    {
        var layout = TupleLayout.Of([new ColumnWidth(1, 1), new ColumnWidth(8, 8), new ColumnWidth(4, 4), new ColumnWidth(8, 8)]);
        layout.Bytes.Should().Be(32);
        layout.Padding.Should().Be(11);
    }

    [Test]
    public void Behind_a_text_of_any_length_padding_is_an_average() =>
        TupleLayout.Of([new ColumnWidth(10, 1) { IsVarying = true }, new ColumnWidth(8, 8)]).Padding.Should().Be(3.5);

    [Test]
    public void A_column_that_is_null_in_half_of_the_rows_takes_half() =>
        TupleLayout.Of([new ColumnWidth(8, 8) { NullShare = 0.5 }]).Bytes.Should().Be(4);

    [Test]
    public void A_table_of_two_integers_takes_36_bytes_a_row()
    {
        // 24 of header, 8 of values, 4 in the page's list; 226 rows in a page.
        var context = new PlanCase("model Pair {\n  a Int @id\n  b Int\n}\n").Context();
        context.Storage.Of(context.Models[0])?.RowBytes.Should().BeApproximately(8192.0 / 226, 0.001);
    }

    [Test]
    public void Ids_that_the_client_makes_have_one_length_and_so_has_what_refers_to_them()
    {
        var context = new PlanCase("""
            model A {
              id String @id @default(uuid())
              bs B[]
            }
            model B {
              id  String @id @default(cuid())
              aId String
              a   A      @relation(fields: [aId], references: [id])
            }
            """).Context();
        var widths = new ColumnWidths(null);
        context.Database.Tables.SelectMany(table => table.Columns).Select(column => widths.Of(column).Bytes).Should().Equal(37, 26, 37);
        context.Models.SelectMany(model => context.Storage.Of(model)?.Assumptions ?? []).Should().BeEmpty();
    }

    [Test]
    public void What_is_assumed_is_named()
    {
        var context = new PlanCase("model A {\n  id Int @id\n  data Json\n  name String @db.VarChar(80)\n}\n").Context();
        context.Storage.Of(context.Models[0])?.Assumptions.Should().Equal("JSON takes 256 bytes", "`VarChar(n)` is filled by half, and by 64 bytes at most");
    }

    [Test]
    public void Statistics_tell_the_width_of_texts_and_the_share_of_nulls()
    {
        var draft = new PlanCase("model A {\n  id Int @id\n  note String?\n}\n") { Database = database => database.Table("A").Analyzed("note", nullFraction: 0.25, width: 61) };
        var context = draft.Context();
        var width = new ColumnWidths(context.Live).Of(context.Database.Tables[0].Columns[1]);
        width.Should().Be(new ColumnWidth(61, 1) { IsVarying = true, MayBeStoredAside = true, NullShare = 0.25 });
    }

    [Test]
    public void Keys_that_many_rows_share_are_stored_once_where_the_database_has_counted_them()
    {
        var draft = new PlanCase("model A {\n  id Int @id\n  kind Int\n  @@index([kind])\n}\n") { Database = database => database.Table("A").HasRows(100_000).Analyzed("kind", distinct: 10) };
        var context = draft.Context();
        var index = context.Storage.Of(context.Models[0])?.Indexes[1];
        index?.IsDeduplicated.Should().BeTrue();
        index?.EntryBytes.Should().BeLessThan(8);
    }
}
