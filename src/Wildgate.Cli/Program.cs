using Wildgate.Cli;

return await WildApplication.RunAsync(args);
