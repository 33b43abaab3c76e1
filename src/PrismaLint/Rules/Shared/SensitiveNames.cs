using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Rules.Shared;

/// <summary>Names that speak of secrets and of people. Names are compared without underscores, in lower case.</summary>
internal static class SensitiveNames
{
    private static readonly HashSet<string> s_plainPasswords = new(StringComparer.Ordinal)
    {
        "plainpassword", "passwordplain", "plaintextpassword", "passwordplaintext", "rawpassword", "passwordraw", "clearpassword",
        "cleartextpassword", "passwordcleartext", "unencryptedpassword", "unhashedpassword",
    };

    private static readonly HashSet<string> s_passwords = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pwd", "userpassword", "userpasswd", "userpwd", "loginpassword", "adminpassword",
    };

    private static readonly HashSet<string> s_forms = new(StringComparer.Ordinal) { "hash", "hashed", "digest", "salt", "encrypted", "crypt" };

    // Exact names, by what they tell. The report's inventory and PL6005 read them.
    private static readonly Dictionary<string, SensitiveKind> s_kinds = Create();

    /// <summary>The name says that a password stands there as it is.</summary>
    public static bool IsPlainPassword(string squashedName) => s_plainPasswords.Contains(squashedName);

    /// <summary>The name is a password's, without hash, reset, hint or the like.</summary>
    public static bool IsPassword(string squashedName) => s_passwords.Contains(squashedName);

    /// <summary>What the name tells of; <see langword="null"/> for a name that is not listed.</summary>
    public static SensitiveKind? KindOf(string name) =>
        s_kinds.TryGetValue(Words.Squash(name), out var kind) ? kind : null;

    /// <summary>
    /// The name is a password's in any form, hashes and salts included. Who may read a hash can guess at it for as long as he likes: it
    /// is no fault of a schema, and one of a grant.
    /// </summary>
    public static bool IsFormOfPassword(string name)
    {
        var words = Words.Split(name);
        return words.Any(word => word.Equals("password", StringComparison.OrdinalIgnoreCase) || word.Equals("passwd", StringComparison.OrdinalIgnoreCase))
            && words.Any(word => s_forms.Contains(word.ToLowerInvariant()));
    }

    private static Dictionary<string, SensitiveKind> Create()
    {
        var kinds = new Dictionary<string, SensitiveKind>(StringComparer.Ordinal);
        Add(SensitiveKind.Credential,
            "password", "passwd", "pwd", "secret", "secretkey", "clientsecret", "apikey", "apisecret", "accesstoken", "refreshtoken",
            "authtoken", "bearertoken", "privatekey", "totpsecret", "twofactorsecret", "mfasecret", "otpsecret", "recoverycode",
            "recoverycodes", "backupcodes", "webhooksecret", "encryptionkey", "pin", "pincode", "securityanswer");
        Add(SensitiveKind.Identity,
            "ssn", "socialsecuritynumber", "nationalid", "nationalidnumber", "passport", "passportnumber", "driverslicense",
            "driverlicense", "driverslicensenumber", "taxid", "taxnumber", "dateofbirth", "birthdate", "birthday", "dob");
        Add(SensitiveKind.Financial,
            "creditcard", "creditcardnumber", "cardnumber", "cvv", "cvc", "iban", "bankaccount", "bankaccountnumber", "accountnumber",
            "routingnumber", "sortcode", "salary");
        Add(SensitiveKind.Health,
            "diagnosis", "medicalrecord", "medicalhistory", "medication", "medications", "allergies", "bloodtype", "healthinsurancenumber");
        return kinds;

        void Add(SensitiveKind kind, params string[] names)
        {
            foreach (var name in names)
                kinds[name] = kind;
        }
    }
}
