using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging;
using ProxyWasm.Abi;
using ProxyWasm.Host.Tcp;

namespace ProxyWasm.AspNetCore.Tcp;

/// <summary>
/// Passes each connection through a chain of plugins, in front of the rest of the connection's pipeline.
/// </summary>
internal sealed class ProxyWasmConnectionMiddleware(
    ConnectionDelegate next, Func<ConnectionContext, TcpFilterChain?> selectChain, ILogger logger)
{
    public Task InvokeAsync(ConnectionContext connection)
    {
        var chain = selectChain(connection);
        return chain is null or { IsEmpty: true } ? next(connection) : RunAsync(connection, chain);
    }

    private async Task RunAsync(ConnectionContext context, TcpFilterChain chain)
    {
        var connection = chain.Open(new ConnectionContextInfo(context));
        var closedBy = PeerType.Local;
        try
        {
            closedBy = await AcceptAsync(context, connection);
            if (connection is { IsAccepted: true, IsClosed: false } && closedBy == PeerType.Unknown)
            {
                closedBy = await PassAsync(context, connection);
            }
        }
        finally
        {
            await connection.FinishAsync(closedBy == PeerType.Remote ? PeerType.Remote : PeerType.Local);
        }

        if (connection.CloseDetails is { } details)
        {
            Log.ConnectionClosed(logger, context.ConnectionId, details);
        }
    }

    // Gives who closed the connection while a plugin had paused it, Unknown when nobody did.
    private static async Task<PeerType> AcceptAsync(ConnectionContext context, TcpConnection connection)
    {
        await connection.AcceptAsync();
        if (connection.IsAccepted || connection.IsClosed)
        {
            return PeerType.Unknown;
        }

        var lifetime = context.Features.Get<IConnectionLifetimeNotificationFeature>();
        var shutdown = lifetime?.ConnectionClosedRequested ?? default;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(shutdown, context.ConnectionClosed);
        var ended = gone.Token;
        while (connection is { IsAccepted: false, IsClosed: false })
        {
            try
            {
                await connection.Downstream.ResumeAsync(ended);
            }
            catch (OperationCanceledException)
            {
                if (shutdown.IsCancellationRequested)
                {
                    return PeerType.Local;
                }

                if (IsReset(context))
                {
                    return PeerType.Remote;
                }

                // The client has sent all it wants to send, and waits for an answer.
                ended = shutdown;
            }
        }

        return PeerType.Unknown;
    }

    // The transport signals the end of the client's half and the loss of the connection alike.
    private static bool IsReset(ConnectionContext context)
    {
        var input = context.Transport.Input;
        try
        {
            if (input.TryRead(out var read))
            {
                input.AdvanceTo(read.Buffer.Start);
            }

            return false;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return true;
        }
    }

    private async Task<PeerType> PassAsync(ConnectionContext context, TcpConnection connection)
    {
        var transport = context.Transport;
        var filtered = new FilteredTransport();
        using var downstream = new DirectionPump(
            connection, connection.Downstream, transport.Input, filtered.ToApplication);
        using var upstream = new DirectionPump(
            connection, connection.Upstream, filtered.FromApplication, transport.Output);
        var reading = ReadAsync();
        var writing = WriteAsync();
        context.Transport = filtered;
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException
            && (connection.IsClosed || downstream.Failure is not null))
        {
            Log.ConnectionHandlerStopped(logger, exception);
        }
        finally
        {
            context.Transport = transport;
            await filtered.Output.CompleteAsync();
            await filtered.Input.CompleteAsync();
            await writing;
            downstream.Stop();
            await reading;
        }

        return downstream.Failure is ConnectionResetException ? PeerType.Remote : PeerType.Local;

        async Task ReadAsync()
        {
            var complete = await downstream.RunAsync();
            if (downstream.Failure is not null)
            {
                // Nobody is there to take what a plugin may hold.
                upstream.Stop();
            }

            await filtered.ToApplication.CompleteAsync(complete ? null : ReasonToStop());
        }

        async Task WriteAsync()
        {
            if (await upstream.RunAsync())
            {
                await transport.Output.CompleteAsync();
            }

            await filtered.FromApplication.CompleteAsync();
        }

        Exception ReasonToStop() => downstream.Failure
            ?? new ConnectionAbortedException(connection.CloseDetails ?? "the connection has ended");
    }
}
