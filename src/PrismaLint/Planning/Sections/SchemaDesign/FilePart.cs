using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Columns that point to files outside of the database, and files inside of it.</summary>
internal static class FilePart
{
    private static readonly string[] s_storageEnds = ["filename", "filepath", "filekey", "storagekey", "storagepath", "objectkey", "s3key", "blobkey", "bucket", "bucketname", "storageid", "fileid", "imagekey", "objectpath", "storageobject", "publicid"];
    private static readonly string[] s_files = ["file", "image", "photo", "picture", "avatar", "logo", "thumbnail", "attachment", "video", "audio", "document", "media", "banner", "cover", "icon", "storage", "upload", "handout", "album", "pdf"];

    private static readonly string[] s_beside = ["filesize", "sizebytes", "bytesize", "contenttype", "mimetype", "contentlength", "checksum", "etag", "sha256", "md5"];
    private const int S3KeyLength = 1024;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        var rows = new List<string[]>();
        foreach (var model in context.Models)
        {
            FieldSymbol[] storage = [.. model.Columns.Where(column => IsText(column) && IsStorage(column))];
            FieldSymbol[] links = [.. model.Columns.Where(column => IsText(column) && !IsStorage(column) && IsFileLink(column))];
            if (storage.Length + links.Length > 0)
                rows.Add([PlanText.Code(model.Name), PlanFigures.Names(storage.Select(column => column.Name), 6), PlanFigures.Names(links.Select(column => column.Name), 6), PlanFigures.Names(model.Columns.Where(IsBeside).Select(column => column.Name), 6), Orphans(model)]);
        }
        string[] bytes = [.. context.Models.SelectMany(model => model.Columns).Where(column => column.Scalar == ScalarType.Bytes).Select(column => column.DisplayName)];
        if (rows.Count == 0 && bytes.Length == 0)
            return;
        writer.Part("File references");
        if (rows.Count > 0)
        {
            writer.Text("Names of columns that point to files or objects outside of the database, such as in S3. The database deletes a row and knows nothing of its file: the application has to, or a job that compares the two.");
            writer.Table(
                [SectionWriter.Column("Model"), SectionWriter.Column("Names and keys in storage"), SectionWriter.Column("Addresses"), SectionWriter.Column("Size, type or checksum beside it"), SectionWriter.Column("How rows go without the application")],
                rows.Select(row => row.Select(cell => cell.Length == 0 ? "—" : cell).ToArray()));
            writer.List(Lines(context));
        }
        if (bytes.Length > 0)
            writer.Text($"Bytes in rows: {PlanFigures.Names(bytes)}." + (context.Observed("PL4018").Any() ? " (PL4018)" : ""));
    }

    private static IEnumerable<string> Lines(PlanContext context)
    {
        FieldSymbol[] storage = [.. context.Models.SelectMany(model => model.Columns).Where(column => IsText(column) && IsStorage(column))];
        var cascading = storage.Select(column => column.Model).OfType<ModelSymbol>().Distinct().Where(model => Orphans(model).Length > 0).ToArray();
        if (cascading.Length > 0 && context.Schema.Connector.IsSql)
            yield return $"{PlanFigures.Names(cascading.Select(model => model.Name))}: the client sees nothing of rows that a cascade takes, so an extension of the client that deletes files misses them. A trigger AFTER DELETE that keeps the name in a table of files to be removed sees each of them.";
        string[] shared = [.. storage.Where(column => IsKeyLike(column) && column.Model?.Indexes.Any(index => index.IsUnique && index.Fields.Contains(column)) == false).Select(column => column.DisplayName)];
        if (shared.Length > 0)
            yield return $"{PlanFigures.Names(shared)}: nothing keeps two rows from naming the same file, so before a file is removed the other rows are to be asked.";
        string[] narrow = [.. storage.Where(column => column.NativeType?.Number(0) is < S3KeyLength && IsKeyLike(column)).Select(column => $"{column.DisplayName} ({column.NativeType?.Number(0)})")];
        if (narrow.Length > 0)
            yield return $"A key of S3 may have 1,024 bytes: {PlanFigures.Names(narrow)} hold{(narrow.Length == 1 ? "s" : "")} fewer letters, which is enough as long as the application makes the keys itself.";
    }

    // What the user's computer called the file tells of no place in storage; where a path stands beside it, a name is that.
    private static bool IsKeyLike(FieldSymbol column) =>
        !Words.Squash(column.Name).EndsWith("filename", StringComparison.Ordinal) || column.Model?.Columns.Any(other => other != column && IsText(other) && IsStorage(other)) != true;

    private static bool IsBeside(FieldSymbol column)
    {
        var name = Words.Squash(column.Name);
        return Array.Exists(s_beside, end => name.EndsWith(end, StringComparison.Ordinal)) && !column.ForeignKeysOver.Any();
    }

    private static bool IsText(FieldSymbol column) => column.Scalar == ScalarType.String && !column.IsId && !column.ForeignKeysOver.Any();

    private static bool IsStorage(FieldSymbol column)
    {
        var name = Words.Squash(column.Name);
        return Array.Exists(s_storageEnds, end => name.EndsWith(end, StringComparison.Ordinal)) || name is "path" or "key" && Array.Exists(s_files, word => Words.Squash(column.Owner.Name).Contains(word, StringComparison.Ordinal));
    }

    private static bool IsFileLink(FieldSymbol column)
    {
        var name = Words.Squash(column.Name);
        var isAddress = name.EndsWith("url", StringComparison.Ordinal) || name.EndsWith("uri", StringComparison.Ordinal) || name.EndsWith("path", StringComparison.Ordinal) || name.EndsWith("src", StringComparison.Ordinal);
        return (isAddress && Array.Exists(s_files, word => name.Contains(word, StringComparison.Ordinal))) || Array.IndexOf(s_files, name) >= 0 && name is "image" or "avatar" or "logo" or "photo" or "picture" or "thumbnail" or "banner" or "cover";
    }

    private static string Orphans(ModelSymbol model)
    {
        string[] parents = [.. model.ForeignKeys.Where(key => key.OnDelete == ReferentialAction.Cascade).Select(key => key.Target.Name).Distinct(StringComparer.Ordinal)];
        return parents.Length == 0 ? "" : "with their row of " + PlanFigures.Names(parents, 4) + " (cascade)";
    }
}
