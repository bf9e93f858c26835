namespace Wildgate.Bench.Posix;

/// <summary>What a socket is ready for, with the values of <c>epoll_ctl(2)</c>.</summary>
[Flags]
internal enum Readiness
{
    None = 0,
    Readable = 0x001,
    Writable = 0x004,
    Error = 0x008,
    HangUp = 0x010,
}
