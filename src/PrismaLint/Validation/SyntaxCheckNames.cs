using System.Collections.Generic;

namespace PrismaLint.Validation;

/// <summary>The checks that the parser makes itself. Their names stand in the parser, which knows nothing of this catalogue.</summary>
internal static class SyntaxCheckNames
{
    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        Check("invalid-top-level-line", "A line outside of blocks that starts no block"),
        Check("byte-order-mark", "A file starts with a byte order mark"),
        Check("invalid-block-header", "The first line of a block is malformed"),
        Check("unknown-block", "A block whose keyword is none"),
        Check("block-without-name", "A block without a name"),
        Check("unclosed-block", "A block without its closing brace"),
        Check("invalid-member-line", "A line of a model, view or composite type that is neither field nor attribute"),
        Check("invalid-enum-line", "A line of an enum that is no value"),
        Check("invalid-configuration-line", "A line of a datasource or generator that is no property"),
        Check("field-without-type", "A field without a type"),
        Check("field-colon", "A colon between a field and its type, as in Prisma 1"),
        Check("required-mark", "An exclamation mark behind a type, as in Prisma 1"),
        Check("list-brackets-around", "Brackets around a type instead of behind it"),
        Check("optional-list", "A list that is optional"),
        Check("type-alias", "A name for a scalar type, as in early Prisma 2"),
        Check("unknown-escape", "A backslash in a string before a letter that is no escape"),
        Check("invalid-unicode-escape", "A malformed `\\u` in a string"),
        Check("attribute-in-composite-type", "A key or relation on a field of a composite type"),
        Check("block-attribute-in-composite-type", "A block attribute in a composite type"),
        Check("nested-namespace", "A namespace or `types` inside of a namespace of a contract"),
        Check("reserved-namespace", "A namespace of a contract with the reserved name `__unspecified__`"),
        Check("invalid-types-entry", "Something in the `types` of a contract that is no name with its type"),
        Check("invalid-block-entry", "Something in a policy, role or other block of a contract that is no entry"),
        Check("entry-without-value", "An entry of a contract's block with `=` and no value"),
        Check("list-not-closed", "Arguments or a list of a contract that something else breaks off"),
        Check("unclosed-string", "A string of a contract that is not closed"),
        Check("untagged-backtick-string", "A string in backticks without a tag before it"),
        Check("invalid-object", "A malformed object value in a contract"),
        Check("invalid-qualified-name", "A name of a contract with too many dots or colons, or with nothing behind one"),
        Check("attribute-without-name", "An `@` of a contract that no name follows"),
        Check("value-too-deep", "Values of a contract that nest too deeply"),
    ];

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.SyntaxError, ValidationStage.Syntax, summary);
}
