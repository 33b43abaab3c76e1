using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>
/// Names of fields that tell of people, and of secrets: wider than <see cref="SensitiveNames"/>, whose exact names findings rest on. What is
/// found here is a candidate, to be confirmed. Names are compared without underscores and numbers at their end, in lower case.
/// </summary>
internal static class PersonalNames
{
    private static readonly Dictionary<string, PersonalKind> s_kinds = new(StringComparer.Ordinal);

    // Of a person only in a model of people: a name, a city or a photo belong to anything.
    private static readonly Dictionary<string, PersonalKind> s_ofPeople = new(StringComparer.Ordinal);

    private static readonly (string End, PersonalKind Kind)[] s_ends =
    [
        ("email", PersonalKind.Email), ("emailaddress", PersonalKind.Email), ("phone", PersonalKind.Phone), ("phonenumber", PersonalKind.Phone), ("telefono", PersonalKind.Phone),
        ("firstname", PersonalKind.Name), ("lastname", PersonalKind.Name), ("fullname", PersonalKind.Name), ("contactname", PersonalKind.Name), ("username", PersonalKind.Name),
        ("streetaddress", PersonalKind.Address), ("dateofbirth", PersonalKind.Birth), ("birthdate", PersonalKind.Birth), ("ipaddress", PersonalKind.Network), ("useragent", PersonalKind.Network),
        ("discorduserid", PersonalKind.SocialAccount), ("youtubeuserid", PersonalKind.SocialAccount), ("instagramuserid", PersonalKind.SocialAccount),
        ("facebookuserid", PersonalKind.SocialAccount), ("twitteruserid", PersonalKind.SocialAccount), ("slackuserid", PersonalKind.SocialAccount),
        ("telegramuserid", PersonalKind.SocialAccount), ("githubuserid", PersonalKind.SocialAccount), ("googleuserid", PersonalKind.SocialAccount),
    ];

    private static readonly string[] s_secretEnds =
    [
        "password", "passwordhash", "passwordsalt", "passwd", "secret", "secretkey", "secrethash", "apikey", "apikeyhash", "privatekey", "accesstoken", "refreshtoken", "sessiontoken",
        "idtoken", "authtoken", "bearertoken", "usertoken", "pagetoken", "resettoken", "bottoken", "apitoken", "tokenhash", "hashedtoken", "codehash", "hashedkey", "keyhash",
        "accesstokenencrypted", "refreshtokenencrypted", "senha", "contrasena", "motdepasse", "passwort",
    ];

    private static readonly HashSet<string> s_secrets = new(StringComparer.Ordinal) { "token", "salt", "otp" };

    private static readonly string[] s_peopleNouns =
    [
        "user", "person", "people", "contact", "customer", "member", "employee", "patient", "student", "teacher", "player", "golfer", "author", "subscriber", "guest", "attendee", "candidate", "applicant",
        "lead", "driver", "doctor", "profile", "citizen", "participant", "volunteer", "tenantuser", "admin", "operator", "seller", "buyer", "usuario", "cliente", "persona", "pessoa", "aluno",
        "alumno", "docente", "empleado", "funcionario", "paciente", "empleada", "utilisateur", "benutzer", "kunde", "mitarbeiter",
    ];

