using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>Fields that end in id and hold what another system, a request or a device is called by.</summary>
internal static class ExternalIds
{
    // Their ids stand behind their names: stripeCustomerId.
    private static readonly string[] s_systems =
    [
        "stripe", "paypal", "paddle", "lemonsqueezy", "razorpay", "plaid", "shopify", "square", "google", "gmail", "outlook", "apple", "facebook",
        "github", "gitlab", "twitter", "linkedin", "microsoft", "azure", "aws", "cognito", "auth0", "clerk", "firebase", "supabase", "okta", "slack",
        "discord", "telegram", "whatsapp", "instagram", "youtube", "spotify", "twilio", "sendgrid", "mailchimp", "hubspot", "salesforce", "zoom",
        "notion", "openai", "vercel", "cloudinary", "steam",
    ];

    // A comment that has one of them tells why there is no relation.
    private static readonly HashSet<string> s_reasons = new(
        s_systems.Concat(["fk", "fks", "foreign", "external", "constraint", "relation", "idempotency", "denormalized", "denormalised"]), StringComparer.Ordinal);

    public static readonly RuleOption<NameList> Names = RuleOption.Names(
        "external_names",
        "Names of ids of other systems, without underscores and in lower case.",
        [
            "external*id", "*externalid", "foreignid", "remoteid", "legacyid", "oldid", "originalid", "sourceid", "providerid", "traceid", "spanid",
            "requestid", "sessionid", "correlationid", "trackingid", "jobid", "processid", "transactionid", "deviceid", "clientid",
            .. s_systems.Select(system => system + "*id"),
        ]);

    /// <summary>The name is one of another system's.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="squashedNames">The configured names: <see cref="Words.Squash(NameList)"/>.</param>
    public static bool Contain(string name, NameList squashedNames) => squashedNames.Contains(Words.Squash(name));

    /// <summary>A comment on the field's line, or right above it, says that the id is another system's or has no constraint.</summary>
    public static bool IsExplained(FieldSymbol column)
    {
        var source = column.Tree.Source;
        var line = source.GetLinePosition(column.Syntax.Span.Start).Line;
        if (HasReason(source.Content, column.Syntax.Span.End, source.GetLineSpan(line).End))
            return true;
        while (line-- > 0 && source.GetLine(line).TrimStart().StartsWith("//", StringComparison.Ordinal))
        {
            var span = source.GetLineSpan(line);
            if (HasReason(source.Content, span.Start, span.End))
                return true;
        }
        return false;
    }

    private static bool HasReason(string content, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var word = i;
            while (word < end && char.IsLetterOrDigit(content[word]))
                word++;
            if (word > i && s_reasons.Contains(content.Substring(i, word - i).ToLowerInvariant()))
                return true;
            i = word;
        }
        return false;
    }
}
