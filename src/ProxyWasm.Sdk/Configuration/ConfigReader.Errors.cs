using System.Runtime.CompilerServices;

namespace ProxyWasm.Sdk.Configuration;

public ref partial struct ConfigReader
{
    /// <summary>Goes into a field, for the paths of errors.</summary>
    /// <param name="name">Name of the field.</param>
    /// <returns>Where it came from; for <see cref="Leave"/>.</returns>
    public int Enter(scoped ReadOnlySpan<byte> name)
    {
        var outer = _path.Length;
        if (!HasFailed)
        {
            _path.Append((byte)'.');
            _path.Append(name);
        }

        return outer;
    }

    /// <summary>Goes into an element of an array, for the paths of errors.</summary>
    /// <param name="index">Number of the element, from 0.</param>
    /// <returns>Where it came from; for <see cref="Leave"/>.</returns>
    public int EnterElement(int index)
    {
        var outer = _path.Length;
        if (!HasFailed)
        {
            _path.Append((byte)'[');
            _path.Append(index);
            _path.Append((byte)']');
        }

        return outer;
    }

    /// <summary>Goes back to where <see cref="Enter"/> came from.</summary>
    public void Leave(int outer) => _path.Length = HasFailed ? _path.Length : outer;

    /// <summary>Notes that something is wrong at the present place, unless something was wrong before.</summary>
    /// <param name="problem">What is expected or wrong, in UTF-8.</param>
    /// <param name="detail">What follows it.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Fail(scoped ReadOnlySpan<byte> problem, scoped ReadOnlySpan<byte> detail = default)
    {
        if (HasFailed)
        {
            return;
        }

        var line = 1;
        while (--_position >= 0)
        {
            line += Peek == '\n' ? 1 : 0;
        }

        _path.Append(": "u8);
        _path.Append(problem);
        _path.Append(detail);
        _path.Append(" (line "u8);
        _path.Append(line);
        _path.Append((byte)')');
        HasFailed = true;
        _position = _json.Length;
    }

    // The error, or nothing; what follows the configuration is one.
    private ReadOnlySpan<byte> Finish()
    {
        SkipSpace();
        if (Peek != End)
        {
            Fail("there is something after the end"u8);
        }

        return HasFailed ? _path.Written : default;
    }

    /// <summary>Notes that a field is missing.</summary>
    /// <param name="name">Name of the field.</param>
    public void FailRequired(scoped ReadOnlySpan<byte> name)
    {
        Enter(name);
        Fail("it is required"u8);
    }

    /// <summary>Notes that the present field has been there before.</summary>
    public void FailTwice() => Fail("it is there twice"u8);
}