    static PersonalNames()
    {
        Add(s_kinds, PersonalKind.Email, "email", "mail", "emailaddress", "mailaddress", "correo", "correoelectronico", "courriel", "emailfrom", "emailto", "emailcc", "emailreplyto");
        Add(s_kinds, PersonalKind.Phone, "phone", "phonenumber", "telephone", "mobile", "mobilenumber", "mobilephone", "cellphone", "fax", "whatsapp", "telefono", "telefonos", "telefone", "telefon", "celular", "telcel", "telres", "telcom", "handynummer", "movil");
        Add(s_kinds, PersonalKind.Name,
            "firstname", "lastname", "middlename", "fullname", "surname", "familyname", "givenname", "maidenname", "nickname", "contactname", "username", "authorname", "sendername",
            "recipientname", "customername", "patientname", "studentname", "guestname", "apellido", "apellidos", "nombres", "vorname", "nachname", "prenom", "cognome", "sobrenome", "nombrecompleto", "nomecompleto");
        Add(s_kinds, PersonalKind.Address, "streetaddress", "homeaddress", "postaladdress", "mailingaddress", "billingaddress", "shippingaddress", "domicilio");
        Add(s_kinds, PersonalKind.Birth, "dateofbirth", "birthdate", "birthday", "dob", "birth", "birthyear", "fechanacimiento", "fechanac", "datanascimento", "geburtsdatum", "datenaissance", "datadenascimento");
        Add(s_kinds, PersonalKind.Network, "ip", "ipaddress", "ipaddr", "clientip", "remoteip", "lastip", "lastloginip", "loginip", "createdip", "useragent", "macaddress", "deviceid", "devicefingerprint");
        Add(s_kinds, PersonalKind.Image, "avatar", "avatarurl", "profilepicture", "profileimage", "profileimageurl", "profilephoto", "signatureimage", "signatureimageasbase64");
        Add(s_kinds, PersonalKind.SocialAccount, "twitterhandle", "instagramhandle", "facebookid", "googleid", "githubid", "discordid", "appleid", "linkedinurl", "telegramid", "skype", "twitterusername", "githubusername");
        Add(s_kinds, PersonalKind.Trait, "isfemale", "ismale", "ethnicity", "religion", "maritalstatus", "sexualorientation", "politicalparty", "nationality", "estadocivil", "sexo", "genero");
        Add(s_kinds, PersonalKind.Identity, "cpf", "cpfcnpj", "dni", "rut", "curp", "nif", "cuil", "cuit", "aadhaar", "personnummer");
        Add(s_ofPeople, PersonalKind.Name, "name", "displayname", "shortname", "nombre", "nome", "nom", "alias", "title");
        Add(s_ofPeople, PersonalKind.Address, "address", "addressline", "street", "streetandnumber", "city", "state", "zip", "zipcode", "postalcode", "postcode", "citystatezip", "direccion", "direc", "endereco", "adresse", "rua", "bairro", "cep", "calle", "ciudad", "ville", "county", "province", "location");
        Add(s_ofPeople, PersonalKind.Location, "latitude", "longitude", "lat", "lng", "lon", "geolocation");
        Add(s_ofPeople, PersonalKind.Image, "photo", "photourl", "picture", "image", "imageurl", "photoid", "imageid", "foto");
        Add(s_ofPeople, PersonalKind.SocialAccount, "twitter", "facebook", "instagram", "linkedin", "github", "handle", "telegram", "discord", "website");
        Add(s_ofPeople, PersonalKind.Trait, "gender", "sex", "race", "disability", "bio");
    }

    /// <summary>What a field tells; <see langword="null"/> for one whose name or type says nothing of the kind.</summary>
    /// <param name="field">A column.</param>
    /// <param name="isOfPerson">Its model is one of people (<see cref="IsOfPeople"/>).</param>
    public static PersonalKind? KindOf(FieldSymbol field, bool isOfPerson)
    {
        if (field.ForeignKeysOver.Any() || field.Kind == FieldKind.Relation)
            return null;
        var name = Stem(field.Name);
        var kind = IsSecret(name) ? PersonalKind.Credential
            : SensitiveNames.KindOf(field.Name) is { } sensitive ? Widen(sensitive, name)
            : s_kinds.TryGetValue(name, out var known) ? known
            : isOfPerson && s_ofPeople.TryGetValue(name, out var ofPerson) ? ofPerson
            : Array.Find(s_ends, end => name.EndsWith(end.End, StringComparison.Ordinal)) is { End: not null } end ? end.Kind
            : (PersonalKind?)null;
        return kind is { } found && Fits(found, field) ? found : null;
    }

    // With more words before it the noun stands for a thing: an option's candidate.
    private const int LongestName = 3;

    /// <summary>A column that holds a secret, by its name.</summary>
    public static bool IsSecret(FieldSymbol field) => KindOf(field, isOfPerson: false) == PersonalKind.Credential;

