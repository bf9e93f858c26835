using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Wildgate.Gateway.Hosting;

/// <summary>
/// Lets one cleartext listener speak HTTP/1.1 and HTTP/2 with prior knowledge, as proxies do: a connection that begins
/// with the HTTP/2 preface (RFC 9113, section 3.4) is marked as if <c>h2</c> had been negotiated.
/// </summary>
internal static class PrefaceDetection
{
    // A client that connects and says nothing holds its place no longer than an idle connection may.
    private static readonly TimeSpan FirstByteTimeout = TimeSpan.FromSeconds(130);

    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    public static void UsePrefaceDetection(this ListenOptions options) => options.Use(next => async connection =>
    {
        if (await BeginsWithPrefaceAsync(connection))
        {
            var negotiated = new Negotiated();
            connection.Features.Set<ITlsConnectionFeature>(negotiated);
            connection.Features.Set<ITlsApplicationProtocolFeature>(negotiated);
        }

        await next(connection);
    });

    private static async Task<bool> BeginsWithPrefaceAsync(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        var lifetime = connection.Features.Get<IConnectionLifetimeNotificationFeature>();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(
            lifetime?.ConnectionClosedRequested ?? CancellationToken.None);
        timeout.CancelAfter(FirstByteTimeout);
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(timeout.Token);
                var match = Match(read.Buffer);
                var undecided = match && read.Buffer.Length < Preface.Length && !read.IsCompleted;
                input.AdvanceTo(read.Buffer.Start, undecided ? read.Buffer.End : read.Buffer.Start);
                if (!undecided)
                {
                    return match && read.Buffer.Length >= Preface.Length;
                }
            }
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            // The time is over, or the gateway stops and nothing has begun here that it should wait for.
            connection.Abort(new ConnectionAbortedException("the client sent nothing"));
            return false;
        }
        catch (Exception exception) when (exception is IOException or ConnectionResetException)
        {
            // The server reads the same end and deals with it.
            return false;
        }
    }

    // Whether what has arrived agrees with the preface as far as it goes.
    private static bool Match(ReadOnlySequence<byte> buffer)
    {
        Span<byte> start = stackalloc byte[24];
        var length = (int)Math.Min(buffer.Length, Preface.Length);
        buffer.Slice(0, length).CopyTo(start);
        return Preface.StartsWith(start[..length]);
    }

    private sealed class Negotiated : ITlsConnectionFeature, ITlsApplicationProtocolFeature
    {
        private static readonly byte[] Http2 = "h2"u8.ToArray();

        public ReadOnlyMemory<byte> ApplicationProtocol => Http2;

        public System.Security.Cryptography.X509Certificates.X509Certificate2? ClientCertificate { get; set; }

        public Task<System.Security.Cryptography.X509Certificates.X509Certificate2?> GetClientCertificateAsync(
            CancellationToken cancellationToken) => Task.FromResult(ClientCertificate);
    }
}
