using ProxyWasm.Abi;

namespace ProxyWasm.Testing.Scenarios;

/// <summary>An answer, or a part of one, to a gRPC call.</summary>
/// <param name="Headers">Initial metadata, which the first part sends.</param>
/// <param name="Messages">What is sent.</param>
/// <param name="IsOpen">Whether the answer goes on: nothing ends it here.</param>
/// <param name="Status">How it ends.</param>
/// <param name="Text">Text that goes with the status.</param>
internal sealed record ScriptedGrpc(
    IReadOnlyList<(string Name, string Value)> Headers,
    IReadOnlyList<byte[]> Messages,
    bool IsOpen,
    GrpcStatus Status,
    string Text)
{
    public void Give(TestCall call)
    {
        call.AcceptGrpc(Headers);
        foreach (var message in Messages)
        {
            call.PushMessage(message);
        }

        if (!IsOpen)
        {
            call.EndGrpc(Status, Text);
        }
    }
}
