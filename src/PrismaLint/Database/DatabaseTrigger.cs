namespace PrismaLint.Database;

/// <summary>A trigger (<c>pg_trigger</c>); internal ones, which enforce foreign keys, only where they are disabled.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its name.</param>
/// <param name="Enabled"><c>O</c> origin and local, <c>D</c> disabled, <c>R</c> replica, <c>A</c> always.</param>
/// <param name="IsInternal">Made by the server for a constraint.</param>
/// <param name="ConstraintOid">That constraint; 0 without one.</param>
/// <param name="Kind">The bits of <c>tgtype</c>: 4 insert, 8 delete, 16 update.</param>
public sealed record DatabaseTrigger(DatabaseTable Table, string Name, string Enabled, bool IsInternal, long ConstraintOid, long Kind)
{
    public bool IsDisabled => Enabled == "D";
}