    /// <summary>The model's rows are people, as far as its name and its fields say.</summary>
    public static bool IsOfPeople(ModelSymbol model)
    {
        var fields = new HashSet<PersonalKind>();
        var names = 0;
        var hasPassword = false;
        foreach (var field in model.Columns)
        {
            if (KindOf(field, isOfPerson: false) is not { } kind)
                continue;
            fields.Add(kind);
            if (kind == PersonalKind.Name && !field.Name.EndsWith("username", StringComparison.OrdinalIgnoreCase))
                names++;
            hasPassword |= kind == PersonalKind.Credential && Words.Squash(field.Name).Contains("password", StringComparison.Ordinal) && !IsOfOthers(field.Name);
        }
        return (hasPassword && (fields.Contains(PersonalKind.Email) || fields.Contains(PersonalKind.Name))) || (names >= 2 && fields.Count > 1) || fields.Contains(PersonalKind.Birth) || (IsNamedForPeople(model) && (fields.Count > 0 || (model.FindField("name") is not null && Words.Split(model.Name).Count <= LongestName)));
    }

    /// <summary>In which form a credential is kept, by its name.</summary>
    public static SecretForm FormOf(FieldSymbol field)
    {
        var name = Words.Squash(field.Name);
        return name.Contains("encrypted", StringComparison.Ordinal) || name.Contains("cipher", StringComparison.Ordinal) ? SecretForm.Encrypted
            : name.Contains("hash", StringComparison.Ordinal) || name.Contains("digest", StringComparison.Ordinal) || name.Contains("salt", StringComparison.Ordinal) || name.Contains("fingerprint", StringComparison.Ordinal)
                ? SecretForm.Hashed
                : SecretForm.Readable;
    }

    /// <summary>How texts call a kind.</summary>
    public static string Describe(PersonalKind kind) => kind switch
    {
        PersonalKind.Name => "name",
        PersonalKind.Email => "e-mail",
        PersonalKind.Phone => "phone",
        PersonalKind.Address => "address",
        PersonalKind.Birth => "birth date",
        PersonalKind.SocialAccount => "account elsewhere",
        PersonalKind.Network => "network address or device",
        PersonalKind.Location => "location",
        PersonalKind.Image => "image",
        PersonalKind.Trait => "trait",
        PersonalKind.Identity => "identity number",
        PersonalKind.Financial => "money",
        PersonalKind.Health => "health",
        _ => "credential",
    };

    private static PersonalKind Widen(SensitiveKind kind, string name) => kind switch
    {
        SensitiveKind.Credential => PersonalKind.Credential,
        SensitiveKind.Financial => PersonalKind.Financial,
        SensitiveKind.Health => PersonalKind.Health,
        _ => s_kinds.TryGetValue(name, out var birth) && birth == PersonalKind.Birth ? PersonalKind.Birth : PersonalKind.Identity,
    };

    // A password to send mail or to use another service belongs to no person.
    private static bool IsOfOthers(string name) => Words.ContainsAny(name, "app", "smtp", "imap", "db", "database", "ftp", "api", "service") || Words.Squash(name).Contains("apppassword", StringComparison.Ordinal);

    private static bool IsSecret(string name) => s_secrets.Contains(name) || Array.Exists(s_secretEnds, end => name.EndsWith(end, StringComparison.Ordinal));

    // A Boolean says that something was confirmed, a date when a token ends.
    private static bool Fits(PersonalKind kind, FieldSymbol field) => kind switch
    {
        PersonalKind.Trait => field.Scalar is ScalarType.String or ScalarType.Boolean or ScalarType.Int || field.Kind == FieldKind.Enum,
        PersonalKind.Birth => field.Scalar is ScalarType.String or ScalarType.DateTime or ScalarType.Int,
        PersonalKind.Location => field.Scalar is ScalarType.String or ScalarType.Float or ScalarType.Decimal,
        PersonalKind.Financial => field.Scalar is ScalarType.String or ScalarType.Decimal or ScalarType.Float or ScalarType.Int or ScalarType.BigInt,
        _ => field.Scalar is ScalarType.String or ScalarType.Bytes or ScalarType.Json || (field.Scalar is null && field.Kind != FieldKind.Enum && kind == PersonalKind.Network),
    };

    private static bool IsNamedForPeople(ModelSymbol model)
    {
        var last = Inflection.Default.Singular(Words.Last(model.Name));
        return Array.Exists(s_peopleNouns, noun => last == noun || (last == Inflection.Default.Singular(Words.Squash(model.Name)) && noun.Length > 3 && last.EndsWith(noun, StringComparison.Ordinal)));
    }

    private static string Stem(string name) => Words.Squash(name).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static void Add(Dictionary<string, PersonalKind> kinds, PersonalKind kind, params string[] names)
    {
        foreach (var name in names)
            kinds[name] = kind;
    }
}
