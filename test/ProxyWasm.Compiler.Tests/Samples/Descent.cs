internal static class Descent
{
    public static async Task<int> GoSlowly(int depth)
    {
        await Task.Yield();
        return Go(depth);
    }

    private static int Go(int depth) =>
        depth == 1 ? throw new InvalidOperationException("at the bottom") : Go(depth - 1) + 1;
}
