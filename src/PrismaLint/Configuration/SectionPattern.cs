using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PrismaLint.Configuration;

/// <summary>The header of a section as a pattern of paths: <c>*</c>, <c>**</c>, <c>?</c>, <c>[abc]</c>, <c>{a,b}</c>, <c>{1..9}</c>.</summary>
/// <remarks>
/// Corners follow the C# compiler: a comma or closing brace outside of braces spoils the header; a range takes digits
/// greedily and is compared afterwards.
/// </remarks>
internal sealed class SectionPattern
{
    private readonly Regex _regex;
    private readonly IReadOnlyList<(long Low, long High)> _ranges;

    private SectionPattern(Regex regex, IReadOnlyList<(long Low, long High)> ranges)
    {
        _regex = regex;
        _ranges = ranges;
    }

    /// <summary>Reads a header; <see langword="null"/> where it is malformed and so matches nothing.</summary>
    public static SectionPattern? Create(string header)
    {
        var translation = new Translation(header);
        if (!translation.Run())
            return null;
        try
        {
            return new SectionPattern(new Regex(translation.Result, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), translation.Ranges);
        }
        catch (ArgumentException)
        {
            // A character class such as [z-a].
            return null;
        }
    }

    /// <param name="path">Path below the file's folder, with a <c>/</c> in front.</param>
    public bool IsMatch(string path)
    {
        try
        {
            var match = _regex.Match(path);
            if (!match.Success)
                return false;
            for (var i = 0; i < _ranges.Count; i++)
            {
                if (!int.TryParse(match.Groups[i + 1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    || number < _ranges[i].Low || number > _ranges[i].High)
                {
                    return false;
                }
            }
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private sealed class Translation(string header)
    {
        // Deeper nesting of braces is nobody's configuration.
        private const int MaxDepth = 50;

        private readonly StringBuilder _regex = new();
        private readonly List<(long Low, long High)> _ranges = [];
        private int _position;

        public string Result => _regex.ToString();

        public IReadOnlyList<(long Low, long High)> Ranges => _ranges;

        public bool Run()
        {
            // A header without a slash holds at any depth.
            _regex.Append('^').Append(!header.Contains('/') ? ".*/" : header[0] == '/' ? "" : "/");
            if (!Sequence(0))
                return false;
            _regex.Append('$');
            return true;
        }

        // Up to the end, or inside braces up to the comma or brace that ends the alternative.
        private bool Sequence(int depth)
        {
            while (_position < header.Length)
            {
                var c = header[_position++];
                switch (c)
                {
                    case '*' when _position < header.Length && header[_position] == '*':
                        _position++;
                        _regex.Append(".*");
                        break;
                    case '*':
                        _regex.Append("[^/]*");
                        break;
                    case '?':
                        _regex.Append('.');
                        break;
                    case '[':
                        if (!CharacterClass())
                            return false;
                        break;
                    case '{':
                        if (depth == MaxDepth || !(Range(out var isSound) ? isSound : Choice(depth + 1)))
                            return false;
                        break;
                    case ',' or '}':
                        _position--;
                        return depth > 0;
                    case '\\':
                        if (_position == header.Length)
                            return false;
                        _regex.Append(Regex.Escape(header[_position++].ToString()));
                        break;
                    default:
                        _regex.Append(Regex.Escape(c.ToString()));
                        break;
                }
            }
            return depth == 0;
        }

        private bool Choice(int depth)
        {
            _regex.Append("(?:");
            while (Sequence(depth))
            {
                var isLast = header[_position++] == '}';
                _regex.Append(isLast ? ')' : '|');
                if (isLast)
                    return true;
            }
            return false;
        }

        // `{1..9}`; the answer is whether it is one, `isSound` whether its numbers fit.
        private bool Range(out bool isSound)
        {
            isSound = false;
            var saved = _position;
            if (Number() is { } low && Accept("..") && Number() is { } high && Accept("}"))
            {
                isSound = int.TryParse(low, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first)
                    & int.TryParse(high, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var second);
                _ranges.Add((Math.Min(first, second), Math.Max(first, second)));
                _regex.Append("(-?[0-9]+)");
                return true;
            }
            _position = saved;
            return false;
        }

        private string? Number()
        {
            var start = _position;
            if (_position < header.Length && header[_position] == '-')
                _position++;
            var digits = _position;
            while (_position < header.Length && char.IsDigit(header[_position]))
                _position++;
            return _position > digits ? header.Substring(start, _position - start) : null;
        }

        private bool Accept(string text)
        {
            if (string.CompareOrdinal(header, _position, text, 0, text.Length) != 0)
                return false;
            _position += text.Length;
            return true;
        }

        private bool CharacterClass()
        {
            _regex.Append('[');
            if (_position < header.Length && header[_position] == '!')
            {
                _regex.Append('^');
                _position++;
            }
            while (_position < header.Length)
            {
                var c = header[_position++];
                if (c == ']')
                {
                    _regex.Append(']');
                    return true;
                }
                if (c == '\\')
                {
                    if (_position == header.Length)
                        return false;
                    _regex.Append('\\').Append(header[_position++]);
                }
                else
                {
                    _regex.Append(c == '-' ? "-" : Regex.Escape(c.ToString()));
                }
            }
            return false;
        }
    }
}
