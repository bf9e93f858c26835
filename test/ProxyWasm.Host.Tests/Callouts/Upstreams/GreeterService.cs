using Grpc.Core;

namespace ProxyWasm.Host.Tests.Callouts.Upstreams;

/// <summary>A real gRPC service, to be called by plugins.</summary>
public sealed class GreeterService(TaskCompletionSource arrived) : Greeter.GreeterBase
{
    public override async Task<Greeting> Hello(Greeting request, ServerCallContext context)
    {
        arrived.TrySetResult();
        switch (request.Text)
        {
            case "nobody":
                throw new RpcException(new Status(StatusCode.NotFound, "nobody here: 100 %"));
            case "never":
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                break;
            case "much":
                return new Greeting { Text = new string('x', 100_000) };
        }

        var metadata = context.RequestHeaders.GetValue("x-from") ?? "no one";
        return new Greeting { Text = $"hello {request.Text} from {metadata}" };
    }

    public override async Task Chat(
        IAsyncStreamReader<Greeting> requestStream,
        IServerStreamWriter<Greeting> responseStream,
        ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync(new Metadata { { "x-initial", "first" } });
        arrived.TrySetResult();
        await foreach (var greeting in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(new Greeting { Text = $"and {greeting.Text}" }, context.CancellationToken);
            if (greeting.Text == "go away")
            {
                throw new RpcException(new Status(StatusCode.PermissionDenied, "as you like"));
            }
        }

        context.ResponseTrailers.Add("x-trailing", "last");
    }
}
