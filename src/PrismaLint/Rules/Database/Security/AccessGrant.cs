namespace PrismaLint.Rules.Database.Security;

/// <summary>One entry of an access list (<c>aclitem</c>).</summary>
/// <param name="Grantee">The role; empty for PUBLIC.</param>
/// <param name="Privileges">The letters, grant options left out.</param>
internal sealed record AccessGrant(string Grantee, string Privileges)
{
    public bool IsPublic => Grantee.Length == 0;
}
