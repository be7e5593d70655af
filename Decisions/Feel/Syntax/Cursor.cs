namespace Platform.Decisions.Feel;

/// <summary>
/// A place in the text that is being read. After the first error it stands at the end, so that every reader comes to
/// rest by itself.
/// </summary>
internal sealed class Cursor(string text)
{
    /// <summary>Longest text that is read at all.</summary>
    public const int LongestText = 200_000;

    public string Text { get; } = text;

    public int Position { get; private set; }

    public FeelWarning? Error { get; private set; }

    public bool Failed => Error is not null;

    /// <summary>The next character after space and comments; NUL at the end.</summary>
    public char Next
    {
        get
        {
            SkipSpace();
            return Peek(0);
        }
    }

    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return Position >= Text.Length;
        }
    }

    public char Peek(int ahead) => Position + ahead < Text.Length ? Text[Position + ahead] : '\0';

    public void MoveTo(int position) => Position = Failed ? Text.Length : position;

    public void Fail(int start, int length, in FeelMessage message)
    {
        Error ??= FeelWarning.At(start, length, message);
        Position = Text.Length;
    }

    public void FailHere(in FeelMessage message)
    {
        SkipSpace();
        Fail(Position, Position < Text.Length ? 1 : 0, message);
    }

    /// <summary>Takes the sign when it is next.</summary>
    public bool TryTake(char sign)
    {
        if (Next != sign)
        {
            return false;
        }
        Position++;
        return true;
    }

    /// <summary>Takes the sign or fails.</summary>
    public void Take(char sign)
    {
        if (!TryTake(sign))
        {
            FailHere(FeelMessage.Expected(sign.ToString()));
        }
    }

    /// <summary>Takes several characters when they are next.</summary>
    public bool TryTake(string signs)
    {
        SkipSpace();
        if (Peek(0) != signs[0] || string.CompareOrdinal(Text, Position, signs, 0, signs.Length) != 0)
        {
            return false;
        }
        Position += signs.Length;
        return true;
    }

    /// <summary>Takes the word when it is next as a whole word.</summary>
    public bool TryTakeWord(string word)
    {
        if (!IsWord(word))
        {
            return false;
        }
        Position += word.Length;
        return true;
    }

    /// <summary>Whether the word is next as a whole word.</summary>
    public bool IsWord(string word)
    {
        SkipSpace();
        return Peek(0) == word[0] && string.CompareOrdinal(Text, Position, word, 0, word.Length) == 0
            && !FeelNames.IsPart(Peek(word.Length));
    }

    public void TakeWord(string word)
    {
        if (!TryTakeWord(word))
        {
            FailHere(FeelMessage.Expected(word));
        }
    }

    /// <summary>The length of the word that begins at <paramref name="from"/>; 0 when none does.</summary>
    public int WordLength(int from)
    {
        if (from >= Text.Length || !FeelNames.IsStart(Text[from]))
        {
            return 0;
        }
        var end = from + 1;
        while (end < Text.Length && FeelNames.IsPart(Text[end]))
        {
            end++;
        }
        return end - from;
    }

    /// <summary>Skips white space and comments.</summary>
    public void SkipSpace() => Position = AfterSpace(Position);

    public int AfterSpace(int position)
    {
        while (position < Text.Length)
        {
            var c = Text[position];
            if (c is > ' ' and < '\u007f' and not '/')
            {
                break;
            }
            if (FeelNames.IsSpace(c))
            {
                position++;
            }
            else if (c == '/' && position + 1 < Text.Length && Text[position + 1] == '/')
            {
                var end = Text.AsSpan(position).IndexOfAny('\n', '\r');
                position = end < 0 ? Text.Length : position + end;
            }
            else if (c == '/' && position + 1 < Text.Length && Text[position + 1] == '*')
            {
                var end = Text.IndexOf("*/", position + 2, StringComparison.Ordinal);
                position = end < 0 ? Text.Length : end + 2;
            }
            else
            {
                break;
            }
        }
        return position;
    }
}
