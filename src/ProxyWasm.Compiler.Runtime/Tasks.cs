using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Tasks without threads: continuations run where they become ready, the rest from the run queue.</summary>
internal static class Tasks
{
    [Replaces("System.Runtime.CompilerServices.AsyncMethodBuilderCore", "Start")]
    public static void Start<T>(ref T machine)
        where T : IAsyncStateMachine => machine.MoveNext();

    [Replaces("System.Threading.ExecutionContext", "Capture")]
    [Replaces("System.Threading.ExecutionContext", "CaptureForRestore")]
    public static ExecutionContext? Context() => null;

    [Replaces("System.Threading.ExecutionContext", "RunInternal")]
    public static void Run(ExecutionContext? context, ContextCallback callback, object? state) => callback(state);

    [Replaces("System.Threading.ExecutionContext", "RestoreInternal")]
    public static void Restore(ExecutionContext? context)
    {
    }

    [Replaces("System.Threading.SynchronizationContext", "get_Current")]
    public static SynchronizationContext? SynchronizationContext() => null;

    [Replaces("System.Threading.Tasks.TaskScheduler", "get_InternalCurrent")]
    public static TaskScheduler? Scheduler() => null;

    [Replaces("System.Threading.ThreadPool", "UnsafeQueueUserWorkItemInternal")]
    public static void Queue(object work, bool preferLocal) => RunQueue.Add(Execute, work);

    [Replaces("System.Threading.ThreadPool", "QueueUserWorkItem")]
    [Replaces("System.Threading.ThreadPool", "UnsafeQueueUserWorkItem")]
    public static bool Queue<T>(Action<T> work, T state, bool preferLocal)
    {
        RunQueue.Add(_ => work(state), null);
        return true;
    }

    [Replaces("System.Threading.ThreadPool", "QueueUserWorkItem")]
    [Replaces("System.Threading.ThreadPool", "UnsafeQueueUserWorkItem")]
    public static bool Queue(WaitCallback work, object? state)
    {
        RunQueue.Add(s => work(s), state);
        return true;
    }

    [Replaces("System.Threading.ThreadPool", "TryPopCustomWorkItem")]
    public static bool TryUnqueue(object work) => false;

    /// <summary>The pool's queue has a monitor for its threads, of which there are none.</summary>
    [Replaces("System.Threading.LowLevelMonitor", "Initialize")]
    public static void NoMonitor(ref nint monitor)
    {
    }

    private static void Execute(object? work)
    {
        if (work is Task task)
        {
            ExecuteTask(task);
        }
        else
        {
            ((IThreadPoolWorkItem)work!).Execute();
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ExecuteEntry")]
    private static extern bool ExecuteTask(Task task);
}
