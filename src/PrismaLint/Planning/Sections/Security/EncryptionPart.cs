using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>Which columns are worth encrypting, and what a search of them then needs.</summary>
internal static class EncryptionPart
{
    private static readonly string[] s_presented = ["session", "reset", "invit", "verif", "confirm", "magic", "login", "password", "activation", "unsubscribe", "share"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Encryption");
        var fields = context.PersonalData.All.Where(field => field.IsSensitive).ToArray();
        var open = fields.Where(field => field.Form == SecretForm.Readable).ToArray();
        writer.Text("At rest, disks and backups are the hosting's to encrypt: neither schema nor catalog shows it. That protects stolen disks, and nothing from who may run a query.");
        if (fields.Length == 0)
        {
            writer.Text("No field is named for a credential, an identity number, money of a person or health: none is a candidate for encryption by column.");
            return;
        }
        var done = fields.Length - open.Length;
        if (done > 0)
            writer.Text($"{PlanFigures.Count(done, "field")} {(done == 1 ? "is" : "are")} hashed or encrypted before {(done == 1 ? "it comes" : "they come")} here, by {(done == 1 ? "its name" : "their names")}: {PlanFigures.Names(fields.Where(field => field.Form != SecretForm.Readable).Select(field => field.Field.DisplayName))}.");
        if (open.Length == 0)
            return;
        writer.Text($"{PlanFigures.Count(open.Length, "field")} {(open.Length == 1 ? "is a candidate" : "are candidates")}, unless the application encrypts {(open.Length == 1 ? "it" : "them")} already under {(open.Length == 1 ? "this name" : "these names")}:");
        writer.Table(
            [SectionWriter.Column("Field"), SectionWriter.Column("Kind"), SectionWriter.Column("Type"), SectionWriter.Column("Found by equality"), SectionWriter.Column("Way")],
            open.Select(field => new[]
            {
                PlanText.Code(field.Field.DisplayName),
                PersonalNames.Describe(field.Kind),
                PlanText.Code(SecurityText.TypeOf(context, field.Field)),
                PersonalDataPart.IndexOf(field.Field) is { Length: > 0 } index ? index : "no index",
                Way(field),
            }));
        var narrow = open.Select(field => field.Field).Where(field => field.NativeType is { Name: "VarChar" or "Char" } native && native.Number(0) < 512).ToArray();
        if (narrow.Length > 0)
            writer.Text($"Encrypted text is longer than what it hides, by a third and some 40 bytes: {PlanFigures.Names(narrow.Select(field => $"{field.DisplayName} {SecurityText.TypeOf(context, field)}"), 6)} {(narrow.Length == 1 ? "has" : "have")} to grow before.");
        if (context.IsPostgreSql)
            writer.Text(Extension(context));
    }

    private static string Way(PersonalField field)
    {
        var name = Words.Squash(field.Field.Name);
        if (field.Kind == PersonalKind.Credential && (SensitiveNames.IsPassword(name) || SensitiveNames.IsPlainPassword(name)) && !name.Contains("app", System.StringComparison.Ordinal))
            return "a slow hash (argon2id, bcrypt) in the application, unless it is for signing in elsewhere";
        var isSearched = PersonalDataPart.IndexOf(field.Field).Length > 0;
        if (field.Kind == PersonalKind.Credential && !isSearched && IsPresented(name))
            return "its SHA-256 hash in place of it, if a client presents it; it has no index, and each look-up reads the whole table";
        if (field.Kind == PersonalKind.Credential && isSearched)
            return "its SHA-256 hash in place of it, found by the same index: nobody needs the value back that a client presents";
        return isSearched
            ? "encrypt in the client, and find it by a second column with its keyed hash (HMAC), which takes over the index"
            : "encrypt in the client with a random nonce; no query finds it by value";
    }

    // A token that the application gives out and gets back: not one that it presents to others.
    private static bool IsPresented(string name) =>
        name is "token" || (name.EndsWith("token", System.StringComparison.Ordinal) && System.Array.Exists(s_presented, word => name.StartsWith(word, System.StringComparison.Ordinal)));

    private static string Extension(PlanContext context)
    {
        var hasCrypto = context.Live is { IsReplayed: false } live && live.Snapshot.StateOf(EvidenceSource.Extensions).IsUsable
            ? live.Snapshot.Extensions.Any(extension => extension.Name == "pgcrypto") ? "`pgcrypto` is installed. " : "`pgcrypto` is not installed. "
            : "";
        return hasCrypto + "`pgcrypto` encrypts in the server, so that key and value travel in statements and may stand in its log: the client extension that encrypts before the query keeps the key out of the database.";
    }
}
