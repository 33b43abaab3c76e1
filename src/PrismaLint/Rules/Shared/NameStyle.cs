namespace PrismaLint.Rules.Shared;

/// <summary>How the words of a name are joined.</summary>
internal enum NameStyle
{
    /// <summary>One word: nothing joins it.</summary>
    Flat,

    /// <summary><c>userRole</c></summary>
    Camel,

    /// <summary><c>UserRole</c></summary>
    Pascal,

    /// <summary><c>user_role</c></summary>
    Snake,

    /// <summary><c>USER_ROLE</c></summary>
    Upper,

    /// <summary>Two styles in one name: <c>User_role</c>, <c>userName_old</c>.</summary>
    Mixed,
}
