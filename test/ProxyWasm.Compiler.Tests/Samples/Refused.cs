public static class Refused
{
    public static void Run() => Helper();

    private static void Helper()
    {
        System.IO.File.ReadAllText("settings.txt");
    }
}
