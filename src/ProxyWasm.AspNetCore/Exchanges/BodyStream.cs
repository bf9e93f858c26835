namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>A body on its way: a stream that goes in one direction, has no length and never blocks a thread.</summary>
internal abstract class BodyStream : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw NotSynchronously(CanRead, "reads", "ReadAsync");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw NotSynchronously(CanWrite, "writes", "WriteAsync");

    public override void Flush()
    {
        if (CanWrite)
        {
            throw NotSynchronously(true, "flushes", "FlushAsync");
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static Exception NotSynchronously(bool isSupported, string what, string instead) => isSupported
        ? new InvalidOperationException(
            $"Synchronous {what} are not supported behind Proxy-Wasm plugins. Call {instead} instead.")
        : new NotSupportedException();
}
