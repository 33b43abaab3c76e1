using System.Collections.Generic;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>A model whose changes are worth a record.</summary>
/// <param name="Model">The model.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Created">The field that says when a row was made.</param>
/// <param name="Changed">The field that says when it was changed last.</param>
/// <param name="Author">The field that says who made or changed it.</param>
internal sealed record AuditedModel(ModelSymbol Model, IReadOnlyList<AuditReason> Reasons, FieldSymbol? Created, FieldSymbol? Changed, FieldSymbol? Author)
{
    /// <summary>It tells neither when a row was changed nor by whom.</summary>
    public bool TellsNothing => Changed is null && Author is null;
}
