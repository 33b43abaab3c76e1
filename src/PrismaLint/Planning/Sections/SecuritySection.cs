using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Sections.Security;

namespace PrismaLint.Planning.Sections;

/// <summary>Section 6.</summary>
internal static class SecuritySection
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        if (!context.IsPostgreSql)
            writer.Text($"The schema is for {SecurityText.Provider(context)}: roles, policies and triggers in PostgreSQL's SQL do not apply and are left out. What follows from the schema itself is here.");
        PersonalDataPart.Write(context, writer);
        TenancyPart.Write(context, writer);
        RowSecurityPart.Write(context, writer);
        AccessPart.Write(context, writer);
        EncryptionPart.Write(context, writer);
        AuditPart.Write(context, writer);
        ConnectionPart.Write(context, writer);
        BackupPart.Write(context, writer);
        CompliancePart.Write(context, writer);
        MaskingPart.Write(context, writer);
        writer.Part("Security checklist").Checklist(SecurityChecklist.Create(context));
    }
}
