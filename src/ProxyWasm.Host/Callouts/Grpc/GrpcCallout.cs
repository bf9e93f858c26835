using System.Net;
using ProxyWasm.Abi;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Callouts.Grpc;

/// <summary>A unary gRPC call: one event tells either the message or the status.</summary>
internal sealed class GrpcCallout : GrpcExchange
{
    private ReadOnlyMemory<byte>? _message;

    public GrpcCallout(RootContext root, int token, string cluster, HeaderMap headers, byte[] frame, TimeSpan timeout)
        : base(
            root,
            token,
            new CalloutRequest
            {
                Cluster = cluster,
                Headers = headers,
                Body = frame,
                Version = HttpVersion.Version20,
                TimeLimit = timeout,
            }) =>
        TakenBytes = frame.Length;

    protected override string Function => "proxy_grpc_call";

    protected override ValueTask OnHeadersAsync(HeaderMap headers) => ValueTask.CompletedTask;

    // As in Envoy the last message counts; a unary method sends one.
    protected override ValueTask OnMessageAsync(ReadOnlyMemory<byte> message)
    {
        _message = message.ToArray();
        return ValueTask.CompletedTask;
    }

    protected override void Complete()
    {
        if (Code == GrpcStatus.Ok && _message is null)
        {
            End(GrpcStatus.Internal, "the response has no message");
        }

        var view = Root.Callout;
        view.SetStatus((int)Code, Text);
        try
        {
            if (Code == GrpcStatus.Ok)
            {
                view.Message = _message.GetValueOrDefault();
                Vm.Call(
                    Root, "proxy_on_grpc_receive", Vm.Exports.OnGrpcReceive, Root.Id, Token, view.Message.Length);
            }
            else
            {
                Vm.Call(Root, "proxy_on_grpc_close", Vm.Exports.OnGrpcClose, Root.Id, Token, (int)Code);
            }

            Vm.Drain();
        }
        finally
        {
            view.Clear();
        }
    }
}
