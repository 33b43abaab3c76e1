using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Types;

/// <summary>Finds enums and composite types that no field has.</summary>
public sealed class UnusedTypeRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL4021", "unused-type")
    {
        Title = "Type that no field has",
        Message = "No field has the {0} `{1}`",
        Category = DiagnosticCategory.Types,
        Contracts = ContractSupport.FindingsOnly,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            The database gets a type that nothing uses, the client a name that leads nowhere, and the reader a question. Most such
            types are left over from a field that went.

            A type that another type's field has, or that a documentation comment or a text in the schema names, counts as used.
            Nothing is reported in a schema with syntax errors, and none without models.
            """,
        Example = new RuleExample(
            Flagged: """
                model Order {
                  id Int @id
                }

                enum OldStatus {
                  OPEN
                  CLOSED
                }
                """,
            Clean: """
                model Order {
                  id     Int         @id
                  status OrderStatus
                }

                enum OrderStatus {
                  OPEN
                  CLOSED
                }
                """),
        WhenNotToUse = "The application imports the enum from the client for its own ends: name it in `allow`.",
        Fix = "Unsafe: removes the block with the comments right above it. The application may use the type, and the migration drops it.",
    };

    public static readonly RuleOption<NameList> Allow = RuleOption.Names("allow", "Types that no field need have.");

    public override IReadOnlyList<RuleOption> Options => [Allow];

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        var schema = context.Schema;
        if (schema.Models.Count == 0 || schema.Trees.Any(tree => tree.Diagnostics.Count > 0))
            yield break;
        var allow = context.Get(Allow);
        var used = new HashSet<BlockSymbol>(schema.Models.SelectMany(model => model.Fields)
            .Concat(schema.CompositeTypes.SelectMany(type => type.Fields))
            .Select(member => member.TypeSymbol)
            .OfType<BlockSymbol>());
        HashSet<string>? named = null;
        foreach (var block in context.Enums.Concat<BlockSymbol>(context.CompositeTypes))
        {
            if (used.Contains(block) || allow.Contains(block.Name) || (named ??= NamedInText(schema)).Contains(block.Name))
                continue;
            yield return Definition.At(block.Location, block is EnumSymbol ? "enum" : "type", block.Name)
                .On(block.DisplayName)
                .WithFix(CodeFix.Unsafe($"Remove `{block.Name}`", SchemaEdits.RemoveBlock(block)));
        }
    }

    // The words of comments and strings: generators are told of types there.
    private static HashSet<string> NamedInText(SemanticModel schema)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in schema.Trees)
        {
            var content = tree.Source.Content;
            for (var line = 0; line < tree.Source.LineCount; line++)
            {
                var span = tree.Source.GetLineSpan(line);
                var start = StartOfText(content, span.Start, span.End);
                while (start < span.End)
                {
                    var end = start;
                    while (end < span.End && (char.IsLetterOrDigit(content[end]) || content[end] == '_'))
                        end++;
                    if (end > start)
                        words.Add(content.Substring(start, end - start));
                    start = end + 1;
                }
            }
        }
        return words;
    }

    // Where documentation or a string begins on a line. Plain comments name what is gone as well.
    private static int StartOfText(string content, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (content[i] == '"' || (content[i] == '/' && i + 2 < end && content[i + 1] == '/' && content[i + 2] == '/'))
                return i + 1;
            if (content[i] == '/' && i + 1 < end && content[i + 1] == '/')
                return end;
        }
        return end;
    }
}
