namespace ProxyWasm.AspNetCore.Connections;

/// <summary>
/// Connection ids are text in ASP.NET Core and numbers in the ABI: any stable number will do (FNV-1a).
/// </summary>
internal static class ConnectionNumber
{
    public static long Of(string connectionId)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in connectionId)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return (long)(hash >> 1);
    }
}
