using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Wildgate.Bench.Posix;

namespace Wildgate.Bench.Tests.Posix;

public sealed class EventQueueTests : IDisposable
{
    private static readonly TimeSpan Shortly = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    private readonly EventQueue _queue = new();
    private readonly Socket _near = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _far;

    public EventQueueTests()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _near.Connect(listener.LocalEndpoint);
        _far = listener.AcceptSocket();
    }

    [Fact]
    public void A_socket_is_reported_with_its_key_for_what_it_is_wanted_for()
    {
        _queue.Add(_near, key: 7, Readiness.Readable);
        Assert.Equal(0, _queue.Wait(Shortly));

        _far.Send("x"u8);
        Assert.Equal(1, _queue.Wait(Enough));
        Assert.Equal((Readiness.Readable, 7), (_queue.Entry(0, out var key), key));

        _queue.Change(_near, key: 8, Readiness.Writable);
        Assert.Equal(1, _queue.Wait(Enough));
        Assert.Equal((Readiness.Writable, 8), (_queue.Entry(0, out key), key));
    }

    [Fact]
    public void A_removed_socket_is_silent_although_a_copy_of_it_stays_open()
    {
        _queue.Add(_near, key: 7, Readiness.Readable);
        using var copy = new SafeSocketHandle(Duplicate((int)_near.Handle), ownsHandle: true);
        Assert.False(copy.IsInvalid);

        _queue.Remove(_near);
        _near.Dispose();
        _far.Dispose();

        Assert.Equal(0, _queue.Wait(Shortly));
    }

    public void Dispose()
    {
        _near.Dispose();
        _far.Dispose();
        _queue.Dispose();
    }

    [DllImport("libc", EntryPoint = "dup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(int descriptor);
}
