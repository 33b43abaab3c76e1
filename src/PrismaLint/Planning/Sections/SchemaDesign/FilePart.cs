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

    public static void Write(PlanContext context, SectionWriter writer)
    {
        var rows = new List<string[]>();
        foreach (var model in context.Models)
        {
            FieldSymbol[] storage = [.. model.Columns.Where(column => IsText(column) && IsStorage(column))];
            FieldSymbol[] links = [.. model.Columns.Where(column => IsText(column) && !IsStorage(column) && IsFileLink(column))];
            if (storage.Length + links.Length > 0)
                rows.Add([PlanText.Code(model.Name), PlanFigures.Names(storage.Select(column => column.Name), 6), PlanFigures.Names(links.Select(column => column.Name), 6), Orphans(model)]);
        }
        string[] bytes = [.. context.Models.SelectMany(model => model.Columns).Where(column => column.Scalar == ScalarType.Bytes).Select(column => column.DisplayName)];
        if (rows.Count == 0 && bytes.Length == 0)
            return;
        writer.Part("File references");
        if (rows.Count > 0)
        {
            writer.Text("Names of columns that point to files or objects outside of the database, such as in S3. The database deletes a row and knows nothing of its file: the application has to, or a job that compares the two.");
            writer.Table([SectionWriter.Column("Model"), SectionWriter.Column("Names and keys in storage"), SectionWriter.Column("Addresses"), SectionWriter.Column("How rows go without the application")], rows.Select(row => row.Select(cell => cell.Length == 0 ? "—" : cell).ToArray()));
        }
        if (bytes.Length > 0)
            writer.Text($"Bytes in rows: {PlanFigures.Names(bytes)}." + (context.Observed("PL4018").Any() ? " (PL4018)" : ""));
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
