using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Http;

/// <summary>
/// What the host holds of a body: the part that has just arrived and, after a pause, what was held before it.
/// </summary>
public sealed class Body
{
    private readonly HttpFilter _filter;
    private readonly StreamType _direction;

    internal Body(HttpFilter filter, StreamType direction)
    {
        _filter = filter;
        _direction = direction;
    }

    /// <summary>Bytes that are there.</summary>
    public int Length { get; internal set; }

    /// <summary>Whether nothing comes after them but trailers.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>Somebody waits for the end of the body.</summary>
    internal BodyOperation? Reader { get; set; }

    /// <summary>Reads all bytes that are there.</summary>
    /// <returns>Valid until the callback ends or something is awaited; empty when there are none.</returns>
    public ReadOnlySpan<byte> Read() => Read(0, Length);

    /// <summary>Reads a part of the bytes that are there.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">At most this many bytes.</param>
    /// <returns>Fewer when fewer are there; valid until the callback ends or something is awaited.</returns>
    public ReadOnlySpan<byte> Read(int start, int length)
    {
        See();
        Hostcalls.GetBufferBytes(Buffer, start, length, out var bytes);
        return bytes;
    }

    /// <summary>The bytes that are there as text in UTF-8.</summary>
    public string ReadText() => Utf8Text.Decode(Read());

    /// <summary>Puts other bytes in the place of those that are there.</summary>
    /// <remarks>Remove or correct <c>content-length</c> in the headers callback.</remarks>
    /// <returns>Whether the host has accepted them.</returns>
    public bool Replace(ReadOnlySpan<byte> bytes) => Put(0, int.MaxValue, bytes, bytes.Length);

    /// <inheritdoc cref="Replace(ReadOnlySpan{byte})"/>
    public bool Replace(string text)
    {
        var buffer = new TextBuffer(stackalloc byte[256]);
        buffer.Append(text);
        return Replace(buffer.Written);
    }

    /// <summary>Puts bytes before those that are there.</summary>
    /// <returns>Whether the host has accepted them.</returns>
    public bool Prepend(ReadOnlySpan<byte> bytes) => Put(0, 0, bytes, Length + bytes.Length);

    /// <summary>Puts bytes behind those that are there.</summary>
    /// <returns>Whether the host has accepted them.</returns>
    public bool Append(ReadOnlySpan<byte> bytes) => Put(Length, 0, bytes, Length + bytes.Length);

    /// <summary>Waits until the whole body is there; the host holds it meanwhile, up to its limit.</summary>
    /// <returns>The body, which can be read and changed until the filter's method ends.</returns>
    /// <exception cref="InvalidOperationException">Somebody waits already.</exception>
    public BodyOperation WhenComplete() => Reader = new BodyOperation(this);

    /// <inheritdoc cref="WhenComplete()"/>
    /// <param name="cancellation">Ends the wait; the stream goes on to be held by the host.</param>
    public BodyOperation WhenComplete(CancellationToken cancellation)
    {
        var operation = WhenComplete();
        operation.CancelWith(cancellation);
        return operation;
    }

    /// <summary>A method of the filter has looked at what is there.</summary>
    internal void See() => _filter.SeeBody(_direction);

    internal Body Fill(int size, int endOfStream)
    {
        Length = size;
        IsComplete = endOfStream != 0;
        return this;
    }

    private BufferType Buffer =>
        _direction == StreamType.HttpRequest ? BufferType.HttpRequestBody : BufferType.HttpResponseBody;

    private bool Put(int start, int length, ReadOnlySpan<byte> bytes, int newLength)
    {
        See();
        if (Hostcalls.SetBufferBytes(Buffer, start, length, bytes) != Status.Ok)
        {
            return false;
        }

        Length = newLength;
        return true;
    }
}
