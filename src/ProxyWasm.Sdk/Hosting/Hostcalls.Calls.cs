using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Hosting;

internal static unsafe partial class Hostcalls
{
    public static Status HttpCall(
        ReadOnlySpan<byte> upstream,
        ReadOnlySpan<byte> headers,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> trailers,
        int timeoutMilliseconds,
        out int callId)
    {
        if (!IsModule)
        {
            return Native.HttpCall(upstream, headers, body, trailers, timeoutMilliseconds, out callId);
        }

        int callIdOut = 0;
        fixed (byte* upstreamData = upstream)
        fixed (byte* headersData = headers)
        fixed (byte* bodyData = body)
        fixed (byte* trailersData = trailers)
        {
            var status = Imports.proxy_http_call(
                upstreamData,
                upstream.Length,
                headersData,
                headers.Length,
                bodyData,
                body.Length,
                trailersData,
                trailers.Length,
                timeoutMilliseconds,
                &callIdOut);
            callId = callIdOut;
            return (Status)status;
        }
    }

    public static Status GrpcCall(
        ReadOnlySpan<byte> upstream,
        ReadOnlySpan<byte> service,
        ReadOnlySpan<byte> method,
        ReadOnlySpan<byte> metadata,
        ReadOnlySpan<byte> message,
        int timeoutMilliseconds,
        out int callId)
    {
        if (!IsModule)
        {
            return Native.GrpcCall(upstream, service, method, metadata, message, timeoutMilliseconds, out callId);
        }

        int callIdOut = 0;
        fixed (byte* upstreamData = upstream)
        fixed (byte* serviceData = service)
        fixed (byte* methodData = method)
        fixed (byte* metadataData = metadata)
        fixed (byte* messageData = message)
        {
            var status = Imports.proxy_grpc_call(
                upstreamData,
                upstream.Length,
                serviceData,
                service.Length,
                methodData,
                method.Length,
                metadataData,
                metadata.Length,
                messageData,
                message.Length,
                timeoutMilliseconds,
                &callIdOut);
            callId = callIdOut;
            return (Status)status;
        }
    }

    public static Status GrpcCancel(int callId)
    {
        if (!IsModule)
        {
            return Native.GrpcCancel(callId);
        }

        return (Status)Imports.proxy_grpc_cancel(callId);
    }

    public static Status GetStatus(out int code, out ReadOnlySpan<byte> message)
    {
        if (!IsModule)
        {
            return Native.GetStatus(out code, out message);
        }

        int codeOut = 0;
        byte* messageData = null;
        var messageSize = 0;
        var status = Imports.proxy_get_status(&codeOut, &messageData, &messageSize);
        code = codeOut;
        message = Bytes(status, messageData, messageSize);
        return (Status)status;
    }
}
